import { consolePageOf } from '@backproof/core';
import type { OutcomeSubject } from '@backproof/core';
import type { VNode } from 'preact';

/** A link to a resource in the AWS console, for the types whose pages have well-known addresses. */
export function ConsoleLink({ subject }: { readonly subject: OutcomeSubject }): VNode | null {
  const page = consolePageOf(subject);
  if (page === undefined) return null;
  return (
    <a class="console" href={page} rel="noreferrer">
      AWS console<span class="unseen">: {subject.name}</span>
    </a>
  );
}
