import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { RESOURCE_TYPES } from '@backproof/core';
import { openSources, withoutEachProperty } from './resource-types/changed-sources.js';

const ROOT = join(import.meta.dirname, '..');
const REGISTRY = 'model/resource.ts';
const FIXTURE = 'model/types/lightsail.ts';

const sources = openSources(ROOT, REGISTRY);
const registry = sources.read(REGISTRY);
const fixture = readFileSync(join(import.meta.dirname, 'resource-types/lightsail.txt'), 'utf8');

/** The lines with which the registry knows one more type. */
const LINES = {
  descriptor: ['import { aurora }', "import { lightsail } from './types/lightsail.js';\nimport { aurora }"],
  shape: [
    'import type { Database }',
    "import type { LightsailDisk } from './types/lightsail.js';\nimport type { Database }",
  ],
  union: ['| CloudFormationStack;', '| CloudFormationStack | LightsailDisk;'],
  entry: ['  S3: s3,\n', '  S3: s3,\n  Lightsail: lightsail,\n'],
} as const;

function registryWith(...lines: readonly (keyof typeof LINES)[]): string {
  return lines.reduce((text, line) => {
    const [before, after] = LINES[line];
    expect(text).toContain(before);
    return text.replace(before, after);
  }, registry);
}

afterEach(() => {
  sources.replace({ [REGISTRY]: undefined, [FIXTURE]: undefined });
});

describe('a new type', () => {
  it('needs its own file and its lines in the registry, and no other file of core', () => {
    const core = openSources(ROOT, 'index.ts');
    core.replace({ [FIXTURE]: fixture, [REGISTRY]: registryWith('descriptor', 'shape', 'union', 'entry') });
    expect(core.allFiles().length).toBeGreaterThan(100);
    expect(core.errorsIn(core.allFiles())).toEqual([]);
  });

  it('does not compile without its descriptor in the registry', () => {
    sources.replace({ [FIXTURE]: fixture, [REGISTRY]: registryWith('shape', 'union') });
    expect(sources.errorsIn([REGISTRY]).join('\n')).toContain("Property 'Lightsail' is missing");
  });

  it('does not compile without its place in the union', () => {
    sources.replace({ [FIXTURE]: fixture, [REGISTRY]: registryWith('descriptor', 'shape', 'entry') });
    expect(sources.errorsIn([REGISTRY]).join('\n')).toContain("'Lightsail' does not exist in type");
  });

  it('does not compile under the name of another', () => {
    const misnamed = fixture.replaceAll("type: 'Lightsail'", "type: 'EBS'");
    sources.replace({ [FIXTURE]: misnamed, [REGISTRY]: registryWith('descriptor', 'shape', 'union', 'entry') });
    expect(sources.errorsIn([REGISTRY])).not.toEqual([]);
  });

  it('does not compile with a relation to a type that does not exist', () => {
    const lost = fixture.replace('relations: {}', "relations: { host: ['Lightsale'] }");
    sources.replace({ [FIXTURE]: lost, [REGISTRY]: registryWith('descriptor', 'shape', 'union', 'entry') });
    expect(sources.errorsIn([REGISTRY]).join('\n')).toContain('"Lightsale"');
  });
});

describe('the descriptors', () => {
  const files = readdirSync(join(ROOT, 'packages/core/src/model/types')).map((name) => `model/types/${name}`);
  const properties = files.flatMap((path) =>
    withoutEachProperty(sources.read(path)).map(({ name, text }) => ({
      path,
      name,
      text,
      file: path.replace('.ts', `-without-${name}.ts`),
    })),
  );

  it('are one for each type', () => {
    expect(new Set(properties.map(({ path }) => path)).size).toBe(RESOURCE_TYPES.length);
  });

  it('do not compile without one of their properties', () => {
    sources.replace(Object.fromEntries(properties.map(({ file, text }) => [file, text])));
    const silent = properties.filter(
      ({ file, name }) => !sources.errorsIn([file]).some((error) => error.includes(`'${name}' is missing`)),
    );
    expect(silent.map(({ path, name }) => `${path}: ${name}`)).toEqual([]);
  });
});
