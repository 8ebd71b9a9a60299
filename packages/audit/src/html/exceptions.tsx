import { formatDuration, SEVERITIES } from '@backproof/core';
import { count, Kind, markup, moment, Place, ResourceName, section, SeverityBadge } from '@backproof/report-html';
import type { VNode } from 'preact';
import type { AuditedFinding, Audit, AuditException } from '../audit.js';
import { isUnapproved } from '../figures.js';
import { SECTIONS } from './contents.js';
import { longTable } from './long-table.js';
import { At, CLOSINGS, RunId } from './words.js';

const LEAD = (
  <p>
    An exception is opened by the first run that saw it and closed by the run that saw its end; it began between that
    first run and the one before. Runs that could not tell neither confirm nor close it.
  </p>
);

/**
 * The requirements that were not met for some time, with when, on what evidence, and what ended it: what is open first,
 * then the gravest.
 */
export function* exceptions({ exceptions: all, frameworks }: Audit): Generator<string> {
  if (all.length === 0) {
    yield* section(SECTIONS.exceptions, <p class="none">No run of the period found any.</p>);
    return;
  }
  const asked = new Set(frameworks.flatMap(({ controls }) => controls.map(({ id }) => id)));
  yield* section(SECTIONS.exceptions, LEAD, pieces());

  function* pieces(): Generator<string> {
    const unapproved = all.filter(isUnapproved);
    const approved = all.filter((exception) => !isUnapproved(exception));
    yield markup(<h3>Without approval, for some of their time or all of it</h3>);
    if (unapproved.length === 0) yield markup(<p class="none">None.</p>);
    else yield* exceptionTable('Exceptions without approval', unapproved, asked);
    if (approved.length === 0) return;
    yield markup(<h3>Approved for all of their time</h3>);
    yield* exceptionTable('Approved exceptions', approved, asked);
  }
}

/** @param asked the controls that the audit reports on: others would only be in the way */
function exceptionTable(
  caption: string,
  exceptions: readonly AuditException[],
  asked: ReadonlySet<string>,
): Generator<string> {
  return longTable<AuditException>({
    caption,
    columns: [
      {
        title: 'Requirement that was not met',
        cell: (exception) => (
          <>
            <ResourceName subject={exception} />
            <Place {...exception} />
            <p class="rule">
              {exception.ruleId} <SeverityBadge severity={exception.severity} />
            </p>
            <span class="detail">{exception.controls.filter((id) => asked.has(id)).join(', ')}</span>
          </>
        ),
      },
      { title: 'From when to when', cell: (exception) => <Times exception={exception} /> },
      { title: 'What was found, and what ended it', cell: (exception) => <Found exception={exception} /> },
    ],
    rows: exceptions.toSorted(byUrgency),
  });
}

/** Stable: what is equally urgent stays in the order of the audit. */
function byUrgency(a: AuditException, b: AuditException): number {
  const closed = Number(a.state === 'closed') - Number(b.state === 'closed');
  return closed || SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity);
}

function Times({ exception }: { readonly exception: AuditException }): VNode {
  const { opened, clear, lastSeen, closed, lastedMs, untold, unjudged, dispositions } = exception;
  return (
    <>
      <State exception={exception} />
      <span class="detail">
        {clear === undefined ? 'never told before' : `clear until ${moment(clear.at)}`}
        <br />
        first seen <At run={opened} />
        <br />
        last seen <At run={lastSeen} />
        {closed && (
          <>
            <br />
            ended <At run={closed} />
          </>
        )}
      </span>
      <span class="detail">known for {formatDuration(lastedMs)}</span>
      {untold > 0 && <span class="detail">{count(untold, 'run')} since could not tell</span>}
      {unjudged > 0 && <span class="detail">{count(unjudged, 'run')} since did not judge it</span>}
      {dispositions
        .filter(({ kind }) => kind !== 'open')
        .map(({ kind, waiver, first, last }) => (
          <span class="detail">
            {kind === 'waived' ? `waived by ${waiver ?? ''}` : 'in the baseline'} from {moment(first.at)} to{' '}
            {moment(last.at)}
          </span>
        ))}
    </>
  );
}

function State({ exception: { closed, state } }: { readonly exception: AuditException }): VNode {
  if (closed !== undefined) {
    return <Kind kind={closed.how === 'met' ? 'pass' : 'notApplicable'} label={CLOSINGS[closed.how]} />;
  }
  return state === 'approved' ? <Kind kind="waived" label="approved, not met" /> : <Kind kind="open" label="open" />;
}

function Found({ exception: { finding, lastSeen, closed } }: { readonly exception: AuditException }): VNode {
  return (
    <>
      <Finding finding={finding} />
      <RunId run={lastSeen} />
      {closed !== undefined && (
        <div class="ended">
          {closed.reason !== undefined && <p class="message">{closed.reason}</p>}
          <Finding finding={closed.finding} />
          <RunId run={closed} />
          {closed.criteriaChanged && (
            <span class="detail">
              The rule or its parameters were changed in between: that alone may have closed it.
            </span>
          )}
        </div>
      )}
    </>
  );
}

function Finding({ finding }: { readonly finding: AuditedFinding | undefined }): VNode | null {
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
