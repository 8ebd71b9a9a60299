import type { BackupSelection } from '../model/backup-plan.js';
import type { Resource } from '../model/resource.js';
import { arnPatternForm, hasWildcardInside } from './arn-pattern.js';
import { needsOptIn } from './opt-in.js';
import type { Clause, SelectionAssumption } from './selection-explanation.js';
import { tagClause, tagValue } from './tag-condition.js';
import { matchesWildcard } from './wildcard.js';

/** One way in which a selection reaches a resource, before conditions, exclusions and opt-in. */
export type Reach = { readonly needsOptIn: boolean; readonly assumptions: readonly SelectionAssumption[] } & (
  | { readonly reason: 'resource-arn' | 'resource-pattern' | 'tag'; readonly clause: Clause }
  | { readonly reason: 'tags-unknown'; readonly clause: Clause }
  | { readonly reason: 'everything' }
);

/** A pattern of a selection that matches an ARN. */
export interface PatternMatch {
  readonly clause: Clause;
  readonly assumptions: readonly SelectionAssumption[];
}

/** The patterns that match an ARN. Those with a wildcard inside match on an assumption, if it is accepted. */
export function matchingPatterns(
  list: 'Resources' | 'NotResources',
  patterns: readonly string[],
  arn: string,
  acceptWildcardInside: boolean,
): readonly PatternMatch[] {
  const matches: PatternMatch[] = [];
  for (const [index, pattern] of patterns.entries()) {
    if (!matchesWildcard(pattern, arn)) continue;
    const clause = { path: `${list}[${index}]`, text: pattern };
    if (!hasWildcardInside(pattern)) matches.push({ clause, assumptions: [] });
    else if (acceptWildcardInside) matches.push({ clause, assumptions: ['wildcard-inside-arn'] });
  }
  return matches;
}

/**
 * All ways in which a selection reaches a resource: by `Resources`, by `ListOfTags`, or as one of everything where both are empty.
 * @source API BackupSelection; Developer Guide, assigning-resources-json
 */
export function reaches(
  selection: BackupSelection,
  resource: Resource,
  acceptWildcardInside: boolean,
): readonly Reach[] {
  if (selection.resources.length === 0 && selection.listOfTags.length === 0) {
    return [{ reason: 'everything', needsOptIn: true, assumptions: [] }];
  }
  const byArn = matchingPatterns('Resources', selection.resources, resource.arn, acceptWildcardInside);
  return [...byArn.map((match) => reachByArn(match, resource)), ...reachByTag(selection, resource)];
}

function reachByArn({ clause, assumptions }: PatternMatch, resource: Resource): Reach {
  const form = arnPatternForm(clause.text);
  const reason = form === 'exact' ? 'resource-arn' : 'resource-pattern';
  const isOfBuckets = form === 'type' && resource.type === 'S3';
  return {
    reason,
    clause,
    needsOptIn: needsOptIn(resource, form),
    assumptions: isOfBuckets ? [...assumptions, 'bucket-pattern'] : assumptions,
  };
}

/** By the first tag that the resource has; tags that could not be read may match. */
function reachByTag({ listOfTags }: BackupSelection, { tags }: Resource): readonly Reach[] {
  const index = listOfTags.findIndex(({ key, value }) => tags === undefined || tagValue(tags, key) === value);
  const condition = listOfTags[index];
  if (condition === undefined) return [];
  const clause = tagClause('ListOfTags', index, condition);
  return [{ reason: tags === undefined ? 'tags-unknown' : 'tag', clause, needsOptIn: true, assumptions: [] }];
}
