import { drill, drillSummary } from '@backproof/core';
import type { DrilledResource, DrillSummary, Inventory, Loss, ReportedRun } from '@backproof/core';
import { renderDrill } from '@backproof/report-terminal';
import type { Command } from 'commander';
import { usesColor } from './color.js';
import type { ColorFlag } from './color.js';
import { columnsOf } from './columns.js';
import { EXIT } from './exit-code.js';
import { lossesOf } from './losses.js';
import { tagFilter } from './option-values.js';
import type { ReadingFlags } from './program/flags.js';
import { evaluateSaved, scanWithProgress } from './scan-results.js';
import { settingsOf } from './settings-of.js';
import { UsageError } from './usage-error.js';

/** The flags of `backproof drill`. */
interface DrillFlags extends ReadingFlags, ColorFlag {
  readonly inventory?: string;
  readonly lose?: readonly string[];
  readonly groupBy?: string;
  readonly format?: string;
}

/** The rules that need all that a drill rests on. */
const RULES = ['backup-coverage', 'restore-test', 'deletion-protection'];

const WORST = 10;

/**
 * `backproof drill`: prints what would be left of each resource after a loss. It starts and changes nothing, and is no gate:
 * its exit code says only whether the evidence is complete.
 */
export async function drillCommand(command: Command, signal: AbortSignal): Promise<number> {
  const flags = command.optsWithGlobals<DrillFlags>();
  if (flags.rule !== undefined) throw new UsageError('a drill judges by no rule. Leave out --rule.');
  const losses = lossesOf(flags.lose);
  const groupBy = flags.groupBy === undefined ? undefined : groupTag(flags.groupBy);
  const settings = await settingsOf(command, RULES);
  const { inventory, run } =
    flags.inventory === undefined
      ? await scanWithProgress(flags, settings, signal, 'read')
      : await evaluateSaved(flags.inventory, flags, settings);
  const summarised = (drilled: Iterable<DrilledResource>): DrillSummary =>
    drillSummary(drilled, { losses: losses.length, worst: WORST, groupBy });
  const found = drilledOf(inventory, run, losses);
  let summary: DrillSummary;
  if (flags.format === 'json') {
    const all = [...found];
    summary = summarised(all);
    const byLoss = summary.byLoss.map(({ reasons, ...each }) => ({ ...each, reasons: Object.fromEntries(reasons) }));
    const resources = all.map(({ resource, ...left }) => ({ arn: resource.arn, type: resource.type, ...left }));
    process.stdout.write(`${JSON.stringify({ now: run.now, losses, byLoss, resources }, withoutResource, 2)}\n`);
  } else {
    // It shows a few of what may be many resources: the others are not kept.
    summary = summarised(found);
    const look = { color: usesColor(process.stdout, flags), width: columnsOf(process.stdout) };
    const report = { losses, now: Date.parse(run.now), summary, groupBy };
    for (const piece of renderDrill(report, look)) process.stdout.write(piece);
  }
  return summary.byLoss.some(({ incomplete }) => incomplete) ? EXIT.incomplete : EXIT.clean;
}

/** The resources that the run judged. */
function drilledOf(inventory: Inventory, run: ReportedRun, losses: readonly Loss[]): Iterable<DrilledResource> {
  const excluded = new Set(run.excluded.map(({ subject }) => subject.arn));
  return drill(inventory, { losses, now: Date.parse(run.now), excluded });
}

/** A survivor names the resource whose backup it is by its ARN alone. */
function withoutResource(key: string, value: unknown): unknown {
  if (key === 'native' || key === 'row') return undefined;
  const isResource = key === 'of' && typeof value === 'object' && value !== null && 'arn' in value;
  return isResource ? value.arn : value;
}

function groupTag(text: string): string {
  if (!text.startsWith('tag:')) throw new UsageError(`"${text}" is not a group. Write --group-by tag:application.`);
  return tagFilter(text.slice('tag:'.length)).key;
}
