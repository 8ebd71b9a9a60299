import { ConfigError } from '../config/config-error.js';
import { yamlFaults } from '../config/yaml-source.js';
import type { YamlSource } from '../config/yaml-source.js';
import type { Definition } from './definition.js';

const SCHEMA = {
  type: 'array',
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['file'],
    properties: {
      arn: { type: 'string', pattern: '^arn:' },
      tags: { type: 'object', minProperties: 1, additionalProperties: { type: 'string' } },
      file: { type: 'string', minLength: 1 },
      line: { type: 'integer', minimum: 1 },
    },
  },
};

interface Entry {
  readonly arn?: string;
  readonly tags?: Readonly<Record<string, string>>;
  readonly file: string;
  readonly line?: number;
}

/**
 * A list that people wrote: an ARN or tags, a file and a line.
 * @throws ConfigError if the list has faults; it has all of them
 */
export function handWrittenDefinitions(source: YamlSource): readonly Definition[] {
  const misshapen = yamlFaults(source, SCHEMA);
  if (misshapen.length > 0) throw new ConfigError(misshapen);
  const entries = source.value as readonly Entry[];
  const faults = entries.flatMap(({ arn, tags, file }, index) => [
    ...((arn === undefined) === (tags === undefined)
      ? [{ place: source.placeOf([index]), message: `"${index}" must have either arn or tags` }]
      : []),
    ...(isWithin(file) ? [] : [{ place: source.placeOf([index, 'file']), message: outside(file) }]),
  ]);
  if (faults.length > 0) throw new ConfigError(faults);
  return entries.flatMap(({ arn, tags, file: path, line = 1 }): Definition[] => {
    const defines = arn === undefined ? tags && { tags } : { arn };
    return defines === undefined ? [] : [{ defines, place: { file: path, line } }];
  });
}

/** A path of the repository: no machine's own, and not out of it. */
function isWithin(file: string): boolean {
  return !file.startsWith('/') && !file.includes('\\') && !file.split('/').includes('..');
}

function outside(file: string): string {
  return `"${file}" is not a path within the repository. Write one such as infra/rds.tf`;
}
