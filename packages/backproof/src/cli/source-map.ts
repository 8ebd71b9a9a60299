import type { Inventory } from '@backproof/core';
import type { RequestedReport } from './reports.js';
import { warn } from './say.js';
import { UsageError } from './usage-error.js';

/** Puts the resources of reports where they are defined. */
export type Placing = (reports: readonly RequestedReport[], inventory: Inventory) => readonly RequestedReport[];

/**
 * Reads the source maps that `--source-map` names, before a long scan; the reports that have an option `sourceMap` get
 * the places of the resources that were found. A value of that option itself overrides them.
 * @throws UsageError if a map is not valid, or no report would show it
 * @throws ConfigError if a map has faults; it has all of them
 */
export async function sourceMapPlacing(
  files: readonly string[] | undefined,
  reports: readonly RequestedReport[],
): Promise<Placing> {
  if (files === undefined) return (all) => all;
  if (!reports.some(takesSourceMap)) {
    throw new UsageError('--source-map affects SARIF only. Add --report sarif=FILE.');
  }
  const { loadDefinitions } = await import('../source-map/load-definitions.js');
  const { placeResources } = await import('../source-map/place-resources.js');
  const loaded = await Promise.all(files.map(loadDefinitions));
  for (const note of loaded.flatMap(({ notes }) => notes)) warn(note);
  const definitions = loaded.flatMap((each) => each.definitions);
  return (all, { resources }) => {
    const places = placeResources(definitions, resources);
    process.stderr.write(
      `source maps: ${Object.keys(places).length} of ${resources.length} resources have a place in the code\n`,
    );
    return all.map((report) => (takesSourceMap(report) ? withPlaces(report, places) : report));
  };
}

function takesSourceMap({ reporter }: RequestedReport): boolean {
  return Object.hasOwn(reporter.options.defaults, 'sourceMap');
}

function withPlaces(report: RequestedReport, places: object): RequestedReport {
  const own = 'sourceMap' in report.options ? report.options.sourceMap : {};
  return { ...report, options: { ...report.options, sourceMap: { ...places, ...(own as object) } } };
}
