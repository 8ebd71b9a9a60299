import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Stryker } from '@stryker-mutator/core';

/**
 * Changes the code of a subject in every way that Stryker knows, one at a time, and reports how many of the changes its
 * tests notice. Fails below 88 percent. The reports are in coverage/mutation.
 *
 * Usage: npm run mutate [-- [--incremental] SUBJECT...], where a subject is `semantics`, `relations` or the name of a rule.
 * Incremental: what the last incremental run found is taken over where neither the code nor its tests have changed.
 */
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
process.chdir(here('../..'));

/** By subject: its code and its tests, each by the files of a folder. */
const SUBJECTS = {
  semantics: { folder: 'packages/core/src/semantics', files: '**/*' },
  relations: { folder: 'packages/core/src/engine', files: '{relations,resolve,witness,peer-restores}' },
  ...Object.fromEntries(readdirSync('rules').map((rule) => [rule, { folder: `rules/${rule}/src`, files: '**/*' }])),
};
const args = process.argv.slice(2);
const incremental = args.includes('--incremental');
const subjects = args.filter((arg) => arg !== '--incremental');
const unknown = subjects.filter((subject) => !Object.hasOwn(SUBJECTS, subject));
if (unknown.length > 0) {
  throw new Error(`${unknown.join(', ')}: no such subject; there are ${Object.keys(SUBJECTS).join(', ')}`);
}
for (const subject of subjects.length > 0 ? subjects : Object.keys(SUBJECTS)) {
  await new Stryker(optionsFor(subject)).runMutationTest();
}

function optionsFor(subject) {
  const { folder, files } = SUBJECTS[subject];
  const home = folder.split('/').slice(0, 2).join('/');
  const report = `coverage/mutation/${subject}`;
  return {
    mutate: [`${folder}/${files}.ts`, '!**/*.{test,fixture,d}.ts'],
    ignorePatterns: ['**', '!package.json', '!jest.config.ts', `!${home}/package.json`, `!${home}/src/**`],
    testRunner: 'jest',
    testRunnerNodeArgs: ['--experimental-vm-modules', '--no-warnings'],
    jest: {
      config: {
        // A mutant that nothing but random estates tells from the code lacks a story; and these take longer than all else.
        testMatch: [`<rootDir>/${folder}/${files}.test.ts`, '!**/properties.test.ts'],
        testEnvironment: here('fail-fast-environment.js'),
        setupFiles: [here('same-random-values.js')],
      },
    },
    coverageAnalysis: 'perTest',
    concurrency: 1,
    // Node keeps the modules of a test file for good.
    maxTestRunnerReuse: 50,
    // Endless loops are found by counting: how long a test takes says little on a busy machine.
    timeoutMS: 60_000,
    timeoutFactor: 10,
    thresholds: { high: 95, low: 88, break: 88 },
    reporters: ['clear-text', 'progress', 'html', 'json'],
    clearTextReporter: { logTests: false },
    htmlReporter: { fileName: `${report}.html` },
    jsonReporter: { fileName: `${report}.json` },
    tempDirName: join(tmpdir(), 'backproof-mutation'),
    incremental,
    incrementalFile: `${report}.incremental.json`,
  };
}
