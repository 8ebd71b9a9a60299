import type { Reporter } from '@backproof/core';

/** The ids of the reporters that Backproof brings with it, in the order in which help lists them. */
export const REPORTER_IDS = [
  ...(['terminal', 'json', 'junit', 'sarif', 'html', 'markdown', 'csv'] as const),
  ...(['asff', 'ocsf', 'openmetrics'] as const),
] as const;

/** The id of such a reporter. */
export type ReporterId = (typeof REPORTER_IDS)[number];

/** Some bring libraries that take longer to load than most commands. */
const LOADERS: Readonly<Record<ReporterId, () => Promise<Reporter>>> = {
  terminal: async () => (await import('@backproof/report-terminal')).terminal,
  json: async () => (await import('@backproof/report-json')).json,
  junit: async () => (await import('@backproof/report-junit')).junit,
  sarif: async () => (await import('@backproof/report-sarif')).sarif,
  html: async () => (await import('@backproof/report-html')).html,
  markdown: async () => (await import('@backproof/report-markdown')).markdown,
  csv: async () => (await import('@backproof/report-csv')).csv,
  asff: async () => (await import('@backproof/report-asff')).asff,
  ocsf: async () => (await import('@backproof/report-ocsf')).ocsf,
  openmetrics: async () => (await import('@backproof/report-openmetrics')).openmetrics,
};

/** The reporter of an id, loaded when it is asked for. */
export async function reporterOf(id: ReporterId): Promise<Reporter> {
  return LOADERS[id]();
}

/** Is it the id of a reporter that Backproof brings with it? */
export function isReporterId(id: string): id is ReporterId {
  return id in LOADERS;
}
