import type { Command } from 'commander';
import { openRun } from '../run-file.js';
import { EXIT } from './exit-code.js';
import { reportOutput, writeOutputs } from './output.js';
import type { ReportFlags } from './program/flags.js';
import { requestedReports } from './reports.js';
import { settingsOf } from './settings-of.js';
import { UsageError } from './usage-error.js';
import { checkOutputs } from './writable.js';

/** `backproof report`: writes reports of a run that was saved. What the run says of a build was said when it was judged. */
export async function reportCommand(path: string, command: Command): Promise<number> {
  const settings = await settingsOf(command);
  const reports = await requestedReports(command.opts<ReportFlags>(), settings);
  if (reports.length === 0) throw new UsageError('no report given. Write --report markdown=report.md.');
  await checkOutputs({ outputs: reports.map((report) => report.path), inputs: [path] });
  const run = await openRun(path);
  const isWritten = await writeOutputs(reports.map((report) => reportOutput(report, run)));
  return isWritten ? EXIT.clean : EXIT.incomplete;
}
