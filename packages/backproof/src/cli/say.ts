import { presentable } from '@backproof/core';

/** Writes a line of the command itself to standard error: what is wrong, or not as one may think. */
export function warn(line: string, secrets?: readonly string[]): void {
  process.stderr.write(`backproof: ${presentable(line, secrets)}\n`);
}

/** Writes a line about what the command did, which may quote a stranger's words, to standard error. */
export function note(line: string): void {
  process.stderr.write(`${presentable(line)}\n`);
}

/** Writes a line that is the command's answer, and may quote a stranger's words, to standard output. */
export function answer(line: string): void {
  process.stdout.write(`${presentable(line)}\n`);
}
