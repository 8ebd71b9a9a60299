import type { ReportedRun } from '../engine/run.js';
import { resolveOptions } from '../rule/options.js';
import type { OptionsDeclaration } from '../rule/options.js';
import type { Supplement } from './supplement.js';

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
  /**
   * @param supplement - what follows from the inventory of the run. Absent: there is none, as of a saved run
   * @throws OptionsError if options do not fit the schema.
   */
  render(run: ReportedRun, options?: object, supplement?: Supplement): Iterable<string>;
}

/** A reporter as its author writes it. */
export interface ReporterDefinition<Options extends object> extends ReporterMetadata {
  readonly options: OptionsDeclaration<Options>;
  readonly render: (run: ReportedRun, options: Options, supplement?: Supplement) => Iterable<string>;
}

/** Makes a reporter of its definition. Options are validated before it is asked, so they are what its author says. */
export function defineReporter<Options extends object>(definition: ReporterDefinition<Options>): Reporter {
  return Object.freeze({
    ...definition,
    render: (run: ReportedRun, given?: object, supplement?: Supplement) =>
      definition.render(run, resolveOptions(`reporter "${definition.id}"`, definition.options, given), supplement),
  });
}
