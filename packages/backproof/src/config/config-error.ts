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

/** A configuration that cannot be used. The message has a line for each fault. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly faults: readonly ConfigFault[];

  constructor(faults: readonly ConfigFault[]) {
    super(faults.map(({ place, message }) => `${message} (${placeText(place)})`).join('\n'));
    this.faults = faults;
  }
}

/** `backproof.config.yaml:12:5`, as editors and terminals make links of it. */
export function placeText({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}
