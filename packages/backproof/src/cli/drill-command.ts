import { stat } from 'node:fs/promises';
import { compareDrills, drill, drillSummary } from '@backproof/core';
import type { DrillComparison, DrilledResource, DrillReport, Inventory, Loss, ReportedRun } from '@backproof/core';
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
import type { Settings } from '../config/settings.js';
import { settingsOf } from './settings-of.js';
import { UsageError } from './usage-error.js';

/** The flags of `backproof drill`. */
interface DrillFlags extends ReadingFlags, ColorFlag {
  readonly inventory?: string;
  readonly against?: string;
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
  const now = Date.parse(run.now);
  const found = drilledOf(inventory, run, losses);
  const earlier =
    flags.against === undefined ? undefined : await drilledEarlier(flags.against, flags, settings, losses);
  if (earlier !== undefined && earlier.now > now) {
    throw new UsageError(
      `${flags.against ?? ''} was taken later than what it is compared with. Name an earlier inventory.`,
    );
  }
  // Text shows a few of what may be many resources: the others are not kept.
  const drilled = flags.format === 'json' || earlier !== undefined ? [...found] : found;
  const summary = drillSummary(drilled, { losses: losses.length, worst: WORST, groupBy });
  const comparison = earlier && compareDrills(earlier, [...drilled]);
  const report: DrillReport = { losses, now, summary, groupBy, comparison };
  if (flags.format === 'json') {
    process.stdout.write(drillJson(report, [...drilled]));
  } else {
    const look = { color: usesColor(process.stdout, flags), width: columnsOf(process.stdout) };
    for (const piece of renderDrill(report, look)) process.stdout.write(piece);
  }
  return summary.byLoss.some(({ incomplete }) => incomplete) ? EXIT.incomplete : EXIT.clean;
}

/** The same losses at the moment of an earlier inventory. @throws UsageError if it cannot be read */
async function drilledEarlier(
  path: string,
  flags: DrillFlags,
  settings: Settings,
  losses: readonly Loss[],
): Promise<Parameters<typeof compareDrills>[0]> {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (isFolder) {
    throw new UsageError(
      `${path} is a folder: a ledger does not record recovery points. Give --against an inventory that scan --save-inventory wrote.`,
    );
  }
  // What was remembered later says nothing about that moment.
  const { now: _now, history: _history, ledger: _ledger, ...of } = flags;
  const { inventory, run } = await evaluateSaved(path, of, settings);
  return { now: Date.parse(run.now), drilled: drilledOf(inventory, run, losses) };
}

/** The resources that the run judged. */
function drilledOf(inventory: Inventory, run: ReportedRun, losses: readonly Loss[]): Iterable<DrilledResource> {
  const excluded = new Set(run.excluded.map(({ subject }) => subject.arn));
  return drill(inventory, { losses, now: Date.parse(run.now), excluded });
}

/** A drill as JSON: each resource with its survivors. */
function drillJson({ losses, now, summary, comparison }: DrillReport, drilled: readonly DrilledResource[]): string {
  const byLoss = summary.byLoss.map(({ reasons, ...each }) => ({ ...each, reasons: Object.fromEntries(reasons) }));
  const { changes } = summary;
  const against = comparison && comparedJson(comparison);
  const resources = drilled.map(({ resource, ...left }) => ({ arn: resource.arn, type: resource.type, ...left }));
  const document = { now: new Date(now).toISOString(), losses, against, byLoss, changes, resources };
  return `${JSON.stringify(document, withoutResource, 2)}\n`;
}

function comparedJson({ before, noLonger, ...counts }: DrillComparison): object {
  return {
    before: new Date(before).toISOString(),
    ...counts,
    noLonger: noLonger.map(({ resource, ...each }) => ({ arn: resource.arn, type: resource.type, ...each })),
  };
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
