import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
  globalIgnores(['**/dist/', '**/coverage/', '**/generated/']),
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      'max-lines': ['error', { max: 300 }],
      'no-console': 'error',
    },
  },
  {
    // Tables of stories may be long.
    files: ['**/*.test.ts', 'packages/sandbox/src/estates/**/*.ts'],
    rules: { 'max-lines': 'off' },
  },
  {
    // Only the fixture gives Node's functions back when a suite ends.
    files: ['**/*.ts'],
    ignores: ['packages/aws/src/nock.fixture.ts'],
    rules: { 'no-restricted-imports': ['error', { name: 'nock', message: 'Import nock.fixture.js of packages/aws.' }] },
  },
  {
    files: ['**/*.js'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
  },
);
