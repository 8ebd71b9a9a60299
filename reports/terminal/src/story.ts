import { EXCLUSION_NAMES, formatInstant, printable } from '@backproof/core';
import type { Outcome, ResourceStory, UnreadPart } from '@backproof/core';
import { headlineOf } from './headline.js';
import { linesInOwnWords } from './own-words.js';
import { gapText } from './outcome-lines.js';
import { paintFor } from './paint.js';
import type { Paint } from './paint.js';
import { assignmentLines, backupLines, copyLines, NEWEST, replicaLines, restoreLines } from './story-sections.js';
import { survivalLines } from './survival-lines.js';
import { relatedText, stateText } from './related.js';
import { restoreCommands } from './restore-commands.js';
import { evidenceLine, firstNames } from './wording.js';
import { written } from './wrapped.js';
import type { Look } from './wrapped.js';

/** A link of the chain that a restore depends on: the facts about it, and the rule that judges it. */
interface Link {
  readonly title: string;
  readonly lines: (story: ResourceStory, paint: Paint) => Iterable<string>;
  readonly ruleId?: string;
}

const CHAIN: readonly Link[] = [
  { title: 'Assigned by', lines: assignmentLines },
  { title: 'Backed up', lines: backupLines, ruleId: 'backup-coverage' },
  { title: 'Tiers', lines: () => [], ruleId: 'retention-tiers' },
  { title: 'Copied', lines: copyLines, ruleId: 'cross-account-copy' },
  { title: 'Restored', lines: restoreLines, ruleId: 'restore-test' },
  { title: 'Replicas', lines: replicaLines, ruleId: 'replication-only' },
];

/** The story of one resource as text, link by link with its verdicts. Each piece ends in a newline. */
export function* renderStory(story: ResourceStory, look: Look): Generator<string> {
  yield* written(storyLines(story, paintFor(look.color)), look);
}

function* storyLines(story: ResourceStory, paint: Paint): Generator<string> {
  const { resource, related, excluded, outcomes } = story;
  const created = resource.createdAt === undefined ? '' : `, created ${formatInstant(resource.createdAt)}`;
  yield printable(headlineOf(story));
  yield printable(`${resource.type} ${resource.name}  ${resource.accountId} ${resource.region}${created}`);
  yield printable(resource.arn);
  yield printable(`Tags: ${tagText(resource.tags)}`);
  if (resource.state !== undefined) yield printable(`State: ${stateText(resource.state)}`);
  for (const each of related) yield printable(relatedText(each));
  if (excluded !== undefined) {
    const { reason, userReason } = excluded;
    yield printable(`Not judged: ${EXCLUSION_NAMES[reason]}${userReason === undefined ? '' : `: ${userReason}`}`);
  }

  // A line that a section shows is not repeated under a verdict.
  const shown = new Set<string>(linesInOwnWords(story));
  for (const { title, lines, ruleId } of CHAIN) {
    const known = [...lines(story, paint)];
    for (const line of known) shown.add(line);
    const judged = outcomes.filter((outcome) => outcome.ruleId === ruleId);
    yield* section(
      title,
      [...known, ...judged.flatMap((outcome) => verdictLines(story, outcome, shown, paint))],
      paint,
    );
  }
  const others = outcomes.filter((outcome) => !CHAIN.some(({ ruleId }) => ruleId === outcome.ruleId));
  yield* section(
    'Other rules',
    others.flatMap((outcome) => verdictLines(story, outcome, shown, paint)),
    paint,
  );
  yield* section('After a loss', [...survivalLines(story)].map(printable), paint);
  yield* section('To restore it', [...restoreCommands(story)], paint);
}

/** A part of a story with its heading; nothing without lines. */
export function* section(title: string, lines: readonly string[], paint: Paint): Generator<string> {
  if (lines.length === 0) return;
  yield '';
  yield paint.bold(title);
  for (const line of lines) yield `  ${line}`;
}

function verdictLines(
  { resource, selections, unread }: ResourceStory,
  { ruleId, status, message, evidence, disposition }: Outcome,
  shown: ReadonlySet<string>,
  paint: Paint,
): readonly string[] {
  const colors = { pass: paint.green, fail: paint.red, unknown: paint.yellow, notApplicable: paint.dim } as const;
  const accepted = disposition === undefined || disposition.kind === 'open' ? '' : `, ${disposition.kind}`;
  const verdict = `${colors[status](`→ ${status}${accepted}`)} ${printable(`${ruleId}: ${message}`)}`;
  const plans = new Set(selections.map(({ plan }) => plan.arn));
  const lines = evidence
    .filter(({ kind, id }) => kind !== 'plan' || !plans.has(id))
    .map((seen) => evidenceLine(seen.at === undefined ? undefined : Date.parse(seen.at), seen, resource.arn))
    .filter((line) => !shown.has(line) && !shown.has(`${NEWEST}${line}`))
    .map((line) => `  · ${line}`);
  const gaps = unread.filter((part) => part.ruleId === ruleId).map((part) => `  ! ${unreadText(part)}`);
  // The evidence of a pass is in the section already; that of a failure is known to its rule only.
  return [verdict, ...(status === 'pass' || status === 'notApplicable' ? [] : lines), ...gaps];
}

/** An operation that failed, where, and the way out. */
function unreadText({ gap, scopes }: UnreadPart): string {
  const where = firstNames(scopes.map(({ accountId, region }) => `${accountId} ${region}`));
  return `${where === '' ? '' : `${where}: `}${gapText(gap)}`;
}

function tagText(tags: ResourceStory['resource']['tags']): string {
  if (tags === undefined) return 'could not be read';
  const pairs = Object.entries(tags).map(([key, value]) => `${key}=${value}`);
  return pairs.length === 0 ? 'none' : pairs.join(', ');
}
