import { accountsNotScanned, leftoverGroups, sameScope, unknownWordText } from '@backproof/core';
import type { Population, ReportedRun } from '@backproof/core';
import type { Counts } from './suite.js';
import { gapText, testcase, waiverText } from './testcase.js';
import { element } from './xml.js';

const CLASS = 'backproof.scan';

/** A suite that does not belong to a rule: its test cases, and how many of them did not pass. */
export interface SmallSuite {
  readonly name: string;
  readonly counts: Counts;
  readonly testcases: readonly string[];
}

/**
 * One test case for each scope: an error if one of its lists could not be read completely. Its output has the words of
 * AWS that this version does not know. An account of the organization that was left out is a skipped one.
 */
export function scanSuite(run: ReportedRun): SmallSuite {
  const { scopes, populations } = run;
  const ofScopes = scopes.map((scope) => populations.filter((population) => sameScope(population.scope, scope)));
  const unread = ofScopes.map((each) => each.filter(({ status }) => status !== 'complete'));
  const testcases = scopes.map(({ accountId, region }, i) =>
    testcase(CLASS, `${accountId}/${region}`, unreadText(unread[i] ?? []) + wordsText(ofScopes[i] ?? [])),
  );
  const nothing = element('error', { message: 'no account or Region was scanned', type: 'empty' });
  const all = scopes.length === 0 ? [testcase(CLASS, 'accounts and Regions', nothing)] : testcases;
  const errors = scopes.length === 0 ? 1 : unread.filter(({ length }) => length > 0).length;
  const notScanned = accountsNotScanned(run).map(({ name, accountId, leftOut }) =>
    testcase(CLASS, `${accountId} ${name}`, element('skipped', { message: `not scanned: ${leftOut}` })),
  );
  const tests = all.length + notScanned.length;
  const counts = { tests, failures: 0, errors, skipped: notScanned.length };
  return { name: 'scan', counts, testcases: [...all, ...notScanned] };
}

/** The waivers: one that is in force passes, one that is expired or stale is skipped and says so. */
export function waiverSuite({ waivers }: ReportedRun): SmallSuite {
  const testcases = waivers.map((waiver) => {
    const result = waiver.state === 'active' ? '' : element('skipped', { message: waiverText(waiver) });
    return testcase('backproof.waivers', waiver.id, result);
  });
  const skipped = waivers.filter(({ state }) => state !== 'active').length;
  return { name: 'waivers', counts: { tests: waivers.length, failures: 0, errors: 0, skipped }, testcases };
}

/** The leftovers, a test case for each kind with its items as output. No rule judges them, so all of them pass. */
export function leftoverSuite(run: ReportedRun): SmallSuite {
  const testcases = leftoverGroups(run).map(({ label, title, items }) =>
    testcase('backproof.leftovers', label, element('system-out', {}, [title, ...items].join('\n'))),
  );
  const counts = { tests: testcases.length, failures: 0, errors: 0, skipped: 0 };
  return { name: 'leftovers', counts, testcases };
}

function unreadText(populations: readonly Population[]): string {
  const [first] = populations.flatMap(gapsOf);
  if (first === undefined) return '';
  const lines = populations.flatMap((population) => [
    `${population.kind}${population.of === undefined ? '' : ` of ${population.of}`}: ${population.status}`,
    ...gapsOf(population).map((gap) => `  ${gapText(gap)}`),
  ]);
  const message = `could not be read completely: ${first.operation}: ${first.code}`;
  return element('error', { message, type: first.code }, lines.join('\n'));
}

function wordsText(populations: readonly Population[]): string {
  const words = populations.flatMap(({ unknownWords = [] }) => unknownWords.map(unknownWordText));
  if (words.length === 0) return '';
  const title = 'Words of AWS that this version does not know; where one decides, the verdict is unknown';
  return element('system-out', {}, [title, ...words].join('\n'));
}

function gapsOf(population: Population) {
  return population.status === 'complete' ? [] : population.gaps;
}
