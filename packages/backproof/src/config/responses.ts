import { RESPONSES_SCHEMA } from '@backproof/audit';
import type { ExceptionResponse } from '@backproof/audit';
import { ConfigError } from './config-error.js';
import type { ConfigFault } from './config-error.js';
import { isDay } from './expiry.js';
import { readListedFiles } from './listed-files.js';
import { yamlFaults } from './yaml-source.js';
import type { YamlSource } from './yaml-source.js';

/**
 * Reads the registers of responses that a command names, by paths or patterns.
 * @throws ConfigError if a file cannot be read or has faults; it has the first of them
 */
export async function loadResponses(patterns: readonly string[]): Promise<readonly ExceptionResponse[]> {
  const responses: ExceptionResponse[] = [];
  const placeOf = (index: number) => ({ file: patterns[index] ?? '', line: 1, column: 1 });
  const files = { of: 'responses', patterns, folder: '.', placeOf };
  const faults = await readListedFiles(files, (source) => responses.push(...readResponses(source, responses)));
  if (faults.length > 0) throw new ConfigError(faults);
  return responses;
}

function readResponses(source: YamlSource, earlier: readonly ExceptionResponse[]): readonly ExceptionResponse[] {
  const misshapen = yamlFaults(source, RESPONSES_SCHEMA);
  if (misshapen.length > 0) throw new ConfigError(misshapen);
  const faults: ConfigFault[] = [];
  const ids = new Set(earlier.map(({ id }) => id));
  const listed = (source.value ?? []) as readonly ExceptionResponse[];
  const responses = listed.map((response, index): ExceptionResponse => {
    const complain = (field: keyof ExceptionResponse, message: string): void => {
      faults.push({ place: source.placeOf([index, field]), message });
    };
    if (ids.has(response.id)) complain('id', `the response "${response.id}" already exists`);
    ids.add(response.id);
    for (const field of ['opened', 'due'] as const) {
      const given = response[field];
      if (given !== undefined && !isDay(given)) complain(field, `"${given}" is not a valid day. Write 2026-12-31.`);
    }
    const { file, line } = source.placeOf([index]);
    return { ...response, source: { file, line } };
  });
  if (faults.length > 0) throw new ConfigError(faults);
  return responses;
}
