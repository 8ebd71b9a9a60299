import { spawn } from 'node:child_process';
import { extname, resolve } from 'node:path';
import { messageOf } from '../message-of.js';

/** The process that opens a page: what decides which program does. */
interface Opening {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  /** There is a person at a terminal. */
  readonly isAttended: boolean;
}

/** An opener that has not failed by then shows the page: some run as long as the browser does. */
const PATIENCE_MS = 2_000;

/**
 * Opens a page in the browser of its reader, without a shell and by its whole path, which cannot be taken for an option.
 *
 * @returns why it was not opened, if it was not
 */
export async function openPage(path: string, opening: Opening = ofProcess()): Promise<string | undefined> {
  const { platform, env, isAttended } = opening;
  if ((env.CI ?? '') !== '') return 'this is CI.';
  if (!isAttended) return 'there is no terminal.';
  // Other endings may belong to programs, or to files that start one.
  if (!['.html', '.htm'].includes(extname(path).toLowerCase())) return 'its name does not end with .html.';
  const [program, ...args] = openerOf(platform);
  return failureOf(program, [...args, resolve(path)], env);
}

function ofProcess(): Opening {
  return { platform: process.platform, env: process.env, isAttended: process.stdout.isTTY || process.stderr.isTTY };
}

/** The program that opens a file as a double click does. */
function openerOf(platform: NodeJS.Platform): readonly [string, ...string[]] {
  if (platform === 'darwin') return ['open'];
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler'];
  return ['xdg-open'];
}

async function failureOf(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<string | undefined> {
  const child = spawn(program, args, { env, stdio: 'ignore', detached: true });
  child.unref();
  return new Promise((resolved) => {
    const patience = setTimeout(resolved, PATIENCE_MS, undefined);
    const end = (why: string | undefined): void => {
      clearTimeout(patience);
      resolved(why);
    };
    child.once('error', (error) => {
      end(`cannot start ${program}: ${messageOf(error)}.`);
    });
    child.once('exit', (code) => {
      end(code === 0 ? undefined : `${program} failed${code === null ? '' : ` with exit code ${code}`}.`);
    });
  });
}
