import { POPULATIONS_OF, remembered, RESOURCE_TYPES } from '@backproof/core';
import type { EvidenceKind, Need, Outcome, PopulationKind, Rule } from '@backproof/core';
import type { Given, Unread } from './given.js';
import { inventoryOf } from './inventory-of.js';
import { outcomeIfJudged, outcomeOf } from './outcome-of.js';
import type { ToldStory } from './story.js';

/** The promise that a rule makes with a need, and the stories that break it, in words. */
export interface NeedCheck {
  readonly name: string;
  readonly faults: (stories: readonly ToldStory[]) => readonly string[];
}

/** The checks that follow from what a rule needs: its stories again, with evidence that cannot be read. */
export function needChecks(rule: Rule): readonly NeedCheck[] {
  const kinds = Object.keys(rule.needs) as readonly EvidenceKind[];
  const told: Told = { rule, outcomeAsTold: remembered((story) => outcomeOf(rule, story), Infinity) };
  return kinds.flatMap((kind) => {
    const need = rule.needs[kind] ?? 'all';
    const populations = need === 'context' ? populationsOfItsOwn(kind, kinds) : POPULATIONS_OF[kind];
    if (populations.length === 0) return [];
    const { promise, broken } = PROMISES[need];
    const faults = (story: ToldStory): readonly string[] => broken(story, told, populations);
    return [{ name: `${promise} where ${kind} cannot be read`, faults: (stories) => stories.flatMap(faults) }];
  });
}

/** The populations of a kind of evidence that make up no other kind: what else would be missing with it decides. */
function populationsOfItsOwn(kind: EvidenceKind, kinds: readonly EvidenceKind[]): readonly PopulationKind[] {
  const others = new Set<PopulationKind>(kinds.filter((each) => each !== kind).flatMap((each) => POPULATIONS_OF[each]));
  return POPULATIONS_OF[kind].filter((population) => !others.has(population));
}

/** A rule, and the outcome of each of its stories while all can be read: every need asks for it again. */
interface Told {
  readonly rule: Rule;
  readonly outcomeAsTold: (story: ToldStory) => Outcome;
}

type Broken = (story: ToldStory, told: Told, populations: readonly PopulationKind[]) => readonly string[];

const PROMISES: Readonly<Record<Need, { readonly promise: string; readonly broken: Broken }>> = {
  all: {
    promise: 'nothing is concluded',
    broken: (story, told, populations) =>
      retold(told, story, [populations], (_, after) => after.messageId === 'evidence-incomplete'),
  },
  enough: {
    promise: 'nothing is concluded but what the rest proves',
    broken: (story, told, populations) => [
      ...retold(told, story, [populations], (before, after) => after.status !== 'fail' && isProven(before, after)),
      ...retold(told, story, partsOf(story.given, populations), isProven),
    ],
  },
  context: {
    promise: 'the same is concluded, or the rule itself says that it is unknown,',
    broken: (story, told, populations) =>
      retold(
        told,
        story,
        [populations],
        (before, after) => after.status === before.status || isSaidUnknown(told.rule, after),
      ),
  },
};

/** The rule itself says that it is unknown, of the resource or of one that it is related to. */
function isSaidUnknown({ messages }: Rule, { status, messageId }: Outcome): boolean {
  return status === 'unknown' && (Object.hasOwn(messages, messageId) || messageId === 'related-unknown');
}

/** Evidence that is missing makes no pass. Neither does it make a resource one that the rule does not apply to. */
function isProven(before: Outcome, after: Outcome): boolean {
  return after.status === before.status || after.status === 'unknown' || after.status === 'fail';
}

/** Each population of these kinds that a scan of the story reads, by itself; those of other resource types say nothing. */
function partsOf(given: Given, kinds: readonly PopulationKind[]): readonly (readonly Unread[])[] {
  const types: readonly string[] = [given.resource, ...(given.others ?? [])].map(({ type }) => type);
  const isOfOtherType = (of: string): boolean => RESOURCE_TYPES.some((type) => type === of) && !types.includes(of);
  return inventoryOf(given)
    .populations.filter(({ kind, of }) => kinds.includes(kind) && (of === undefined || !isOfOtherType(of)))
    .map(({ kind, scope, of }) => [{ kind, scope, ...(of !== undefined && { of }) }]);
}

/** Repeats the story with each of these unread, and returns the results that break the promise. */
function retold(
  { rule, outcomeAsTold }: Told,
  story: ToldStory,
  each: readonly (readonly Unread[])[],
  isKept: (before: Outcome, after: Outcome) => boolean,
): readonly string[] {
  const before = outcomeAsTold(story);
  return each.flatMap((unread) => {
    const given = { ...story.given, unread: [...(story.given.unread ?? []), ...unread] };
    const retelling = { ...story, given };
    const after = story.subject === undefined ? outcomeOf(rule, retelling) : outcomeIfJudged(rule, retelling);
    // A vault or a plan that was not read is not judged.
    if (after === undefined) return [];
    if (after.messageId !== 'rule-error' && isKept(before, after)) return [];
    return [`"${story.name}" is ${after.status} without ${named(unread)}: ${after.message}`];
  });
}

function named(unread: readonly Unread[]): string {
  return unread
    .map((each) => (typeof each === 'string' ? each : [each.kind, each.of ?? ''].join(' ').trim()))
    .join(', ');
}
