import { count } from '@backproof/core';
import { moment, number, section, table } from '@backproof/report-html';
import type { VNode } from 'preact';
import type { Audit } from '../audit.js';
import { SECTIONS } from './contents.js';

/** The integrity of the ledger, and how to verify it without trusting this page. */
export function integrity(audit: Audit): Generator<string> {
  return section(SECTIONS.integrity, <Integrity audit={audit} />);
}

function Integrity({ audit: { integrity: found, runs, tool } }: { readonly audit: Audit }): VNode {
  const { intact, head, manifests, parts, signed, timestamps, unreadable } = found;
  const example = runs.at(-1);
  return (
    <>
      <dl class="hashes">
        <dt>Chain</dt>
        <dd>{intact ? 'intact: every file is as it was recorded' : 'NOT INTACT: see the conclusion'}</dd>
        <dt>Files</dt>
        <dd>
          {count(manifests, 'manifest')}, {count(parts, 'part')}
        </dd>
        <dt>Last manifest</dt>
        <dd>
          {head === undefined ? 'none' : <code>{`manifest ${number(head.number)}, SHA-256 ${head.sha256}`}</code>}
        </dd>
        <dt>Signature</dt>
        <dd>
          {signed === undefined
            ? 'not checked: no public key was given'
            : signed
              ? 'the newest manifest is signed with a given key'
              : 'the newest manifest is NOT signed with a given key'}
        </dd>
        <dt>Trusted time</dt>
        <dd>
          {timestamps === undefined
            ? 'not checked: no certificate of a timestamp authority was given'
            : times(timestamps)}
        </dd>
        {unreadable !== undefined && (
          <>
            <dt>Not read</dt>
            <dd>{unreadable}</dd>
          </>
        )}
        <dt>Audited by</dt>
        <dd>
          {tool.name} {tool.version}
        </dd>
      </dl>
      <p>Verify the chain against the last manifest above, or against one that you kept yourself:</p>
      <pre>
        <code>{`backproof ledger verify --ledger LEDGER --head ${head?.sha256 ?? 'HASH'}`}</code>
      </pre>
      <p>
        To reproduce a verdict, take the inventory that was saved with the run (<code>scan --save-inventory</code>),
        evaluate it with the same version and configuration, and compare the id of the run and the hash of the inventory
        with the table of runs. This needs no access to AWS:
      </p>
      <pre>
        <code>{`backproof evaluate INVENTORY --ledger LEDGER --now ${example?.judgedAt ?? 'TIME'} --json run.json`}</code>
      </pre>
      <p>The ledger contains each run and its verdicts as Parquet files, which other tools can read, too:</p>
      <pre>
        <code>{'backproof ledger export outcomes --ledger LEDGER --since DAY --until DAY'}</code>
      </pre>
      <p>
        The chain proves that nothing was changed since it was recorded. It does not prove that the recording machine
        was honest, or its clock right. Without the hash of a manifest or a signature that is kept elsewhere, it does
        not prove that the whole ledger was not rewritten.
      </p>
    </>
  );
}

/** The newest manifest that existed at a proven time: its hashes cover all before it. */
function times(timestamps: NonNullable<Audit['integrity']['timestamps']>): string {
  const newest = timestamps.at(-1);
  if (newest === undefined) return 'NO manifest has a timestamp of a given authority';
  return `${count(timestamps.length, 'timestamp')}; manifest ${newest.number} existed at ${moment(newest.at)}`;
}

/** Lines for the signatures of those responsible for the audit. */
export function signoff(): Generator<string> {
  const blank = (): VNode => <div class="signature" />;
  const rows = table<string>({
    caption: 'To be signed by hand',
    columns: [
      { title: 'Role', cell: (role) => role },
      { title: 'Name and title', cell: blank },
      { title: 'Date', cell: blank },
      { title: 'Signature', cell: blank },
    ],
    rows: ['Prepared', 'Reviewed', 'Approved'],
  });
  return section(SECTIONS.signoff, null, rows);
}
