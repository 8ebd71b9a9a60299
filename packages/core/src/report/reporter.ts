import type { Run } from '../engine/run.js';

/** What reporters say of themselves. */
export interface ReporterMetadata {
  readonly id: string;
  /** Of the file, with its dot: `.sarif`. */
  readonly extension: string;
  readonly mediaType: string;
}

/** Turns a run into a document, piece by piece. Pure: the same run gives the same bytes. */
export interface Reporter<Options extends object = object> extends ReporterMetadata {
  readonly defaults: Options;
  render(run: Run, options?: Partial<Options>): Iterable<string>;
}

/** A reporter as its author writes it. */
export interface ReporterDefinition<Options extends object> extends ReporterMetadata {
  readonly defaults: Options;
  readonly render: (run: Run, options: Options) => Iterable<string>;
}

/** Makes a reporter of its definition. */
export function defineReporter<Options extends object>(definition: ReporterDefinition<Options>): Reporter<Options> {
  return Object.freeze({
    ...definition,
    render: (run: Run, options: Partial<Options> = {}) =>
      definition.render(run, { ...definition.defaults, ...options }),
  });
}
