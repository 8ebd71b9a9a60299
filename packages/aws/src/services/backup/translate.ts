import type { Lifecycle as AwsLifecycle } from '@aws-sdk/client-backup';
import { defined } from '@backproof/core';
import type { Lifecycle } from '@backproof/core';

/** @source API Lifecycle: -1 removes a lifecycle, which leaves none. */
export function toLifecycle(lifecycle: AwsLifecycle | undefined): Lifecycle {
  return {
    ...defined({
      deleteAfterDays: unlessRemoved(lifecycle?.DeleteAfterDays),
      moveToColdStorageAfterDays: unlessRemoved(lifecycle?.MoveToColdStorageAfterDays),
    }),
    ...(lifecycle?.DeleteAfterEvent === 'DELETE_AFTER_COPY' && { deleteAfterCopy: true }),
  };
}

function unlessRemoved(days: number | undefined): number | undefined {
  return days === -1 ? undefined : days;
}

/** A condition's tag key without the prefix that AWS allows. @source Developer Guide, assigning-resources-json */
export function bareTagKey(key: string): string {
  return key.replace(/^aws:ResourceTag\//, '');
}
