import { parseArn } from '@backproof/core';
import type { Resource } from '@backproof/core';
import type { Defined, Definition, SourcePlace } from './definition.js';

/** Where resources are defined, by their ARNs. */
export type Places = Readonly<Record<string, SourcePlace>>;

/**
 * Where each resource is defined. An ARN says it better than a template, and a template better than tags; of several
 * that say it as well, the first.
 */
export function placeResources(definitions: readonly Definition[], resources: readonly Resource[]): Places {
  const byArn = new Map<string, SourcePlace>();
  const byLogicalId = new Map<string, Definition[]>();
  const byTags: Definition[] = [];
  for (const definition of definitions) {
    const { defines, place } = definition;
    if ('arn' in defines) {
      if (!byArn.has(defines.arn)) byArn.set(defines.arn, place);
    } else if ('tags' in defines) byTags.push(definition);
    else byLogicalId.set(defines.logicalId, [...(byLogicalId.get(defines.logicalId) ?? []), definition]);
  }
  const placeOf = (resource: Resource): SourcePlace | undefined => {
    const candidates = [...(byLogicalId.get(resource.tags?.[LOGICAL_ID] ?? '') ?? []), ...byTags];
    return byArn.get(resource.arn) ?? candidates.find(({ defines }) => isDefined(resource, defines))?.place;
  };
  return Object.fromEntries(
    resources.flatMap((resource) => {
      const place = placeOf(resource);
      return place === undefined ? [] : [[resource.arn, place]];
    }),
  );
}

/** @source AWS CloudFormation User Guide, aws-properties-resource-tags: the tags that CloudFormation sets by itself */
const LOGICAL_ID = 'aws:cloudformation:logical-id';
const STACK_NAME = 'aws:cloudformation:stack-name';

function isDefined(resource: Resource, defines: Defined): boolean {
  const { tags = {} } = resource;
  if ('arn' in defines) return resource.arn === defines.arn;
  if ('tags' in defines) return Object.entries(defines.tags).every(([key, value]) => tags[key] === value);
  return (
    tags[LOGICAL_ID] === defines.logicalId &&
    parseArn(resource.arn)?.service === serviceOf(defines.type) &&
    (defines.stack === undefined || tags[STACK_NAME] === defines.stack)
  );
}

/** The service of a type of CloudFormation, as ARNs name it: `rds` of `AWS::RDS::DBInstance`. */
function serviceOf(type: string): string {
  const service = type.split('::')[1]?.toLowerCase() ?? '';
  return service === 'efs' ? 'elasticfilesystem' : service;
}
