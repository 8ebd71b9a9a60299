import type { BackupSelection, TagCondition } from '../model/backup-plan.js';
import type { Resource, Tags } from '../model/resource.js';
import { buildArn, parseArn } from './arn.js';
import type { Clause, NearMiss } from './selection-explanation.js';
import { tagClause, tagValue } from './tag-condition.js';
import { matchesWildcard } from './wildcard.js';

/** The clause of a selection that would match a resource but for one detail; undefined if none is that close. */
export function nearMissOf(selection: BackupSelection, resource: Resource): NearMiss | undefined {
  const { resources, listOfTags } = selection;
  for (const [index, pattern] of resources.entries()) {
    const differs = differenceOfArn(pattern, resource.arn);
    if (differs !== undefined) return { differs, clause: { path: `Resources[${index}]`, text: pattern } };
  }
  for (const [index, condition] of listOfTags.entries()) {
    const near = nearMissOfTag(condition, resource.tags, tagClause('ListOfTags', index, condition));
    if (near !== undefined) return near;
  }
  return undefined;
}

/** The tag that would meet a condition but for its case. Both keys and values are case sensitive. @source API Condition */
export function nearMissOfTag(
  { key, value }: TagCondition,
  tags: Tags | undefined,
  clause: Clause,
): NearMiss | undefined {
  if (tags === undefined) return undefined;
  const own = tagValue(tags, key);
  if (own !== undefined && own !== value && own.toLowerCase() === value.toLowerCase()) {
    return { differs: 'value-case', clause };
  }
  const sameKey = Object.keys(tags).some(
    (each) => each !== key && each.toLowerCase() === key.toLowerCase() && tagValue(tags, each) === value,
  );
  return sameKey ? { differs: 'key-case', clause } : undefined;
}

const PLACES = [
  { part: 'partition', differs: 'partition' },
  { part: 'region', differs: 'region' },
  { part: 'accountId', differs: 'account' },
] as const;

/** The one part of the place in an ARN or pattern that keeps it from matching another ARN. */
function differenceOfArn(pattern: string, arn: string): NearMiss['differs'] | undefined {
  const [given, own] = [parseArn(pattern), parseArn(arn)];
  if (given === undefined || own === undefined) return undefined;
  return PLACES.find(
    ({ part }) => given[part] !== own[part] && matchesWildcard(buildArn({ ...given, [part]: own[part] }), arn),
  )?.differs;
}
