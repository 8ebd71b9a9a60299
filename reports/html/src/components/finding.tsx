import { wayOutOf } from '@backproof/core';
import type { Gap, Outcome, OutcomeEvidence } from '@backproof/core';
import type { VNode } from 'preact';
import { moment } from '../words.js';

/** The message of an outcome, and its evidence. */
export function Finding({ outcome }: { readonly outcome: Outcome }): VNode {
  const { message, evidence, gaps, subject } = outcome;
  return (
    <>
      <p class="message">{message}</p>
      <Notes outcome={outcome} />
      {evidence.length > 0 && (
        <details class="seen">
          <summary>Evidence ({evidence.length})</summary>
          <ul class="evidence">
            {evidence.map((seen) => (
              <EvidenceItem seen={seen} about={subject.arn} />
            ))}
          </ul>
        </details>
      )}
      {gaps.length > 0 && (
        <ul class="gaps">
          {gaps.map((gap) => (
            <li>
              <GapText gap={gap} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Notes({ outcome }: { readonly outcome: Outcome }): VNode | null {
  if (outcome.status !== 'fail') return null;
  const { disposition, inBaseline } = outcome;
  const notes = [
    disposition.kind === 'waived' && `Accepted by waiver ${disposition.waiver}.`,
    disposition.kind === 'open' && disposition.expiredWaiver && `Waiver ${disposition.expiredWaiver} has expired.`,
    inBaseline === false && 'New: not in the baseline.',
  ].filter((note) => typeof note === 'string');
  return notes.length === 0 ? null : <p class="note">{notes.join(' ')}</p>;
}

function EvidenceItem({ seen, about }: { readonly seen: OutcomeEvidence; readonly about: string }): VNode {
  const { at, text, id } = seen;
  return (
    <li>
      {at !== undefined && <time datetime={at}>{moment(at)}</time>} {text}
      {id !== about && <span class="arn">{id}</span>}
    </li>
  );
}

/** An operation that failed, with its error and the way out. */
export function GapText({ gap }: { readonly gap: Gap }): VNode {
  const { operation, code, message, requestId } = gap;
  const wayOut = wayOutOf(gap);
  return (
    <>
      <code>{operation}</code>: {code}: {message.replace(/\.$/, '')}.
      {wayOut !== undefined && ` ${wayOut}`}
      {requestId !== undefined && <span class="arn">request {requestId}</span>}
    </>
  );
}
