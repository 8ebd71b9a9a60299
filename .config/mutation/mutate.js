import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Stryker } from '@stryker-mutator/core';
import ts from 'typescript';

/**
 * Changes the code of a subject in every way that Stryker knows, one at a time, and reports how many of the changes its
 * tests notice. Fails below 88 percent. The reports are in coverage/mutation.
 *
 * Usage: npm run mutate [-- [--incremental] [--one-of=N] SUBJECT...], where a subject is `semantics`, `relations` or the
 * name of a rule. Incremental: what the last incremental run found is taken over where neither the code nor its tests have
 * changed. One of N: of the functions and other statements of the files, in their order, each Nth is changed only.
 */
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
process.chdir(here('../..'));

/** By subject: the folder of its code and its tests, and their names if they are not all in it. */
const SUBJECTS = {
  semantics: { folder: 'packages/core/src/semantics' },
  relations: { folder: 'packages/core/src/engine', names: ['relations', 'resolve', 'witness', 'peer-restores'] },
  ...Object.fromEntries(readdirSync('rules').map((rule) => [rule, { folder: `rules/${rule}/src` }])),
};
const args = process.argv.slice(2);
const incremental = args.includes('--incremental');
const oneOf = Number(args.find((arg) => arg.startsWith('--one-of='))?.slice('--one-of='.length) ?? 1);
const subjects = args.filter((arg) => !arg.startsWith('--'));
const unknown = subjects.filter((subject) => !Object.hasOwn(SUBJECTS, subject));
if (unknown.length > 0) {
  throw new Error(`${unknown.join(', ')}: no such subject; there are ${Object.keys(SUBJECTS).join(', ')}`);
}
for (const subject of subjects.length > 0 ? subjects : Object.keys(SUBJECTS)) {
  await new Stryker(optionsFor(subject)).runMutationTest();
}

function optionsFor(subject) {
  const { folder, names } = SUBJECTS[subject];
  const files = names === undefined ? '**/*' : `{${names.join()}}`;
  const home = folder.split('/').slice(0, 2).join('/');
  const report = `coverage/mutation/${subject}`;
  return {
    mutate: oneOf === 1 ? [`${folder}/${files}.ts`, '!**/*.{test,fixture,d}.ts'] : sampled(SUBJECTS[subject]),
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

/** Each Nth of the statements of the files of a subject, as the ranges of lines that Stryker takes. */
function sampled({ folder, names }) {
  const files = readdirSync(folder).filter((name) => /^[^.]+\.ts$/.test(name));
  const chosen = files.filter((name) => names?.includes(name.slice(0, -'.ts'.length)) ?? true).sort();
  const ranges = chosen.flatMap((name) => {
    const file = ts.createSourceFile(name, readFileSync(join(folder, name), 'utf8'), ts.ScriptTarget.Latest);
    const lineOf = (position) => file.getLineAndCharacterOfPosition(position).line + 1;
    return file.statements
      .filter((each) => ts.isFunctionDeclaration(each) || ts.isVariableStatement(each) || ts.isClassDeclaration(each))
      .map((each) => `${folder}/${name}:${lineOf(each.getStart(file))}-${lineOf(each.end)}`);
  });
  return ranges.filter((_, index) => index % oneOf === 0);
}
