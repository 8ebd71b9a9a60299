import { accountsNotScanned, gateSentence, mergeRuns, scopeKey, scopesNotScanned } from '@backproof/core';
import type { NamedRun, Run } from '@backproof/core';
import type { Command } from 'commander';
import { openRun } from '../run-file.js';
import { EXIT } from './exit-code.js';
import { runOutput, writeOutputs } from './output.js';
import { note } from './say.js';
import { UsageError } from './usage-error.js';
import { checkOutputs } from './writable.js';

/** `backproof merge`: joins the saved runs of parts of an estate into one. Gives the exit code of its gate. */
export async function mergeCommand(paths: readonly string[], command: Command): Promise<number> {
  const { out } = command.opts<{ readonly out: string }>();
  if (paths.length < 2) throw new UsageError('one run is nothing to merge. Name two or more.');
  await checkOutputs({ outputs: [out], inputs: paths });
  const named: NamedRun[] = [];
  for (const name of paths) named.push({ name, run: await openRun(name) });
  const run = mergeRuns(named);
  for (const line of missingFrom(run)) note(line);
  note(gateSentence(run));
  const isWritten = await writeOutputs([runOutput(out, run)]);
  return isWritten ? EXIT[run.gate.result] : EXIT.incomplete;
}

/** So many scopes are named, and the number of the others. */
const MOST_NAMED = 20;

function missingFrom(run: Run): readonly string[] {
  const missing = [
    ...accountsNotScanned(run).map(({ accountId, name, leftOut }) => `account ${accountId} (${name}): ${leftOut}`),
    ...scopesNotScanned(run).map((scope) => `${scopeKey(scope)}: its account and its Region are in the runs`),
  ];
  const more = missing.length - MOST_NAMED;
  return [
    ...missing.slice(0, MOST_NAMED).map((scope) => `not scanned: ${scope}`),
    ...(more > 0 ? [`not scanned: ${more} more`] : []),
  ];
}
