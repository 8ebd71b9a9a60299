import { buildArn, parseArn } from '@backproof/core';
import type { Instant, Scope, Tags } from '@backproof/core';
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
 * @throws {MissingFieldError} where a tag has no key
 */
export function toTags(tags: readonly AwsTag[] | undefined, operation: string): Tags {
  return Object.fromEntries((tags ?? []).map((tag) => [required(tag.Key, `${operation}: Tag.Key`), tag.Value ?? '']));
}

/** The instant of a date that AWS may leave out. */
export function toInstant(date: Date | undefined): Instant | undefined {
  return date?.getTime();
}

/** The Name tag, where there is one that says something. */
export function nameTag(tags: Tags): string | undefined {
  const name = Object.hasOwn(tags, 'Name') ? tags.Name : undefined;
  return name === '' ? undefined : name;
}

/** The ARN of the KMS key that a service names by ARN or id. An alias names none for good: it is as if none were told. */
export function toKeyArn(scope: Scope, key: string | undefined): string | undefined {
  if (key === undefined || key === '' || /(^|:)alias\//.test(key)) return undefined;
  return parseArn(key) === undefined ? buildArn({ ...scope, service: 'kms', resource: `key/${key}` }) : key;
}
