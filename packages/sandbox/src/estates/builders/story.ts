import type { Entry } from './entry.js';
import type { WorldScope } from '../../world/world.js';
import { historyOf, type History } from './history.js';
import { noonOf, type Day } from './moment.js';
import type { EstateResource } from './resource.js';
import type { Restore } from './restore.js';
import type { MessageOf, RecommendedRuleId } from './verdicts.js';

/** A value that is valid from the noon of a day on, until another one is. */
interface Since<Value> {
  readonly from: Day;
  readonly is: Value;
}

/** The expected verdict of a rule on a resource for a time. */
export interface Turn<Message> extends Since<Message> {
  readonly why: string;
}

/** The history of one resource. */
export interface Story {
  /** The resource as it is from a day on, the first day first; undefined: it is gone. */
  readonly resource: readonly [Since<EstateResource>, ...Since<EstateResource | undefined>[]];
  /** The history of its plans' work. */
  readonly history: readonly History[];
  readonly restores: readonly Restore[];
  /** The expected verdicts of each rule while it exists, the oldest first. */
  readonly rules: { readonly [Rule in RecommendedRuleId]: readonly Turn<MessageOf<Rule>>[] };
}

/** The expected verdict of a rule from the noon of a day on, and the reason. */
export function turn<const Message extends string>(from: Day, is: Message, why: string): Turn<Message> {
  return { from, is, why };
}

/** The remains of a deleted resource: its points, until they expire, and the jobs that AWS still lists. */
export function leftoversAt(
  { resource: [{ is: resource }, ...later], history }: Story,
  now: number,
): readonly WorldScope[] {
  const gone = later.some(({ from, is }) => is === undefined && noonOf(from) <= now);
  return gone ? history.flatMap((each) => historyOf(resource, each, now)) : [];
}

/** A story as it stands at a moment; undefined where its resource is not there. */
export function entryAt({ resource, history, restores, rules }: Story, now: number): Entry | undefined {
  const there = current(resource, now)?.is;
  if (there === undefined) return undefined;
  const claim = <Message>(turns: readonly Turn<Message>[]) => {
    const said = current(turns, now);
    if (said === undefined) throw new Error(`nothing is said of ${there.name} at ${new Date(now).toISOString()}`);
    return { expect: said.is, why: said.why };
  };
  return {
    ...claim(rules['backup-coverage']),
    resource: there,
    history,
    restores,
    and: {
      'retention-tiers': claim(rules['retention-tiers']),
      'cross-account-copy': claim(rules['cross-account-copy']),
      'restore-test': claim(rules['restore-test']),
      'replication-only': claim(rules['replication-only']),
    },
  };
}

function current<Item extends Since<unknown>>(items: readonly Item[], now: number): Item | undefined {
  return items.findLast(({ from }) => noonOf(from) <= now);
}
