import { resolveOptions } from '@backproof/core';
import type { Reporter } from '@backproof/core';
import type { Settings } from '../config/settings.js';
import { knownWord } from './option-values.js';
import type { ReportFlags } from './program/flags.js';
import { isReporterId, REPORTER_IDS, reporterOf } from './program/reporters.js';
import type { ReporterId } from './program/reporters.js';
import { checkTrend } from './trend.js';
import { UsageError } from './usage-error.js';
import { STDOUT } from './writable.js';

/** A report that is asked for, with options that fit. */
export interface RequestedReport {
  readonly reporter: Reporter;
  readonly path: string;
  readonly options: object;
  /** It is opened when it is written. */
  readonly isOpened: boolean;
  /** The folder of a ledger whose runs are shown as a trend. */
  readonly trend?: string;
}

/**
 * The reports to write. Their options are checked before a long scan, so that one that cannot be rendered fails at once.
 *
 * @param onScreen - the reporter of what the command prints anyway, if it prints a report
 * @throws UsageError if a reporter is not known, no file is named, or a flag is of a report that is not requested
 * @throws OptionsError if options do not fit a reporter's schema
 */
export async function requestedReports(
  flags: ReportFlags,
  settings: Settings,
  onScreen?: ReporterId,
): Promise<readonly RequestedReport[]> {
  const options = optionsByReporter(flags.reportOption ?? [], settings);
  const reports: RequestedReport[] = [];
  for (const text of flags.report ?? []) {
    const [id, path] = halves(text, '=') ?? [text, ''];
    const reporter = await reporterNamed(id, settings);
    if (path === '') {
      throw new UsageError(`--report ${text} does not name a file. Write --report ${id}=FILE; - is standard output.`);
    }
    const isOpened = flags.open === true && id === 'html' && path !== STDOUT;
    const trend = id === 'html' && flags.trend !== undefined ? { trend: flags.trend } : {};
    reports.push({ reporter, path, options: optionsOf(reporter, options, settings), isOpened, ...trend });
  }
  if (flags.open === true && !reports.some(({ isOpened }) => isOpened)) {
    throw new UsageError('--open has no effect without --report html=FILE. Add that, or omit the option.');
  }
  if (flags.trend !== undefined) {
    if (!reports.some(({ trend }) => trend !== undefined)) {
      throw new UsageError('--trend has no effect without --report html=FILE. Add that, or omit the option.');
    }
    await checkTrend(flags.trend);
  }
  const requested = new Set([onScreen, ...reports.map(({ reporter }) => reporter.id)]);
  for (const [id, ofReport] of options) {
    if (requested.has(id)) continue;
    const name = `${id}.${Object.keys(ofReport).join(` and ${id}.`)}`;
    throw new UsageError(
      `--report-option ${name} has no effect without --report ${id}=FILE. Add that, or omit the option.`,
    );
  }
  return reports;
}

/**
 * The options of the report that a command prints, from the configuration and the flags.
 * @throws OptionsError if they do not fit the reporter's schema
 */
export async function screenOptions(id: ReporterId, flags: ReportFlags, settings: Settings): Promise<object> {
  return optionsOf(await reporterOf(id), optionsByReporter(flags.reportOption ?? [], settings), settings);
}

/** The ids of all reporters: those that Backproof brings with it, and those of packs. */
function reporterIds({ reporters }: Settings): readonly string[] {
  return [...REPORTER_IDS, ...reporters.keys()];
}

/** @throws UsageError if there is none of this id */
async function reporterNamed(text: string, settings: Settings): Promise<Reporter> {
  const id = knownWord('report', text, reporterIds(settings));
  if (isReporterId(id)) return reporterOf(id);
  const reporter = settings.reporters.get(id);
  if (reporter === undefined) throw new Error(`the reporter ${id} is known and missing`);
  return reporter;
}

function optionsOf(
  { id, options }: Reporter,
  byFlags: ReadonlyMap<string, object>,
  { values: { reports } }: Settings,
): object {
  return resolveOptions(`reporter "${id}"`, options, { ...reports.value[id], ...byFlags.get(id) });
}

function optionsByReporter(texts: readonly string[], settings: Settings): ReadonlyMap<string, object> {
  const options = new Map<string, Record<string, unknown>>();
  for (const text of texts) {
    const [name, value] = halves(text, '=') ?? [text, undefined];
    const [id, option] = halves(name, '.') ?? [];
    if (id === undefined || option === undefined || value === undefined) {
      throw new UsageError(
        `--report-option ${text} is not a valid option. Write --report-option sarif.profile=github.`,
      );
    }
    const reporter = knownWord('report', id, reporterIds(settings));
    options.set(reporter, { ...options.get(reporter), [option]: valueOf(value) });
  }
  return options;
}

/** A value of a flag: JSON where it is some, and text otherwise. */
function valueOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function halves(text: string, separator: string): readonly [string, string] | undefined {
  const cut = text.indexOf(separator);
  return cut === -1 ? undefined : [text.slice(0, cut), text.slice(cut + separator.length)];
}
