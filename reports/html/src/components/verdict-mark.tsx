import type { VNode } from 'preact';
import type { Mark } from '../digest/run-digest.js';
import { Kind, SeverityBadge } from './kind.js';

/** The verdict of a rule on a resource in a cell: a failure by its severity. It leads to the finding, if that is written. */
export function VerdictMark({ mark }: { readonly mark: Mark | undefined }): VNode {
  if (mark === undefined) return <Dash meaning="not judged" />;
  const { kind, severity, finding } = mark;
  if (kind === 'notApplicable') return <Dash meaning="not applicable" />;
  const shown = kind === 'open' ? <SeverityBadge severity={severity} /> : <Kind kind={kind} />;
  return finding === undefined ? shown : <a href={`#${finding}`}>{shown}</a>;
}

function Dash({ meaning }: { readonly meaning: string }): VNode {
  return (
    <span class="none">
      <span aria-hidden="true">–</span>
      <span class="unseen">{meaning}</span>
    </span>
  );
}
