import { schemaFaults } from '@backproof/core';
import type { Definition, SourcePlace } from './definition.js';

/** The parts of a state that are read: the resources and, of each, the attributes that name what it made. */
export interface TerraformState {
  readonly version: number;
  readonly resources: readonly {
    readonly mode: string;
    readonly type: string;
    readonly name: string;
    readonly module?: string;
    readonly instances: readonly { readonly attributes?: Readonly<Record<string, unknown>> | null }[];
  }[];
}

const text = { type: 'string' };

const SCHEMA = {
  type: 'object',
  required: ['version', 'resources'],
  properties: {
    version: { const: 4 },
    resources: {
      type: 'array',
      items: {
        type: 'object',
        required: ['mode', 'type', 'name', 'instances'],
        properties: {
          mode: text,
          type: text,
          name: text,
          module: text,
          instances: {
            type: 'array',
            items: { type: 'object', properties: { attributes: { type: ['object', 'null'] } } },
          },
        },
      },
    },
  },
};

/** Returns whether a document is a Terraform state, of any version. */
export function looksLikeState(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'terraform_version' in value;
}

/** Returns whether a state can be read: version 4, which Terraform writes since 0.12. */
export function isState(value: unknown): value is TerraformState {
  return schemaFaults(SCHEMA, value).length === 0;
}

/** The resources of a state whose block `placeOf` finds, and the number of those whose block it does not find. */
export function stateDefinitions(
  { resources }: TerraformState,
  placeOf: (type: string, name: string, module: string | undefined) => SourcePlace | undefined,
): { readonly definitions: readonly Definition[]; readonly unplaced: number } {
  const definitions: Definition[] = [];
  let unplaced = 0;
  for (const { mode, type, name, module, instances } of resources) {
    const arns = mode === 'managed' ? instances.flatMap(({ attributes }) => arnsOf(attributes ?? {})) : [];
    if (arns.length === 0) continue;
    const place = placeOf(type, name, module);
    if (place === undefined) unplaced++;
    else definitions.push(...arns.map((arn) => ({ defines: { arn }, place })));
  }
  return { definitions, unplaced };
}

/** The ARN of what was made, and of an instance those of the volumes that were made with it. */
function arnsOf(attributes: Readonly<Record<string, unknown>>): readonly string[] {
  const { arn } = attributes;
  if (typeof arn !== 'string') return [];
  const devices = [attributes.root_block_device, attributes.ebs_block_device].flat();
  const volumes = devices.flatMap((device) =>
    typeof device === 'object' && device !== null && 'volume_id' in device && typeof device.volume_id === 'string'
      ? arn.replace(/:instance\/.*$/, `:volume/${device.volume_id}`)
      : [],
  );
  return [arn, ...volumes];
}
