import type { Outcome } from '../engine/outcome.js';
import type { Protection } from '../engine/protection.js';
import type { Run } from '../engine/run.js';
import { resolveOptions } from '../rule/options.js';
import type { OptionsDeclaration } from '../rule/options.js';

/**
 * A run as reporters read it: its outcomes, and the protection of its resources, may be walked through as often as
 * needed, but need not all be in memory at once. A `Run` is one.
 */
export type ReportedRun = Omit<Run, 'outcomes' | 'protection'> & {
  readonly outcomes: Iterable<Outcome>;
  readonly protection: Iterable<Protection>;
};

/** The metadata of a reporter. */
export interface ReporterMetadata {
  readonly id: string;
  /** The extension of the file, with its dot: `.sarif`. */
  readonly extension: string;
  readonly mediaType: string;
}

/** Turns a run into a document, piece by piece. Pure: the same run gives the same bytes. */
export interface Reporter extends ReporterMetadata {
  readonly options: OptionsDeclaration;
  /** @throws OptionsError if options do not fit the schema. */
  render(run: ReportedRun, options?: object): Iterable<string>;
}

/** A reporter as its author writes it. */
export interface ReporterDefinition<Options extends object> extends ReporterMetadata {
  readonly options: OptionsDeclaration<Options>;
  readonly render: (run: ReportedRun, options: Options) => Iterable<string>;
}

/** Makes a reporter of its definition. Options are validated before it is asked, so they are what its author says. */
export function defineReporter<Options extends object>(definition: ReporterDefinition<Options>): Reporter {
  return Object.freeze({
    ...definition,
    render: (run: ReportedRun, given?: object) =>
      definition.render(run, resolveOptions(`reporter "${definition.id}"`, definition.options, given)),
  });
}
