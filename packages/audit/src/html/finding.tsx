import { moment } from '@backproof/report-html';
import type { VNode } from 'preact';
import type { AuditedFinding } from '../audit.js';

/** A verdict in words, and the evidence for it. */
export function Finding({
  finding,
}: {
  readonly finding: Pick<AuditedFinding, 'message' | 'evidence'> | undefined;
}): VNode | null {
  if (finding === undefined) return null;
  return (
    <>
      <p class="message">{finding.message}</p>
      {finding.evidence.length > 0 && (
        <details class="seen">
          <summary>Evidence ({finding.evidence.length})</summary>
          <ul class="evidence">
            {finding.evidence.map(({ at, text, id }) => (
              <li>
                {at !== undefined && <time datetime={at}>{moment(at)}</time>} {text}
                <span class="arn">{id}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
