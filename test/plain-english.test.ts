import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, it } from '@jest/globals';
import { textsOf } from './support/texts.js';

const ROOT = join(import.meta.dirname, '..');

/** Folders whose texts are not checked yet. */
const NOT_YET: readonly string[] = [];

/** Wordings that are hard to read, with better ones. */
const WORDINGS: readonly (readonly [RegExp, string])[] = [
  [/\b(could not|cannot|can) be told\b/i, 'unknown; cannot be determined'],
  [/\b(un)?told\b|\btell(s|ing)?\b/i, 'report, list, say, show, determine'],
  [/\blearn(s|t|ed)?\b/i, 'determine, find'],
  [/\bmend(s|ed|ing)?\b/i, 'fix'],
  [/\bnobody\b/i, 'name who does what, or use the passive'],
  [/\b(brings?|brought) forth\b/i, 'produce'],
  [/\bput up with\b/i, 'allow'],
  [/\bstand(s|ing)? over\b/i, 'override'],
  [/\bpass(es|ed|ing)? over\b/i, 'skip, ignore'],
  [/\bholds? nothing\b/i, 'has no backup, is empty'],
  [/\bas whom\b/i, 'principal'],
  [/\bwho am I\b/i, 'identifying the caller'],
  [/\bof late\b/i, 'recently'],
  [/\bis there already\b/i, 'already exists'],
  [/\bheld against\b|\bholds? \S+ against\b/i, 'compare with; count'],
  [/\bthe same of\b/i, 'also affects'],
  [/\b(none|not .{1,40}|no) any more\b/i, 'no longer'],
  [/\brestorable up to here\b|\bnothing restorable seen\b/i, 'latest restorable time; no restorable time reported'],
  [/\bmakes? up for it\b/i, 'no later restore succeeded'],
  [
    /\b(is|are) no (ARN|URL|account|baseline|backup|date|day|duration|file|folder|key|ledger|manifest|message|moment|number|part|path|period|port|program|quarter|record|run|signature|source map|test|value|verdict)\b/i,
    'is not a valid ...',
  ],
  [/\b(population|everything|all)s? .{0,20}read in full\b/i, 'read completely'],
  [/\b(was|were|been) looked at\b/i, 'scanned, checked'],
  [/\bwent well\b/i, 'succeeded'],
];

/** A docstring begins with what the thing is or does. */
const BARE_BEGINNING = /^(What|Whether|Of|How|Why)\b/;

const SOURCES = ['packages', 'rules', 'reports'].flatMap((group) =>
  readdirSync(join(ROOT, group)).flatMap((name) => filesIn(join(group, name, 'src'), /\.tsx?$/)),
);

const PAGES = [
  ...['README.md', 'CONTRIBUTING.md', 'action.yml'],
  ...readdirSync(join(ROOT, 'docs')).flatMap((name) => (name.endsWith('.md') ? [join('docs', name)] : [])),
  ...filesIn('.changeset', /\.md$/),
  ...['packages', 'reports'].flatMap((group) =>
    readdirSync(join(ROOT, group)).map((name) => join(group, name, 'README.md')),
  ),
].filter((page) => existsSync(join(ROOT, page)));

function filesIn(folder: string, name: RegExp): readonly string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && name.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));
}

const isChecked = (path: string): boolean =>
  !/\.(test|fixture)\.tsx?$/.test(path) && !NOT_YET.some((folder) => path.startsWith(`${folder}/`));

function faultsIn(text: string): readonly string[] {
  return WORDINGS.flatMap(([wording, better]) => {
    const found = wording.exec(text)?.[0];
    return found === undefined ? [] : [`"${found}": ${better}`];
  });
}

it('the sources speak plain English', () => {
  const faults = SOURCES.filter(isChecked).flatMap((path) =>
    textsOf(path, readFileSync(join(ROOT, path), 'utf8')).flatMap(({ line, kind, text }) => {
      const bare = kind === 'docstring' ? BARE_BEGINNING.exec(text)?.[0] : undefined;
      const all = [...faultsIn(text), ...(bare === undefined ? [] : [`begins with a bare "${bare}"`])];
      return all.map((fault) => `${path}:${line} ${fault}`);
    }),
  );
  expect(faults).toEqual([]);
});

it('the pages speak plain English', () => {
  const faults = PAGES.flatMap((path) =>
    readFileSync(join(ROOT, path), 'utf8')
      .split('\n')
      .flatMap((text, index) => faultsIn(text).map((fault) => `${path}:${index + 1} ${fault}`)),
  );
  expect(faults).toEqual([]);
});

it('every folder that is not checked yet exists', () => {
  const empty = NOT_YET.filter((folder) => !SOURCES.some((path) => path.startsWith(`${folder}/`)));
  expect(empty).toEqual([]);
});

it.each([
  ['38 outcomes could not be told', 2],
  ['it is no moment', 1],
  ['Flags stand over environment variables', 1],
  ['a backup plan covers it and has produced a recent, usable recovery point', 0],
  ['the tool is not a valid quarter', 0],
])('of "%s" it rejects %d wordings', (text, count) => {
  expect(faultsIn(text)).toHaveLength(count);
});
