import { count, number, section, table } from '@backproof/report-html';
import type { VNode } from 'preact';
import type { Audit } from '../audit.js';
import { SECTIONS } from './contents.js';

/** That the ledger is what was recorded, and how to find out without trust in this page. */
export function integrity(audit: Audit): Generator<string> {
  return section(SECTIONS.integrity, <Integrity audit={audit} />);
}

function Integrity({ audit: { integrity: found, runs, tool } }: { readonly audit: Audit }): VNode {
  const { intact, head, manifests, parts, signed, unreadable } = found;
  const example = runs.at(-1);
  return (
    <>
      <dl class="hashes">
        <dt>Chain</dt>
        <dd>{intact ? 'intact: every file is the one that was recorded' : 'NOT INTACT: see the conclusion'}</dd>
        <dt>Files</dt>
        <dd>
          {count(manifests, 'manifest')}, {count(parts, 'part')}
        </dd>
        <dt>Ends with</dt>
        <dd>
          {head === undefined ? 'nothing' : <code>{`manifest ${number(head.number)}, SHA-256 ${head.sha256}`}</code>}
        </dd>
        <dt>Signature</dt>
        <dd>
          {signed === undefined
            ? 'not asked for: no public key was given'
            : signed
              ? 'the newest manifest is signed by a key that was given'
              : 'the newest manifest is NOT signed by a key that was given'}
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
      <p>Verify the chain against the head above, or one that you kept yourself:</p>
      <pre>
        <code>{`backproof ledger verify --ledger LEDGER --head ${head?.sha256 ?? 'HASH'}`}</code>
      </pre>
      <p>
        Perform any verdict again: take the inventory that was saved with the run (<code>scan --save-inventory</code>),
        judge it with the same version and configuration, and compare the id of the run and the hash of the inventory
        with the table of runs. It needs no access to AWS:
      </p>
      <pre>
        <code>{`backproof evaluate INVENTORY --ledger LEDGER --now ${example?.judgedAt ?? 'MOMENT'} --json run.json`}</code>
      </pre>
      <p>
        What was recorded of a run, and of a verdict in it, stands in the ledger itself, which other tools read too:
      </p>
      <pre>
        <code>{'backproof ledger export outcomes --ledger LEDGER --since DAY --until DAY'}</code>
      </pre>
      <p>
        A chain proves that nothing was changed since it was recorded. It does not prove that the machine that recorded
        told the truth, nor when it did; nor, without a head or a signature that is kept elsewhere, that it was not
        written anew.
      </p>
    </>
  );
}

/** Lines for those who answer for the audit. */
export function signoff(): Generator<string> {
  const blank = (): VNode => <div class="signature" />;
  const rows = table<string>({
    caption: 'By hand',
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
