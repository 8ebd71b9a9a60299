import { diffRuns } from '@backproof/core';
import { renderDiff } from '@backproof/report-terminal';
import type { Command } from 'commander';
import { openRun } from '../run-file.js';
import { usesColor } from './color.js';
import type { ColorFlag } from './color.js';
import { columnsOf } from './columns.js';
import { EXIT } from './exit-code.js';

/** `backproof diff`: prints what became of the failures between two saved runs. It is no gate: its exit code says nothing of them. */
export async function diffCommand(before: string, after: string, command: Command): Promise<number> {
  const diff = diffRuns(await openRun(before), await openRun(after));
  const color = usesColor(process.stdout, command.optsWithGlobals<ColorFlag>());
  for (const piece of renderDiff(diff, { color, width: columnsOf(process.stdout) })) process.stdout.write(piece);
  return EXIT.clean;
}
