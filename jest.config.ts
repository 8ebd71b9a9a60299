/** @jest-config-loader esbuild-register */
import { availableParallelism } from 'node:os';
import type { Config } from 'jest';

/** How swc reads TypeScript; JSX makes the elements of Preact. */
function transformOf(parser: {
  readonly syntax: 'typescript';
  readonly tsx?: true;
}): [string, Record<string, unknown>] {
  const transform = { react: { runtime: 'automatic', importSource: 'preact' } };
  return ['@swc/jest', { jsc: { parser, transform, target: 'es2023' }, module: { type: 'es6' }, sourceMaps: 'inline' }];
}

/** The field cases are a folder beside the checkout: without it, there is nothing to test. */
const withoutFieldCases = process.env.FIELD_CASES_DIR === undefined ? ['<rootDir>/test/field-cases.test.ts'] : [];

/** Tests run as native ES modules, each beside the code it tests; what crosses packages is in `test/`. */
const config: Config = {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/{packages,rules,reports}/*/src/**/*.test.ts', '<rootDir>/test/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', ...withoutFieldCases],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': ['$1.ts', '$1.tsx', '$1.js'] },
  transform: {
    '\\.ts$': transformOf({ syntax: 'typescript' }),
    '\\.tsx$': transformOf({ syntax: 'typescript', tsx: true }),
  },
  testTimeout: 120_000,
  // What suites leave behind is freed with their process: they run in workers, on one core too, which are replaced when
  // they hold more than this between two suites (docs/decisions/0008-tests-in-replaced-processes.md).
  workerIdleMemoryLimit: '256MB',
  // Together they fit in 4 GiB, on however many cores.
  maxWorkers: Math.min(availableParallelism(), 4),
};

export default config;
