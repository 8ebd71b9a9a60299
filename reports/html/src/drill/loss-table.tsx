import { ageText, LOSS_REASONS, lossClause, lossName, SURVIVAL_TITLES } from '@backproof/core';
import type { DrillSummary, Loss, LossSummary, Survival } from '@backproof/core';
import type { VNode } from 'preact';
import { table } from '../components/table.js';
import { number } from '../words.js';

interface Row {
  readonly loss: Loss;
  readonly summary: LossSummary;
}

/** A row for each loss: how many resources come back, and why the others do not. */
export function* lossTable(losses: readonly Loss[], { byLoss }: DrillSummary): Generator<string> {
  const rows = losses.flatMap((loss, index): Row[] => {
    const summary = byLoss[index];
    return summary === undefined ? [] : [{ loss, summary }];
  });
  yield* table<Row>({
    caption: 'How many resources come back after each loss',
    columns: [
      { title: 'Loss', cell: ({ loss }) => <LossName loss={loss} /> },
      {
        title: 'Comes back',
        cell: ({ summary: { counts, struck } }) => `${number(counts.survives)} of ${number(struck)}`,
        numeric: true,
      },
      {
        title: 'Oldest data',
        cell: ({ summary: { worstRpoMs } }) => (worstRpoMs === undefined ? '–' : ageText(worstRpoMs)),
        numeric: true,
      },
      ...SURVIVAL_TITLES.map(([status, title]) => ({
        title: title.charAt(0).toUpperCase() + title.slice(1),
        cell: ({ summary: { counts } }: Row) => number(counts[status]),
        numeric: true as const,
      })),
      { title: 'Why not', cell: ({ summary }) => <Reasons summary={summary} /> },
    ],
    rows,
  });
}

function LossName({ loss }: { readonly loss: Loss }): VNode {
  return (
    <>
      <span class="name">{lossName(loss)}</span>
      {namesPlace(loss) && <span class="detail">{lossClause(loss)}</span>}
    </>
  );
}

function namesPlace(loss: Loss): boolean {
  return 'region' in loss || 'accountId' in loss || 'keyArn' in loss;
}

function Reasons({ summary: { reasons, counts, struck } }: { readonly summary: LossSummary }): VNode {
  const known = SURVIVAL_TITLES.flatMap(([status, title]) =>
    Object.entries(LOSS_REASONS).flatMap(([reason, text]) => {
      const of = reasons.get(`${status satisfies Survival['status']} ${reason}`);
      return of === undefined ? [] : [`${number(of)} ${title}: ${text}`];
    }),
  );
  if (counts.follows > 0)
    known.push(`${number(counts.follows)} follows: only a replica is left, which cannot go back in time`);
  if (counts.survives === struck) return <span class="none">all come back</span>;
  return (
    <ul class="evidence">
      {known.map((text) => (
        <li>{text}</li>
      ))}
    </ul>
  );
}
