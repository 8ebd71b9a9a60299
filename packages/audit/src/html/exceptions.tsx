import { count, formatDuration, SEVERITIES } from '@backproof/core';
import type { OwnershipTags } from '@backproof/ledger';
import { Kind, markup, moment, Place, ResourceName, section, SeverityBadge } from '@backproof/report-html';
import type { VNode } from 'preact';
import type { Audit, AuditException } from '../audit.js';
import { isUnapproved } from '../figures.js';
import type { AuditedResponse } from '../response.js';
import { SECTIONS } from './contents.js';
import { Finding } from './finding.js';
import { longTable } from './long-table.js';
import { Ownership, ownerTable } from './ownership.js';
import { At, CLOSINGS, RunId } from './words.js';

const LEAD = (
  <p>
    The first run with the failure opens an exception, and the first run without it closes the exception. The failure
    began between the opening run and the run before. Runs in which it was unknown neither confirm nor close it.
  </p>
);

/**
 * The requirements that were not met for some time, with the times, the evidence and how each ended: open ones first,
 * then the most severe.
 */
export function* exceptions(audit: Audit): Generator<string> {
  const { exceptions: all, frameworks, responses, ownership } = audit;
  if (all.length === 0) {
    yield* section(SECTIONS.exceptions, <p class="none">No run of the period found an exception.</p>);
    return;
  }
  const answers = new Map(responses?.register.map((response) => [response.id, response]));
  const asked = new Set(frameworks.flatMap(({ controls }) => controls.map(({ id }) => id)));
  const words = { asked, answers, tags: ownership ?? {} };
  yield* section(SECTIONS.exceptions, LEAD, pieces());

  function* pieces(): Generator<string> {
    const unapproved = all.filter(isUnapproved);
    const approved = all.filter((exception) => !isUnapproved(exception));
    yield* ownerTable(audit);
    yield markup(<h3>Not approved for all of their time</h3>);
    if (unapproved.length === 0) yield markup(<p class="none">None.</p>);
    else yield* exceptionTable('Exceptions that were not approved for all of their time', unapproved, words);
    if (approved.length === 0) return;
    yield markup(<h3>Approved for all of their time</h3>);
    yield* exceptionTable('Approved exceptions', approved, words);
  }
}

/** The parts of an audit that explain its exceptions. */
interface ExceptionWords {
  /** The controls that the audit reports on: others are not shown. */
  readonly asked: ReadonlySet<string>;
  /** The responses to exceptions, by their ids. */
  readonly answers: ReadonlyMap<string, AuditedResponse>;
  readonly tags: OwnershipTags;
}

function exceptionTable(
  caption: string,
  exceptions: readonly AuditException[],
  { asked, answers, tags }: ExceptionWords,
): Generator<string> {
  return longTable<AuditException>({
    caption,
    columns: [
      {
        title: 'Requirement not met',
        cell: (exception) => (
          <>
            <ResourceName subject={exception} />
            <Place {...exception} />
            <Ownership of={exception} tags={tags} />
            <p class="rule">
              {exception.ruleId} <SeverityBadge severity={exception.severity} />
            </p>
            <span class="detail">{exception.controls.filter((id) => asked.has(id)).join(', ')}</span>
          </>
        ),
      },
      { title: 'Time', cell: (exception) => <Times exception={exception} /> },
      { title: 'Finding, and how it ended', cell: (exception) => <Found exception={exception} answers={answers} /> },
    ],
    rows: exceptions.toSorted(byUrgency),
  });
}

/** A stable order: equally urgent exceptions stay in the order of the audit. */
function byUrgency(a: AuditException, b: AuditException): number {
  const closed = Number(a.state === 'closed') - Number(b.state === 'closed');
  return closed || SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity);
}

function Times({ exception }: { readonly exception: AuditException }): VNode {
  const { opened, clear, lastSeen, closed, lastedMs, unknown, unjudged, dispositions } = exception;
  return (
    <>
      <State exception={exception} />
      <span class="detail">
        {clear === undefined ? 'not recorded before this period' : `met until ${moment(clear.at)}`}
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
      <span class="detail">open for {formatDuration(lastedMs)}</span>
      {unknown > 0 && <span class="detail">unknown in {count(unknown, 'later run')}</span>}
      {unjudged > 0 && <span class="detail">not judged in {count(unjudged, 'later run')}</span>}
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

interface FoundProps {
  readonly exception: AuditException;
  readonly answers: ReadonlyMap<string, AuditedResponse>;
}

function Found({ exception: { finding, lastSeen, closed, responses }, answers }: FoundProps): VNode {
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
            <span class="detail">The rule or its parameters changed in between, which may be the only cause.</span>
          )}
        </div>
      )}
      {responses.map((id) => (
        <Answer response={answers.get(id)} />
      ))}
    </>
  );
}

/** A response to an exception; the register has all of it. */
function Answer({ response }: { readonly response: AuditedResponse | undefined }): VNode | null {
  if (response === undefined) return null;
  const { id, owner, rootCause, response: measures, due, ticket } = response;
  return (
    <div class="ended">
      <p class="message">
        {rootCause} {measures}
      </p>
      <span class="detail">
        response {id} of {owner}, due {due}
        {ticket !== undefined && `, ticket ${ticket}`}
      </span>
    </div>
  );
}
