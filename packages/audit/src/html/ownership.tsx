import type { OwnershipFields, OwnershipTags } from '@backproof/ledger';
import { markup, number, table } from '@backproof/report-html';
import type { VNode } from 'preact';
import type { Audit } from '../audit.js';
import { exceptionsByOwner } from '../owners.js';
import type { OwnedExceptions } from '../owners.js';

/** The owner and the system of a resource, as far as tags are named for them. */
export function Ownership({
  of: { owner, system },
  tags: { ownerTag, systemTag },
}: {
  readonly of: OwnershipFields;
  readonly tags: OwnershipTags;
}): VNode {
  return (
    <>
      {ownerTag !== undefined && <span class="detail">owner {tagged(owner)}</span>}
      {systemTag !== undefined && <span class="detail">system {tagged(system)}</span>}
    </>
  );
}

/** The number of exceptions of each owner and system. */
export function* ownerTable({ exceptions, ownership }: Audit): Generator<string> {
  if (ownership === undefined) return;
  const { ownerTag, systemTag } = ownership;
  yield markup(<h3>By owner and system</h3>);
  yield markup(
    <p>
      {ownerTag !== undefined && (
        <>
          The owner is the value of the tag <code>{ownerTag}</code>.{' '}
        </>
      )}
      {systemTag !== undefined && (
        <>
          The system is the value of the tag <code>{systemTag}</code>.{' '}
        </>
      )}
      Each is from the last run with the failure. Vaults, plans and accounts have none: their tags are not read.
    </p>,
  );
  yield* table<OwnedExceptions>({
    caption: 'Exceptions by owner and system',
    columns: [
      { title: 'Owner', cell: ({ owner }) => tagged(owner) },
      { title: 'System', cell: ({ system }) => tagged(system) },
      { title: 'Exceptions', cell: ({ exceptions: all }) => number(all), numeric: true },
      { title: 'Open at the end', cell: ({ open }) => number(open), numeric: true },
    ],
    rows: exceptionsByOwner(exceptions),
    atFirst: 50,
  });
}

/** The value of a tag; `none` where it was read and has none. */
function tagged(value: string | undefined): string {
  if (value === undefined) return 'not recorded';
  return value === '' ? 'none: no such tag' : value;
}
