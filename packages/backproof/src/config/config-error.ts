import { count, printable } from '@backproof/core';

/** A place in a file; lines and columns count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** One fault of a configuration: what is wrong, where, and the way out. */
export interface ConfigFault {
  readonly place: Place;
  readonly message: string;
}

/** The number of faults of a file that are reported, and looked for: people do not fix more at once. */
export const FAULTS_SHOWN = 50;

/** A configuration that cannot be used. The message has a line for each of the first faults. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly faults: readonly ConfigFault[];

  constructor(faults: readonly ConfigFault[]) {
    const shown = faults
      .slice(0, FAULTS_SHOWN)
      .map(({ place, message }) => printable(`${message} (${placeText(place)})`));
    const more = faults.length - shown.length;
    super([...shown, ...(more > 0 ? [count(more, 'more fault')] : [])].join('\n'));
    this.faults = faults;
  }
}

/** `backproof.config.yaml:12:5`, as editors and terminals make links of it. */
export function placeText({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}
