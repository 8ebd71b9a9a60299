import type { Command } from 'commander';
import { activeRules } from '../config/settings.js';
import { withSpool } from '../file-spool.js';
import { notify, recipientsOf } from '../notify/notify.js';
import type { ColorFlag } from './color.js';
import { EXIT } from './exit-code.js';
import { spoolMemory } from './option-values.js';
import { outputsOf, writeOutputs } from './output.js';
import type { JudgingFlags, OutputFlags } from './program/flags.js';
import { requestedReports, screenOptions } from './reports.js';
import { evaluateSaved } from './scan-results.js';
import { settingsOf } from './settings-of.js';
import { supplementOf } from './supplement.js';
import { sourceMapPlacing } from './source-map.js';
import { checkOutputs, inputsOf } from './writable.js';

/** `backproof evaluate`: judges a saved inventory again, or all parts of one. Gives the exit code. */
export async function evaluateCommand(paths: readonly string[], command: Command): Promise<number> {
  const flags = command.optsWithGlobals<JudgingFlags & OutputFlags & ColorFlag>();
  const settings = await settingsOf(command);
  const recipients = recipientsOf(flags.notify);
  const reports = await requestedReports(flags, settings, 'terminal');
  const screen = await screenOptions('terminal', flags, settings);
  const place = await sourceMapPlacing(flags.sourceMap, reports);
  await checkOutputs({
    outputs: [flags.json, flags.writeBaseline, ...reports.map((report) => report.path)],
    inputs: [...paths, ...inputsOf(flags, settings)],
  });
  return withSpool(spoolMemory(flags), async (spool) => {
    const { inventory, run } = await evaluateSaved(paths, flags, settings, spool);
    const supplement = supplementOf(inventory, run, activeRules(settings));
    const isWritten = await writeOutputs(outputsOf(run, flags, screen, place(reports, inventory), supplement));
    await notify(recipients, run);
    return isWritten ? EXIT[run.gate.result] : EXIT.incomplete;
  });
}
