/** @jest-config-loader esbuild-register */
import type { Config } from 'jest';

/** Tests run as native ES modules, each beside the code it tests; what crosses packages is in `test/`. */
const config: Config = {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/{packages,rules,reports}/*/src/**/*.test.ts', '<rootDir>/test/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': ['$1.ts', '$1.js'] },
  transform: {
    '\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' }, module: { type: 'es6' }, sourceMaps: 'inline' },
    ],
  },
  testTimeout: 120_000,
};

export default config;
