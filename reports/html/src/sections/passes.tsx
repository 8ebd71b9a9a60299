import type { OutcomeGroup } from '../digest/outcome-groups.js';
import { Kind } from '../components/kind.js';
import { emptySection, section } from '../components/section.js';
import { table } from '../components/table.js';
import { inWords, number } from '../words.js';
import { SECTIONS } from './contents.js';

/** Passes and outcomes that are not applicable, counted by message. */
export function* passes(groups: readonly OutcomeGroup[]): Generator<string> {
  const shown = groups
    .filter(({ kind }) => kind === 'pass' || kind === 'notApplicable')
    .toSorted((a, b) => (a.ruleId === b.ruleId ? b.count - a.count : a.ruleId < b.ruleId ? -1 : 1));
  if (shown.length === 0) {
    yield* emptySection(SECTIONS.passes, 'Nothing passed.');
    return;
  }
  yield* section(
    SECTIONS.passes,
    <p>Counted by message. The JSON report contains each outcome with its evidence.</p>,
    table<OutcomeGroup>({
      caption: 'Passes, and resources to which a rule does not apply',
      columns: [
        { title: 'Rule', cell: ({ ruleId }) => inWords(ruleId) },
        { title: 'Outcome', cell: ({ kind }) => <Kind kind={kind} /> },
        { title: 'Resources', cell: ({ count }) => number(count), numeric: true },
        {
          title: 'Why, with an example',
          cell: ({ messageId, example }) => (
            <>
              {inWords(messageId)}
              <span class="detail">{example}</span>
            </>
          ),
        },
      ],
      rows: shown,
    }),
  );
}
