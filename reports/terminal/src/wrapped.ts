import { withShortWords } from '@backproof/core';
import { wrapAnsi } from 'fast-wrap-ansi';

/** The look of text for people. */
export interface Look {
  readonly color: boolean;
  /** The columns that its lines may take. Absent: as many as they are long. */
  readonly width?: number;
}

/** Lines as a terminal gets them. Each piece ends in a newline. */
export function* written(lines: Iterable<string>, { width = Infinity }: Look): Generator<string> {
  for (const line of lines) {
    for (const part of wrapped(withShortWords(line), width)) yield `${part}\n`;
  }
}

/** Spaces and signs at the start of a line, under which its text goes on. */
const INDENT = /^[ │]*(?:[·!→✓✗?] )?/;

/**
 * A line as several that fit in so many columns, broken between words; a word that is longer stays whole. What follows
 * stands under the text of the first.
 */
export function* wrapped(line: string, columns: number): Generator<string> {
  if (line.length <= columns) {
    yield line;
    return;
  }
  const [indent = ''] = INDENT.exec(line) ?? [];
  const under = indent.replace(/[^ │]/g, ' ');
  const parts = wrapAnsi(line.slice(indent.length), Math.max(20, columns - under.length)).split('\n');
  for (const [index, part] of parts.entries()) {
    // Some CI systems take a line that begins with `::` for a command, whatever it is indented by.
    yield index === 0 ? indent + part : under + part.replace(/^:(?=:)/, '\\u{3a}');
  }
}
