import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from '@jest/globals';
import { ConfigError } from './config-error.js';
import { loadConfig } from './load-config.js';

/** A folder of its own for each test, in which files can be written. */
export function useFolder(): {
  readonly write: (files: Readonly<Record<string, string>>) => Promise<void>;
  readonly path: (name: string) => string;
} {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'backproof-config-'));
  });
  afterEach(() => rm(folder, { recursive: true }));
  const path = (name: string): string => join(folder, name);
  return {
    path,
    write: async (files) => {
      await Promise.all(Object.entries(files).map(([name, text]) => writeFile(path(name), text)));
    },
  };
}

/** A pack of one rule, as its author writes it. */
export function packSource(fields = ''): string {
  return `export default { rules: [{ id: 'acme/naming', version: '1.0.0', title: 'Names', severity: 'low', rationale: '',
    remediation: '', controls: [], needs: {}, messages: {}, options: { schema: { type: 'object' }, defaults: {} },
    prepare: () => () => ({}), relations: () => ({}), nativeRestoresWithin: () => undefined, horizon: () => undefined, ${fields} }] };`;
}

/** A pack of reporters that write nothing. */
export function reporterSource(...ids: readonly string[]): string {
  const reporters = ids.map(
    (id) =>
      `{ id: '${id}', extension: '.txt', mediaType: 'text/plain', options: { schema: {}, defaults: {} }, render: () => [] }`,
  );
  return `export default { rules: [], reporters: [${reporters.join(', ')}] };`;
}

/** The faults of a configuration, with the names of its files alone: `3:5 message`. */
export async function faultsOf(path: string): Promise<readonly string[]> {
  try {
    await loadConfig(path);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.faults.map(({ place: { file, line, column }, message }) => {
      return `${file.split('/').at(-1) ?? ''}:${line}:${column} ${message}`;
    });
  }
}
