import { quoted } from '../model/stranger-text.js';

/**
 * Control characters, and those that turn the direction of text: in a stranger's name they could rewrite the screen.
 * And what begins a command to a CI system that reads the output: `::` at the start of a line, `##[` and `##vso[`
 * anywhere.
 */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]|^:(?=:)|(?<=#)#(?=\w*\[)/gu;

/** A stranger's text as it may stand in a terminal or a log: characters that are not visible text are written as `\u{1b}`. */
export function printable(text: string): string {
  return text.replace(UNSAFE, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}

/**
 * A line of the command itself, whatever it quotes: without secrets, cut to a length, and printable. Each line that is
 * about files, arguments or answers passes through here.
 *
 * @param secrets - such as are in use, which no form shows
 */
export function presentable(line: string, secrets?: readonly string[]): string {
  return printable(quoted(line, secrets));
}
