import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';

/** The built command. */
export const COMMAND = join(import.meta.dirname, '../../packages/backproof/bin/backproof.js');

/** What a run of the command left behind. */
export interface CommandResult {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

type Environment = Readonly<Record<string, string>>;

/** Runs the built `backproof` as a user would, in a folder, with nothing of AWS in its environment but what is given. */
export async function backproof(
  args: readonly string[],
  env: Environment = {},
  folder = process.cwd(),
): Promise<CommandResult> {
  return start(args, env, folder).result;
}

/** The same for a run that does not end by itself. */
export function start(args: readonly string[], env: Environment = {}, folder = process.cwd()) {
  const child = spawn(process.execPath, [COMMAND, ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: '/nonexistent', AWS_EC2_METADATA_DISABLED: 'true', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return { child, result: resultOf(child) };
}

async function resultOf(child: ChildProcessByStdio<null, Readable, Readable>): Promise<CommandResult> {
  const closed = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [stdout, stderr, status] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
  return { status, stdout, stderr };
}
