import { describeExplanation, evidenceOfJob, evidenceOfNative, evidenceOfPoint, formatInstant } from '@backproof/core';
import type { Evidence, ExplainedSelection, ResourceStory } from '@backproof/core';
import { paintFor } from './paint.js';
import type { Paint } from './paint.js';
import { count, evidenceLine, exclusionText, printable } from './wording.js';

const JOBS_SHOWN = 3;

/** The story of one resource as text: why it is or is not in a plan, its points, its verdicts. Each piece ends in a newline. */
export function* renderStory(story: ResourceStory, { color }: { readonly color: boolean }): Generator<string> {
  for (const line of storyLines(story, paintFor(color))) yield `${line}\n`;
}

function* storyLines(story: ResourceStory, paint: Paint): Generator<string> {
  const { resource, hosts, excluded, selections, nativeBackups, outcomes } = story;
  const created = resource.createdAt === undefined ? '' : `, created ${formatInstant(resource.createdAt)}`;
  yield printable(`${resource.type} ${resource.name}  ${resource.accountId} ${resource.region}${created}`);
  yield printable(resource.arn);
  yield printable(`Tags: ${tagText(resource.tags)}`);
  for (const host of hosts) yield printable(`Attached to ${host.name} (${host.arn}), whose backups hold it`);

  yield* section('Plans', paint);
  if (selections.length === 0) yield '  No plan in its account and Region has a selection.';
  for (const selection of selections) yield `  ${selectionText(selection, paint)}`;

  yield* section('Recovery points', paint);
  yield* pointLines(story);

  if (nativeBackups.length > 0) yield* section("The service's own backups", paint);
  for (const native of nativeBackups)
    yield `  ${native.enabled ? 'on' : 'off'}: ${datedLine(evidenceOfNative(native), resource.arn)}`;

  yield* section('Verdicts', paint);
  if (excluded !== undefined) yield printable(`  Not judged: ${exclusionText(excluded)}`);
  for (const { status, ruleId, message } of outcomes) yield printable(`  ${ruleId}: ${status}. ${message}`);
}

function* section(title: string, paint: Paint): Generator<string> {
  yield '';
  yield paint.bold(title);
}

function tagText(tags: ResourceStory['resource']['tags']): string {
  if (tags === undefined) return 'could not be read';
  const pairs = Object.entries(tags).map(([key, value]) => `${key}=${value}`);
  return pairs.length === 0 ? 'none' : pairs.join(', ');
}

const MARKS = { yes: '✓', no: '✗', unknown: '?' } as const;

function selectionText({ plan, selection, explanation }: ExplainedSelection, paint: Paint): string {
  const colors = { yes: paint.green, no: paint.dim, unknown: paint.yellow } as const;
  const mark = colors[explanation.assigned](MARKS[explanation.assigned]);
  return `${mark} ${printable(`plan ${plan.name}, selection ${selection.name}: ${describeExplanation(explanation)}`)}`;
}

function* pointLines({ resource, points, backupJobs }: ResourceStory): Generator<string> {
  const { oldest, newest, unusable } = points;
  if (oldest === undefined || newest === undefined) {
    yield '  None in any vault that was read.';
  } else {
    const faults = [...unusable].map(([reason, number]) => `${number} ${reason}`).join(', ');
    yield `  ${count(points.count, 'point')} since ${formatInstant(oldest.createdAt)}${faults === '' ? '' : `, unusable of them: ${faults}`}`;
    yield `  Newest: ${datedLine(evidenceOfPoint(newest), resource.arn)}`;
  }
  for (const job of backupJobs.slice(0, JOBS_SHOWN)) yield `  ${datedLine(evidenceOfJob(job), resource.arn)}`;
}

function datedLine(evidence: Evidence, about: string): string {
  return evidenceLine(evidence.at?.getTime(), evidence, about);
}
