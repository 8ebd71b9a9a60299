import { missingActions } from '@backproof/core';
import type { MissingAction, ReportedRun } from '@backproof/core';
import { emptySection, section } from '../components/section.js';
import { table } from '../components/table.js';
import type { FindingGroup } from '../digest/findings.js';
import { number } from '../words.js';
import { SECTIONS } from './contents.js';
import { findingGroups } from './finding-groups.js';

/** Unknown outcomes and their causes, with the IAM actions to grant. */
export function* unknowns({ populations }: ReportedRun, groups: readonly FindingGroup[]): Generator<string> {
  const missing = missingActions(populations);
  if (groups.length === 0 && missing.length === 0) {
    yield* emptySection(SECTIONS.unknowns, 'No outcome is unknown.');
    return;
  }
  yield* section(SECTIONS.unknowns, null, pieces());

  function* pieces(): Generator<string> {
    if (missing.length > 0) {
      yield* table<MissingAction>({
        caption: 'IAM actions to grant',
        columns: [
          { title: 'Action', cell: ({ iamAction }) => <code>{iamAction}</code> },
          { title: 'To read', cell: ({ kinds }) => [...kinds].join(', ') },
          { title: 'Accounts and Regions', cell: ({ scopes }) => number(scopes.size), numeric: true },
          { title: 'Examples', cell: ({ scopes }) => [...scopes].slice(0, 3).join(', ') },
        ],
        rows: missing,
      });
    }
    yield* findingGroups(groups);
  }
}
