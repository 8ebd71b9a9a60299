import type { DrillComparison, DrilledResource, DrillReport } from '@backproof/core';

/** The formats of a drill that are no text for a terminal. */
export type DrillFormat = 'json' | 'markdown' | 'html';

/** A drill in a format, in pieces. */
export async function drillDocument(
  format: DrillFormat,
  report: DrillReport,
  drilled: readonly DrilledResource[],
): Promise<Iterable<string>> {
  if (format === 'json') return drillJson(report, drilled);
  if (format === 'markdown') return (await import('@backproof/report-markdown')).drillMarkdown(report);
  return (await import('@backproof/report-html')).drillHtml(report);
}

/** A drill as JSON: each resource with its survivors. */
function* drillJson(
  { losses, now, summary, comparison }: DrillReport,
  drilled: readonly DrilledResource[],
): Generator<string> {
  const byLoss = summary.byLoss.map(({ reasons, ...each }) => ({ ...each, reasons: Object.fromEntries(reasons) }));
  const { changes } = summary;
  const against = comparison && comparedJson(comparison);
  const resources = drilled.map(({ resource, ...left }) => ({ arn: resource.arn, type: resource.type, ...left }));
  const document = { now: new Date(now).toISOString(), losses, against, byLoss, changes, resources };
  yield `${JSON.stringify(document, withoutResource, 2)}\n`;
}

function comparedJson({ before, noLonger, ...counts }: DrillComparison): object {
  return {
    before: new Date(before).toISOString(),
    ...counts,
    noLonger: noLonger.map(({ resource, ...each }) => ({ arn: resource.arn, type: resource.type, ...each })),
  };
}

/** A survivor names the resource whose backup it is by its ARN alone. */
function withoutResource(key: string, value: unknown): unknown {
  if (key === 'native' || key === 'row') return undefined;
  const isResource = key === 'of' && typeof value === 'object' && value !== null && 'arn' in value;
  return isResource ? value.arn : value;
}
