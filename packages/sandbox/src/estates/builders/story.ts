import type { Entry } from './entry.js';
import type { WorldScope } from '../../world/world.js';
import { historyOf, type History } from './history.js';
import { noonOf, type Day } from './moment.js';
import type { EstateResource } from './resource.js';
import type { Restore } from './restore.js';
import type { MessageOf, RuleId } from './verdicts.js';

/** What holds from the noon of a day on, until something else does. */
interface Since<Value> {
  readonly from: Day;
  readonly is: Value;
}

/** What a rule must say of a resource for a time. */
export interface Turn<Message> extends Since<Message> {
  readonly why: string;
}

/** What becomes of one resource over time. */
export interface Story {
  /** Which it is, in the estate's own numbering. */
  readonly case: string;
  /** The resource as it is from a day on, the first day first; undefined: it is gone. */
  readonly resource: readonly [Since<EstateResource>, ...Since<EstateResource | undefined>[]];
  /** What its plans did for it. */
  readonly history: readonly History[];
  readonly restores: readonly Restore[];
  /** What each rule must say of it while it is there, the oldest turn first. */
  readonly rules: { readonly [Rule in RuleId]: readonly Turn<MessageOf<Rule>>[] };
}

/** What a rule must say from the noon of a day on, and why. */
export function turn<const Message extends string>(from: Day, is: Message, why: string): Turn<Message> {
  return { from, is, why };
}

/** What is left of a resource that is gone: its points, until they expire, and the jobs that AWS remembers. */
export function leftoversAt(
  { resource: [{ is: resource }, ...later], history }: Story,
  now: number,
): readonly WorldScope[] {
  const gone = later.some(({ from, is }) => is === undefined && noonOf(from) <= now);
  return gone ? history.flatMap((each) => historyOf(resource, each, now)) : [];
}

/** A story as it stands at a moment; undefined where its resource is not there. */
export function entryAt({ case: caseId, resource, history, restores, rules }: Story, now: number): Entry | undefined {
  const there = current(resource, now)?.is;
  if (there === undefined) return undefined;
  const claim = <Message>(turns: readonly Turn<Message>[]) => {
    const said = current(turns, now);
    if (said === undefined) throw new Error(`nothing is said of ${there.name} at ${new Date(now).toISOString()}`);
    return { case: caseId, expect: said.is, why: said.why };
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
