import { ageText, lossName, survivalDetail } from '@backproof/core';
import type { DrillComparison, Instant, Loss, NoLongerSurvives } from '@backproof/core';
import { LeftOut } from '../components/left-out.js';
import { Place, ResourceName } from '../components/resource.js';
import { table } from '../components/table.js';
import { markup } from '../markup.js';
import { SurvivalMark } from './survival-mark.js';

/** The most rows; those that are left out are counted. */
const MOST = 1_000;

/** The resources that came back earlier and no longer do, by loss. */
export function* comparisonTable(
  { noLonger }: DrillComparison,
  losses: readonly Loss[],
  now: Instant,
): Generator<string> {
  if (noLonger.length === 0) return;
  const rows = noLonger.slice(0, MOST);
  yield* table<NoLongerSurvives>({
    caption: 'Resources that came back earlier and no longer do',
    columns: [
      { title: 'Resource', cell: ({ resource }) => <ResourceName subject={resource} /> },
      { title: 'Where', cell: ({ resource }) => <Place {...resource} /> },
      { title: 'Loss', cell: ({ loss }) => nameOf(losses[loss]) },
      { title: 'Then', cell: ({ was }) => `${ageText(was.rpoMs)} old` },
      { title: 'Now', cell: (each) => <SurvivalMark survival={each.now} /> },
      { title: 'Why', cell: (each) => survivalDetail(each.now, now) },
    ],
    rows,
    atFirst: 25,
  });
  yield markup(<LeftOut shown={rows.length} of={noLonger.length} noun="rows" />);
}

function nameOf(loss: Loss | undefined): string {
  return loss === undefined ? '' : lossName(loss);
}
