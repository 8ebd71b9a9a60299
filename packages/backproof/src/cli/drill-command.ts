import { stat } from 'node:fs/promises';
import { compareDrills, defined, drill, drillSummary } from '@backproof/core';
import type { DrilledResource, DrillReport, Inventory, Loss, ReportedRun } from '@backproof/core';
import { renderDrill } from '@backproof/report-terminal';
import type { Command } from 'commander';
import type { Settings } from '../config/settings.js';
import { usesColor } from './color.js';
import type { ColorFlag } from './color.js';
import { columnsOf } from './columns.js';
import { drillDocument } from './drill-documents.js';
import type { DrillFormat } from './drill-documents.js';
import { EXIT } from './exit-code.js';
import { lossesOf } from './losses.js';
import { tagFilter } from './option-values.js';
import { writeDocument, writeOutputs } from './output.js';
import type { ReadingFlags } from './program/flags.js';
import { evaluateSaved, scanWithProgress } from './scan-results.js';
import { settingsOf } from './settings-of.js';
import { UsageError } from './usage-error.js';
import { checkOutputs, STDOUT } from './writable.js';

/** The flags of `backproof drill`. */
interface DrillFlags extends ReadingFlags, ColorFlag {
  readonly inventory?: string;
  readonly against?: string;
  readonly lose?: readonly string[];
  readonly groupBy?: string;
  readonly format: DrillFormat | 'text';
  readonly out: string;
}

/** The rule that needs all that a drill rests on. */
const RULES = ['recovery-objectives'];

/** The most resources that each format names, the worst first. JSON has all of them. */
const WORST = { text: 10, json: 0, markdown: 50, html: 1_000 } as const;

/**
 * `backproof drill`: prints what would be left of each resource after a loss. It starts and changes nothing, and is no gate:
 * its exit code says only whether the evidence is complete.
 */
export async function drillCommand(command: Command, signal: AbortSignal): Promise<number> {
  const flags = command.optsWithGlobals<DrillFlags>();
  if (flags.rule !== undefined) throw new UsageError('a drill judges by no rule. Leave out --rule.');
  const { format, out } = flags;
  await checkOutputs({ outputs: [out], inputs: [flags.inventory, flags.against] });
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
  const isKept = format !== 'text' || earlier !== undefined;
  const drilled = isKept ? [...found] : [];
  const summary = drillSummary(isKept ? drilled : found, { losses: losses.length, worst: WORST[format], groupBy });
  const comparison = earlier && compareDrills(earlier, drilled);
  const report: DrillReport = { losses, now, tool: run.tool, summary, groupBy, comparison };
  const stream = process.stdout;
  const look = {
    color: out === STDOUT && usesColor(stream, flags),
    width: out === STDOUT ? columnsOf(stream) : undefined,
  };
  const document =
    format === 'text' ? renderDrill(report, defined(look)) : await drillDocument(format, report, drilled);
  const isWritten = await writeOutputs([{ name: `the drill ${out}`, write: () => writeDocument(out, document) }]);
  if (!isWritten) return EXIT.incomplete;
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

function groupTag(text: string): string {
  if (!text.startsWith('tag:')) throw new UsageError(`"${text}" is not a group. Write --group-by tag:application.`);
  return tagFilter(text.slice('tag:'.length)).key;
}
