import type { Lifecycle as AwsLifecycle } from '@aws-sdk/client-backup';
import { defined } from '@backproof/core';
import type { Lifecycle } from '@backproof/core';
import { says } from '../../required.js';
import type { Words } from '../../required.js';

/** @source API Lifecycle: -1 removes a lifecycle, which leaves none. */
export function toLifecycle(lifecycle: AwsLifecycle | undefined): Lifecycle {
  return {
    ...defined({
      deleteAfterDays: unlessRemoved(lifecycle?.DeleteAfterDays),
      moveToColdStorageAfterDays: unlessRemoved(lifecycle?.MoveToColdStorageAfterDays),
    }),
    ...(isDeletedAfterCopy(lifecycle?.DeleteAfterEvent) && { deleteAfterCopy: true }),
  };
}

/** @source API LifecycleDeleteAfterEvent */
const AFTER_COPY: Words = { yes: ['DELETE_AFTER_COPY'], no: [] };

/** Returns true if a backup goes as soon as its copy exists. @throws UnknownWordError if AWS added the event: when it goes is not known */
export function isDeletedAfterCopy(event: string | undefined): boolean {
  return event !== undefined && says('Lifecycle: DeleteAfterEvent', event, AFTER_COPY);
}

function unlessRemoved(days: number | undefined): number | undefined {
  return days === -1 ? undefined : days;
}

/** A condition's tag key without the prefix that AWS allows. @source Developer Guide, assigning-resources-json */
export function bareTagKey(key: string): string {
  return key.replace(/^aws:ResourceTag\//, '');
}
