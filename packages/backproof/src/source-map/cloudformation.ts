import type { YamlSource } from '../config/yaml-source.js';
import type { Definition } from './definition.js';
import { isRecord } from '../is-record.js';

/** Returns whether a document is a template: it has resources, each with a type. */
export function isTemplate(value: unknown): value is { readonly Resources: object } {
  return isRecord(value) && isRecord(value.Resources) && Object.values(value.Resources).every(hasType);
}

/**
 * The definitions in a CloudFormation template: each resource by its logical id, at the line of it. CloudFormation sets that
 * id as a tag of what it makes. Without `stack` those of every stack are meant: one template may make several.
 */
export function templateDefinitions(source: YamlSource, file: string, stack?: string): readonly Definition[] {
  if (!isTemplate(source.value)) return [];
  return Object.entries(source.value.Resources).flatMap(([logicalId, resource]: [string, unknown]) => {
    if (!hasType(resource)) return [];
    const { line } = source.placeOf(['Resources', logicalId]);
    const defines = { logicalId, type: resource.Type, ...(stack !== undefined && { stack }) };
    return [{ defines, place: { file, line } }];
  });
}

function hasType(value: unknown): value is { readonly Type: string } {
  return isRecord(value) && typeof value.Type === 'string';
}
