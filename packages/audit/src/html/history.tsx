import { section } from '@backproof/report-html';
import type { Audit } from '../audit.js';
import type { SettingChange } from '../history.js';
import { SECTIONS } from './contents.js';
import { longTable } from './long-table.js';
import { At } from './words.js';

const LEAD = (
  <p>
    Each change of the tool, the settings, the rules, the waivers, the baseline and the principals, with the first run
    that has it and the run before. The SHA-256 is that of all settings of a run.
  </p>
);

/** The changes of how runs were made, and who made the runs. */
export function history({ history: changes, runs }: Audit): Generator<string> {
  if (changes.length === 0) {
    const same = runs.length > 0 && <p class="none">All runs had the same tool, settings, waivers and principals.</p>;
    return section(SECTIONS.history, same || <p class="none">The period has no run.</p>);
  }
  const rows = longTable<SettingChange>({
    caption: 'Changes, oldest first',
    columns: [
      { title: 'Setting', cell: ({ setting }) => <span class="name">{setting}</span> },
      { title: 'Before', cell: ({ from }) => <span class="arn">{from ?? 'none'}</span> },
      { title: 'Since', cell: ({ to }) => <span class="arn">{to ?? 'none'}</span> },
      {
        title: 'Changed between',
        cell: ({ run, before }) => (
          <>
            <At run={before} /> and <At run={run} />
          </>
        ),
      },
      {
        title: 'Run by',
        cell: ({ principals }) =>
          principals.length === 0 ? 'unavailable' : principals.map((principal) => <span class="arn">{principal}</span>),
      },
    ],
    rows: changes,
    atFirst: 50,
  });
  return section(SECTIONS.history, LEAD, rows);
}
