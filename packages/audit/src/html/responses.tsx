import { count } from '@backproof/core';
import { number, section, table } from '@backproof/report-html';
import type { VNode } from 'preact';
import type { Audit } from '../audit.js';
import { day } from '../days.js';
import type { AuditedResponse } from '../response.js';
import { SECTIONS } from './contents.js';

/** The register of management's responses, with the exceptions that each answers. */
export function responses({ responses: found }: Audit): Generator<string> {
  if (found === undefined) {
    const none = (
      <p class="none">
        No register of responses was given. To show responses, write <code>--responses 'responses/*.yaml'</code>.
      </p>
    );
    return section(SECTIONS.responses, none);
  }
  const { register, unanswered } = found;
  const lead = (
    <p>
      {count(unanswered, 'exception')} not approved for all of the time {unanswered === 1 ? 'has' : 'have'} no response.
      The register is not part of the ledger: the audit shows it as it was given.
    </p>
  );
  return section(SECTIONS.responses, lead, register.length === 0 ? [] : registerTable(register));
}

function registerTable(rows: readonly AuditedResponse[]): Generator<string> {
  return table<AuditedResponse>({
    caption: 'Register of responses',
    columns: [
      {
        title: 'Response',
        cell: ({ id, rule, resources, source }) => (
          <>
            <span class="name">{id}</span>
            <span class="detail">{rule}</span>
            {resources.map((pattern) => (
              <span class="arn">{pattern}</span>
            ))}
            {source !== undefined && (
              <span class="detail">
                {source.file}:{source.line}
              </span>
            )}
          </>
        ),
      },
      {
        title: 'Owner',
        cell: ({ owner, system }) => (
          <>
            {owner}
            {system !== undefined && <span class="detail">{system}</span>}
          </>
        ),
      },
      { title: 'Root cause and response', cell: (response) => <ResponseText response={response} /> },
      { title: 'Due', cell: (response) => <Due response={response} /> },
      {
        title: 'Exceptions',
        cell: ({ exceptions }) => (exceptions === 0 ? '0: stale, it matches none' : number(exceptions)),
        numeric: true,
      },
    ],
    rows,
  });
}

function ResponseText({ response: of }: { readonly response: AuditedResponse }): VNode {
  const { rootCause, response, compensatingControls = [] } = of;
  return (
    <>
      <p class="message">{rootCause}</p>
      <p class="message">{response}</p>
      {compensatingControls.map((control) => (
        <span class="detail">compensating control: {control}</span>
      ))}
    </>
  );
}

function Due({ response: { due, overdue, ticket } }: { readonly response: AuditedResponse }): VNode {
  return (
    <>
      <time datetime={due}>{day(due)}</time>
      {overdue && <span class="detail">overdue at the end of the period</span>}
      {ticket !== undefined && <span class="detail">ticket {ticket}</span>}
    </>
  );
}
