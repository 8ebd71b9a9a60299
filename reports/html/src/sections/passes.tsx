import type { OutcomeGroup } from '../digest/outcome-groups.js';
import { Kind } from '../components/kind.js';
import { section } from '../components/section.js';
import { table } from '../components/table.js';
import { number } from '../words.js';
import { SECTIONS } from './contents.js';

/** What passes and what no rule applies to, counted by what the rules say of it. */
export function* passes(groups: readonly OutcomeGroup[]): Generator<string> {
  const told = groups
    .filter(({ kind }) => kind === 'pass' || kind === 'notApplicable')
    .toSorted((a, b) => (a.ruleId === b.ruleId ? b.count - a.count : a.ruleId < b.ruleId ? -1 : 1));
  if (told.length === 0) {
    yield* section(SECTIONS.passes, <p class="none">Nothing does.</p>);
    return;
  }
  yield* section(
    SECTIONS.passes,
    <p>Counted by what the rules say. The run as JSON holds each outcome with its evidence.</p>,
    table<OutcomeGroup>({
      caption: 'Passes, and what no rule applies to',
      columns: [
        { title: 'Rule', cell: ({ ruleId }) => ruleId },
        { title: 'Outcome', cell: ({ kind }) => <Kind kind={kind} /> },
        { title: 'Resources', cell: ({ count }) => number(count), numeric: true },
        {
          title: 'Such as',
          cell: ({ messageId, example }) => (
            <>
              {example} <span class="detail">{messageId}</span>
            </>
          ),
        },
      ],
      rows: told,
    }),
  );
}
