import { coverDiff, diffRuns, IN_MEMORY, withProposal } from '@backproof/core';
import type { ProposedPlans } from '@backproof/core';
import { renderCoverDiff, renderDiff } from '@backproof/report-terminal';
import type { Command } from 'commander';
import { evaluateIn } from '../evaluate.js';
import { usesColor } from './color.js';
import type { ColorFlag } from './color.js';
import { columnsOf } from './columns.js';
import { EXIT } from './exit-code.js';
import type { JudgingFlags, OutputFlags } from './program/flags.js';
import { evaluateSaved } from './scan-results.js';
import { judgingOptions, settingsOf } from './settings-of.js';
import { UsageError } from './usage-error.js';

/** The flags of `backproof evaluate --with`. */
export interface WhatIfFlags {
  readonly with?: readonly string[];
  readonly withScope?: string;
  readonly failOnLostCover?: true;
}

/**
 * `backproof evaluate --with`: prints which resources would lose or gain cover, and which verdicts would change, if backup
 * plans were applied. With --fail-on-lost-cover it is a gate: what would not be known does not pass.
 */
export async function whatIfCommand(paths: readonly string[], command: Command): Promise<number> {
  const flags = command.optsWithGlobals<JudgingFlags & OutputFlags & ColorFlag & WhatIfFlags>();
  if (flags.with === undefined) {
    throw new UsageError(
      '--with-scope and --fail-on-lost-cover have no effect without --with FILE. Add that, or omit them.',
    );
  }
  const { json, report = [], writeBaseline, sourceMap } = flags;
  if (json !== undefined || report.length > 0 || writeBaseline !== undefined || sourceMap !== undefined) {
    throw new UsageError('--with writes no run, report or baseline: its verdicts are of plans that are not applied.');
  }
  const { loadProposal } = await import('../what-if/load-proposal.js');
  const settings = await settingsOf(command);
  const { inventory, run } = await evaluateSaved(paths, flags, settings);
  const proposals: ProposedPlans[] = [];
  let changed = inventory;
  for (const each of flags.with) {
    const proposed = await loadProposal(each, inventory, flags.withScope);
    proposals.push(proposed);
    changed = withProposal(changed, proposed);
  }
  const now = Date.parse(run.now);
  const after = await evaluateIn(IN_MEMORY, changed, await judgingOptions(flags, settings));
  const diff = coverDiff(inventory, changed, {
    now,
    excluded: new Set(run.excluded.map(({ subject }) => subject.arn)),
  });
  const open = proposals.flatMap(({ plans, openSelections }) => [
    ...plans.filter(({ unread }) => unread),
    ...openSelections,
  ]);
  const look = { color: usesColor(process.stdout, flags), width: columnsOf(process.stdout) };
  for (const piece of renderCoverDiff({ now, diff, open }, look)) process.stdout.write(piece);
  process.stdout.write('\nFailures of the rules, without and with these plans:\n');
  for (const piece of renderDiff(diffRuns(run, after), look)) process.stdout.write(piece);
  if (flags.failOnLostCover !== true) return EXIT.clean;
  if (diff.mayLose.length + diff.unknown.length > 0) return EXIT.incomplete;
  return diff.lost.length > 0 ? EXIT.violations : EXIT.clean;
}
