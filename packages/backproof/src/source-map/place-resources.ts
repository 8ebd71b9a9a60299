import { groupBy, parseArn } from '@backproof/core';
import type { Resource } from '@backproof/core';
import type { Defined, Definition, SourcePlace } from './definition.js';

/** The places where resources are defined, by ARN. */
export type Places = Readonly<Record<string, SourcePlace>>;

/**
 * Finds the place where each resource is defined. A definition by ARN takes precedence over a template, and a template
 * over tags; of equal ones, the first.
 */
export function placeResources(definitions: readonly Definition[], resources: readonly Resource[]): Places {
  const byArn = groupBy(definitions.filter(definesBy('arn')), ({ defines }) => defines.arn);
  const byTemplate = groupBy(definitions.filter(definesBy('logicalId')), ({ defines }) => defines.logicalId);
  const byTags = definitions.filter(definesBy('tags'));
  const definitionOf = (resource: Resource): Definition | undefined => {
    const [ofArn] = byArn.get(resource.arn) ?? [];
    const templates = byTemplate.get(resource.tags?.[LOGICAL_ID] ?? '') ?? [];
    return (
      ofArn ??
      templates.find(({ defines }) => isMadeBy(resource, defines)) ??
      byTags.find(({ defines: { tags } }) =>
        Object.entries(tags).every(([key, value]) => resource.tags?.[key] === value),
      )
    );
  };
  return Object.fromEntries(
    resources.flatMap((resource) => {
      const place = definitionOf(resource)?.place;
      return place === undefined ? [] : [[resource.arn, place]];
    }),
  );
}

type DefinedBy<Key extends string> = Extract<Defined, Readonly<Record<Key, unknown>>>;

function definesBy<Key extends 'arn' | 'tags' | 'logicalId'>(key: Key) {
  return (definition: Definition): definition is Definition & { readonly defines: DefinedBy<Key> } =>
    key in definition.defines;
}

/** @source AWS CloudFormation User Guide, aws-properties-resource-tags: the tags that CloudFormation sets by itself */
const LOGICAL_ID = 'aws:cloudformation:logical-id';
const STACK_NAME = 'aws:cloudformation:stack-name';

/** Returns whether a template created the resource with the logical id: of the same service and, if one is named, stack. */
function isMadeBy({ arn, tags }: Resource, { type, stack }: DefinedBy<'logicalId'>): boolean {
  return parseArn(arn)?.service === serviceOf(type) && (stack === undefined || tags?.[STACK_NAME] === stack);
}

/** The service of a type of CloudFormation, as ARNs name it: `rds` of `AWS::RDS::DBInstance`. */
function serviceOf(type: string): string {
  const service = type.split('::')[1]?.toLowerCase() ?? '';
  return service === 'efs' ? 'elasticfilesystem' : service;
}
