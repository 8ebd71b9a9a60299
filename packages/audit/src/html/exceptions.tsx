import { formatDuration, SEVERITIES } from '@backproof/core';
import { Kind, markup, moment, Place, ResourceName, section, SeverityBadge } from '@backproof/report-html';
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
export function* exceptions({ exceptions: all }: Audit): Generator<string> {
  if (all.length === 0) {
    yield* section(SECTIONS.exceptions, <p class="none">No run of the period found any.</p>);
    return;
  }
  yield* section(SECTIONS.exceptions, LEAD, pieces());

  function* pieces(): Generator<string> {
    const unapproved = all.filter(isUnapproved);
    const approved = all.filter((exception) => !isUnapproved(exception));
    yield markup(<h3>Without approval, for some of their time or all of it</h3>);
    if (unapproved.length === 0) yield markup(<p class="none">None.</p>);
    else yield* exceptionTable('Exceptions without approval', unapproved);
    if (approved.length === 0) return;
    yield markup(<h3>Approved for all of their time</h3>);
    yield* exceptionTable('Approved exceptions', approved);
  }
}

function exceptionTable(caption: string, exceptions: readonly AuditException[]): Generator<string> {
  return longTable<AuditException>({
    caption,
    columns: [
      {
        title: 'Resource',
        cell: (exception) => (
          <>
            <ResourceName subject={subjectOf(exception)} />
            <Place {...exception} />
          </>
        ),
      },
      {
        title: 'Rule',
        cell: ({ ruleId, severity, controls }) => (
          <>
            {ruleId} <SeverityBadge severity={severity} />
            <span class="detail">{controls.join(', ')}</span>
          </>
        ),
      },
      { title: 'First and last seen', cell: (exception) => <Times exception={exception} /> },
      { title: 'End', cell: (exception) => <End exception={exception} /> },
      { title: 'What was found', cell: ({ finding }) => <Finding finding={finding} /> },
    ],
    rows: exceptions.toSorted(byUrgency),
  });
}

/** Stable: what is equally urgent stays in the order of the audit. */
function byUrgency(a: AuditException, b: AuditException): number {
  const closed = Number(a.state === 'closed') - Number(b.state === 'closed');
  return closed || SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity);
}

function subjectOf({ arn, name, type }: AuditException): Parameters<typeof ResourceName>[0]['subject'] {
  return { arn, name, type };
}

function Times({ exception }: { readonly exception: AuditException }): VNode {
  const { opened, clear, lastSeen, lastedMs, untold, unjudged, dispositions } = exception;
  return (
    <>
      <At run={opened} />
      <RunId run={opened} />
      <span class="detail">
        {clear === undefined ? 'never told before' : `clear until ${moment(clear.at)}`}; last seen {moment(lastSeen.at)}
      </span>
      <span class="detail">known for {formatDuration(lastedMs)}</span>
      {untold > 0 && <span class="detail">{untold} runs since could not tell</span>}
      {unjudged > 0 && <span class="detail">{unjudged} runs since did not judge it</span>}
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

function End({ exception: { closed, state } }: { readonly exception: AuditException }): VNode {
  if (closed === undefined) {
    return state === 'approved' ? <Kind kind="waived" label="approved, not met" /> : <Kind kind="open" label="open" />;
  }
  return (
    <>
      <Kind kind={closed.how === 'met' ? 'pass' : 'notApplicable'} label={CLOSINGS[closed.how]} />
      <span class="detail">
        <At run={closed} />
      </span>
      <RunId run={closed} />
      {closed.reason !== undefined && <span class="detail">{closed.reason}</span>}
      {closed.criteriaChanged && (
        <span class="detail">The rule or its parameters were changed in between: that alone may have closed it.</span>
      )}
      <Finding finding={closed.finding} />
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
