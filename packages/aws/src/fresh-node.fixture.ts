import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { build } from 'esbuild';

/** Runs a module beside this file in a Node of its own, and gives what that says on stderr. */
export async function stderrOf(module: string, ...args: readonly string[]): Promise<string> {
  const { dirname } = import.meta;
  const { outputFiles } = await build({
    stdin: { contents: module, resolveDir: dirname, loader: 'ts' },
    ...{ bundle: true, packages: 'external', format: 'esm', platform: 'node', write: false },
  });
  const code = outputFiles.map(({ text }) => text).join('');
  const inNode = ['--input-type=module', '-e', code, ...args];
  return (await promisify(execFile)(process.execPath, inNode, { cwd: dirname })).stderr;
}
