import type { ResourceMatch } from '../config/resource-match.js';
import type { Resource, Tags } from '../model/resource.js';
import { matchesWildcard } from '../semantics/wildcard.js';

/** A resource, or another subject, which has no tags. */
type Matched = Pick<Resource, 'arn' | 'accountId' | 'region' | 'tags'> & { readonly type: string };

/** Matches a resource against what a setting concerns; unknown where that turns on tags that could not be read. */
export function matchResource(resource: Matched, match: ResourceMatch): 'yes' | 'no' | 'unknown' {
  const fits =
    (match.types?.some((type) => type === resource.type) ?? true) &&
    fitsAny(match.accounts, resource.accountId) &&
    fitsAny(match.regions, resource.region) &&
    fitsAny(match.arns, resource.arn);
  if (!fits) return 'no';
  const asked = Object.entries(match.tags ?? {});
  if (asked.length === 0) return 'yes';
  const { tags } = resource;
  if (tags === undefined) return 'unknown';
  return asked.every(([key, values]) => hasTag(tags, key, values)) ? 'yes' : 'no';
}

function hasTag(tags: Tags, key: string, values: readonly string[]): boolean {
  const value = Object.hasOwn(tags, key) ? tags[key] : undefined;
  return value !== undefined && fitsAny(values, value);
}

function fitsAny(patterns: readonly string[] | undefined, text: string): boolean {
  return patterns === undefined || patterns.some((pattern) => matchesWildcard(pattern, text));
}
