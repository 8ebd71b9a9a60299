import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { cycles, fileGraph, violations } from './architecture/rooms.js';
import { parseSource, readSources } from './architecture/source.js';

const ROOT = join(import.meta.dirname, '..');
const sources = readSources(ROOT);

describe('the house as it stands', () => {
  it('is read whole', () => {
    expect(sources.length).toBeGreaterThan(100);
    expect(sources.find(({ path }) => path === 'packages/core/src/model/canonical.ts')?.imports).toContain(
      'node:crypto',
    );
  });

  it('has no import and no open door that its rules forbid', () => {
    expect(violations(sources)).toEqual([]);
  });

  it('has no file that imports itself in a circle', () => {
    expect(cycles(fileGraph(sources))).toEqual([]);
  });

  it('has no package that depends on itself in a circle, development included', () => {
    expect(cycles(packageGraph())).toEqual([]);
  });

  it('has these rooms and no other at the top', () => {
    const entries = readdirSync(ROOT, { withFileTypes: true }).filter(({ name }) => !name.startsWith('.'));
    const expected = [
      ...[
        'CHANGELOG.md',
        'CONTRIBUTING.md',
        'LICENSE',
        'README.md',
        'SECURITY.md',
        'docs',
        'jest.config.ts',
        'package-lock.json',
      ],
      ...[
        'action',
        'action.yml',
        'deploy',
        'package.json',
        'packages',
        'reports',
        'rules',
        'site',
        'test',
        'tsconfig.json',
        'turbo.json',
      ],
    ];
    const generated = ['node_modules', 'coverage'];
    expect(entries.map(({ name }) => name).filter((name) => ![...expected, ...generated].includes(name))).toEqual([]);
  });
});

describe('a forbidden import is found', () => {
  const cases: readonly [story: string, path: string, text: string][] = [
    ['core reads a file', 'packages/core/src/model/a.ts', `import { readFileSync } from 'node:fs';`],
    ['core reads a file, by the old name', 'packages/core/src/model/a.ts', `import { readFileSync } from 'fs';`],
    ['core knows the SDK', 'packages/core/src/model/a.ts', `import type { Tag } from '@aws-sdk/client-ec2';`],
    ['core knows the SDK in a test', 'packages/core/src/model/a.test.ts', `import '@aws-sdk/client-ec2';`],
    ['core knows a rule in a test', 'packages/core/src/model/a.test.ts', `import '@backproof/rule-backup-coverage';`],
    ['core reads the clock', 'packages/core/src/model/a.ts', `export const now = Date.now();`],
    ['core reads the clock otherwise', 'packages/core/src/model/a.ts', `export const now = new Date();`],
    ['core throws dice', 'packages/core/src/model/a.ts', `export const die = Math.random();`],
    ['core prints', 'packages/core/src/model/a.ts', `console.log(1);`],
    ['core waits', 'packages/core/src/model/a.ts', `setTimeout(() => 1, 1);`],
    ['the model knows the engine', 'packages/core/src/model/a.ts', `import '../engine/run.js';`],
    ['semantics know a rule', 'packages/core/src/semantics/a.ts', `import type { Rule } from '../rule/rule.js';`],
    ['a rule knows another', 'rules/a/src/rule.ts', `import '@backproof/rule-b';`],
    ['a rule imports by path', 'rules/a/src/rule.ts', `const b = await import('@backproof/core/dist/model/arn.js');`],
    ['a report writes files', 'reports/a/src/index.ts', `export { writeFile } from 'node:fs/promises';`],
    ['a report knows a rule', 'reports/a/src/index.ts', `import '@backproof/rule-b';`],
    ['collectors know a report', 'packages/aws/src/a.ts', `import '@backproof/report-terminal';`],
    ['collectors know the sandbox', 'packages/aws/src/a.ts', `import '@backproof/sandbox';`],
    ['collectors print', 'packages/aws/src/a.ts', `console.error('no');`],
    ['the sandbox knows the collectors', 'packages/sandbox/src/a.ts', `import '@backproof/aws';`],
    ['a room that nobody planned', 'packages/extra/src/a.ts', ``],
  ];
  it.each(cases)('%s', (_story, path, text) => {
    expect(violations([parseSource(path, text)])).toHaveLength(1);
  });

  it('and what is allowed is not', () => {
    const text = `import { createHash } from 'node:crypto'; import { a } from './b.js'; export const at = new Date(0).process;`;
    expect(violations([parseSource('packages/core/src/model/a.ts', text)])).toEqual([]);
  });

  it('a circle through a component is one too', () => {
    const files = [
      parseSource('reports/a/src/table.tsx', `import './page.js';`),
      parseSource('reports/a/src/page.ts', `import './table.js';`),
    ];
    expect(cycles(fileGraph(files))).toEqual([
      'reports/a/src/table.tsx -> reports/a/src/page.ts -> reports/a/src/table.tsx',
    ]);
  });

  it('a circle is named', () => {
    const files = [
      parseSource('packages/core/src/model/a.ts', `import './b.js';`),
      parseSource('packages/core/src/model/b.ts', `import './a.js';`),
    ];
    expect(cycles(fileGraph(files))).toEqual([
      'packages/core/src/model/a.ts -> packages/core/src/model/b.ts -> packages/core/src/model/a.ts',
    ]);
  });
});

/** Which package of ours names which in its manifest. */
function packageGraph(): ReadonlyMap<string, readonly string[]> {
  const graph = new Map<string, readonly string[]>();
  for (const folder of ['packages', 'rules', 'reports']) {
    for (const name of readdirSync(join(ROOT, folder))) {
      const manifest = JSON.parse(readFileSync(join(ROOT, folder, name, 'package.json'), 'utf8')) as Manifest;
      const named = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.peerDependencies };
      graph.set(
        manifest.name,
        Object.keys(named).filter((other) => other.includes('backproof')),
      );
    }
  }
  return graph;
}

interface Manifest {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}
