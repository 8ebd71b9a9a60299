import type { OutcomeSubject } from '@backproof/core';
import type { ComponentChildren, VNode } from 'preact';

interface ResourceNameProps {
  readonly subject: Pick<OutcomeSubject, 'name' | 'arn'> & { readonly type: string };
  /** Links, beside the name. */
  readonly children?: ComponentChildren;
}

/** A resource by its name, type and ARN. */
export function ResourceName({ subject: { name, type, arn }, children }: ResourceNameProps): VNode {
  return (
    <>
      <span class="name">{name}</span> <span class="type">{type}</span> {children}
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
