import type { OutcomeSubject } from '@backproof/core';
import type { VNode } from 'preact';

/** A resource by its name, type and ARN. */
export function ResourceName({
  subject: { name, type, arn },
}: {
  readonly subject: Pick<OutcomeSubject, 'name' | 'arn'> & { readonly type: string };
}): VNode {
  return (
    <>
      <span class="name">{name}</span> <span class="type">{type}</span>
      <span class="arn">{arn}</span>
    </>
  );
}

/** An account and a Region. */
export function Place({ accountId, region }: { readonly accountId: string; readonly region: string }): VNode {
  return (
    <>
      <span class="account">{accountId}</span> <span class="region">{region}</span>
    </>
  );
}
