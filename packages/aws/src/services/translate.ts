import { buildArn, parseArn, STATE_NAMES } from '@backproof/core';
import type { Instant, ResourceState, Scope, StateName, Tags } from '@backproof/core';
import { isMoment } from '../answers/moments.js';
import { required } from '../required.js';

/** A tag as most services spell it. */
interface AwsTag {
  readonly Key?: string | undefined;
  readonly Value?: string | undefined;
}

/**
 * Tags by key. No list is no tags: services leave an empty list out. Any key is data, `__proto__` too.
 *
 * @param operation - the operation that gave them, for the error
 * @throws MissingFieldError if a tag has no key
 */
export function toTags(tags: readonly AwsTag[] | undefined, operation: string): Tags {
  return Object.fromEntries((tags ?? []).map((tag) => [required(tag.Key, `${operation}: Tag.Key`), tag.Value ?? '']));
}

/** The instant of a date that AWS may leave out. A value that is not a date, or none that AWS can mean, counts as absent. */
export function toInstant(date: Date | undefined): Instant | undefined {
  const instant = date?.getTime();
  return instant !== undefined && isMoment(instant) ? instant : undefined;
}

/** The words that a service has for each state of its resources. */
export type StateWords = Readonly<Partial<Record<Exclude<StateName, 'unknown'>, readonly string[]>>>;

/**
 * The state behind a service's word. A word that the service added since is an unknown state; without a word there is
 * no state.
 *
 * @param since - since when, where the service reports that
 */
export function toState(words: StateWords, word: string | undefined, since?: Instant): ResourceState | undefined {
  if (word === undefined || word === '') return undefined;
  const is = STATE_NAMES.find((name) => name !== 'unknown' && words[name]?.includes(word)) ?? 'unknown';
  return { is, word, ...(since !== undefined && { since }) };
}

/** The Name tag, where there is one that says something. */
export function nameTag(tags: Tags): string | undefined {
  const name = Object.hasOwn(tags, 'Name') ? tags.Name : undefined;
  return name === '' ? undefined : name;
}

/**
 * The ARN of the KMS key that a service names by ARN or id. An alias may name another key later, so it counts as
 * absent.
 */
export function toKeyArn(scope: Scope, key: string | undefined): string | undefined {
  if (key === undefined || key === '' || /(^|:)alias\//.test(key)) return undefined;
  return parseArn(key) === undefined ? buildArn({ ...scope, service: 'kms', resource: `key/${key}` }) : key;
}
