import type { WaiverInRun } from '@backproof/core';
import type { VNode } from 'preact';
import { SafeLink } from './safe-link.js';
import type { Column } from './table.js';

/** A waiver by its id, with the ticket that it refers to. */
export function WaiverName({ waiver: { id, ticket } }: { readonly waiver: Pick<WaiverInRun, 'id' | 'ticket'> }): VNode {
  return (
    <>
      <span class="name">{id}</span>
      {ticket !== undefined && (
        <span class="detail">
          <SafeLink text={ticket} />
        </span>
      )}
    </>
  );
}

/** The rule and resources of a waiver, its reason, and its owner and approver. */
export const WAIVER_TERMS: readonly Column<
  Pick<WaiverInRun, 'rule' | 'resources' | 'reason' | 'owner' | 'approvedBy'>
>[] = [
  {
    title: 'Concerns',
    cell: ({ rule, resources }) => (
      <>
        {rule}
        {resources.map((resource) => (
          <span class="arn">{resource}</span>
        ))}
      </>
    ),
  },
  { title: 'Reason', cell: ({ reason }) => reason },
  {
    title: 'Owner and approver',
    cell: ({ owner, approvedBy }) => (
      <>
        {owner}
        <span class="detail">approved by {approvedBy}</span>
      </>
    ),
  },
];
