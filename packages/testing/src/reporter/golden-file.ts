import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Set to anything but nothing, it makes golden files anew instead of comparing with them. */
export const UPDATE_VARIABLE = 'UPDATE_GOLDEN';

/** The differences between a text and its golden file, in words; none if they are equal. */
export function differencesFromGolden(path: string, text: string): readonly string[] {
  if (process.env[UPDATE_VARIABLE]) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return [];
  }
  const golden = contentOf(path);
  if (golden === undefined) return [`${path} is not there; with ${UPDATE_VARIABLE}=1 the test writes it`];
  // What is compared is bytes: half of a surrogate pair is none.
  if (Buffer.from(text).equals(golden)) return [];
  return [firstDifference(path, golden.toString(), Buffer.from(text).toString())];
}

function contentOf(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

const SHOWN = 200;

function firstDifference(path: string, golden: string, text: string): string {
  const [expected, got] = [golden.split('\n'), text.split('\n')];
  const line = got.findIndex((each, i) => each !== expected[i]);
  const at = line === -1 ? got.length : line;
  const show = (lines: readonly string[]): string => JSON.stringify(lines[at]?.slice(0, SHOWN) ?? 'nothing more');
  return [
    `${path} differs at line ${at + 1}:`,
    `  expected ${show(expected)}`,
    `  got      ${show(got)}`,
    `If the new text is right, ${UPDATE_VARIABLE}=1 writes it.`,
  ].join('\n');
}
