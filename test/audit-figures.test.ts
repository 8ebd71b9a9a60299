import { beforeAll, describe, expect, it } from '@jest/globals';
import { auditCsv, auditHtml, auditTableNamed } from 'backproof';
import type { Audit } from 'backproof';
import { numberIn, pageText } from './support/page-tables.js';
import type { PageText } from './support/page-tables.js';
import { auditOfRecordedQuarter } from './support/recorded-quarter.js';

describe('every number on the page', () => {
  let audit: Audit;
  let page: PageText;
  let population: readonly Readonly<Record<string, string>>[];
  beforeAll(async () => {
    audit = await auditOfRecordedQuarter();
    page = pageText([...auditHtml(audit)].join(''));
    population = page.table('Every resource that a run lists');
    expect(population.length).toBeGreaterThan(5);
  });
  const sum = (rows: readonly Readonly<Record<string, string>>[], column: string): number =>
    rows.reduce((total, row) => total + numberIn(row[column]), 0);
  const count = <T>(rows: readonly T[], is: (row: T) => boolean): number => rows.filter(is).length;

  it('at the top is the length of a list below', () => {
    const unapproved = page.table('Exceptions that were not approved for all of their time');
    const restores = page.table('Restores, oldest first');
    expect(page.figures).toMatchObject({
      runs: String(page.table('Runs of the period, oldest first').length),
      'accounts and Regions': String(page.table('Accounts and Regions').length),
      'resources at the beginning': String(count(population, ({ Opening }) => Opening !== 'absent')),
      'resources at the end': String(count(population, ({ Closing }) => Closing !== 'absent')),
      'exceptions not approved for all of their time': String(unapproved.length),
      'of these open at the end': String(count(unapproved, ({ Time = '' }) => /^\W*open\b/.test(Time))),
      'approved exceptions': String(page.table('Approved exceptions').length),
      restores: String(restores.length),
      'of these restore tests': String(count(restores, ({ Result = '' }) => Result.startsWith('restore test'))),
    });
    expect(Number(page.figures.restores)).toBeGreaterThan(Number(page.figures['of these restore tests']));
    expect(page.section('conclusion')).toContain(
      `${unapproved.length} exceptions not approved for all of the time, ${page.figures['of these open at the end']} open`,
    );
  });

  it('of the population follows from its lists, by type and by account', () => {
    const changes = page.table('Changes of the population, oldest first');
    const exceptions = page.table('Exceptions that were not approved for all of their time').length;
    for (const [caption, title, key] of [
      ['Resources by type', 'Type', 'Resource'],
      ['Resources by account', 'Account', 'Where'],
    ] as const) {
      const rows = page.table(caption);
      const [all, parts] = [rows.at(-1), rows.slice(0, -1)];
      for (const { [title]: of = '', Opening, Added, Removed, Closing, Judged, Excluded, Exceptions } of parts) {
        const isOf = (row: Readonly<Record<string, string>>): boolean => ` ${row[key] ?? ''} `.includes(` ${of} `);
        const its = population.filter(isOf);
        const moved = changes.filter(isOf);
        expect([of, Opening, Added, Removed, Closing, Judged, Excluded, Exceptions].map(String)).toEqual([
          of,
          ...[
            count(its, (row) => row.Opening !== 'absent'),
            count(moved, ({ Change = '' }) => Change.startsWith('added')),
            count(moved, ({ Change = '' }) => Change.startsWith('removed')),
            count(its, (row) => row.Closing !== 'absent'),
            count(its, (row) => row.Closing === 'judged'),
            count(its, (row) => row.Closing?.startsWith('excluded') === true),
            sum(its, 'Exceptions'),
          ].map(String),
        ]);
        expect(numberIn(Opening) + numberIn(Added) - numberIn(Removed)).toBe(numberIn(Closing));
      }
      for (const column of ['Opening', 'Added', 'Removed', 'Closing', 'Judged', 'Excluded', 'Exceptions']) {
        expect([column, sum(parts, column)]).toEqual([column, numberIn(all?.[column])]);
      }
      expect(numberIn(all?.Exceptions)).toBe(exceptions);
    }
  });

  it('of the last run follows from the results in the population', () => {
    const last = page.table('Runs of the period, oldest first').at(-1);
    const results = audit.population.resources.flatMap((resource) => Object.entries(resource.results));
    const of = (status: string): number => count(results, ([, each]) => each === status);
    expect(numberIn(last?.Passed)).toBe(of('pass'));
    expect(numberIn(last?.Failed) + numberIn(last?.Waived)).toBe(of('fail'));
    expect(numberIn(last?.Unknown)).toBe(of('unknown'));
    expect(numberIn(last?.Resources)).toBe(count(population, ({ Closing }) => Closing === 'judged'));
    expect(numberIn(last?.Excluded)).toBe(count(population, ({ Closing = '' }) => Closing.startsWith('excluded')));
    const { Run: _, ...shares } = page.table('Passed of tested, run by run').at(-1) ?? {};
    for (const [rule, share] of Object.entries(shares)) {
      const ofRule = results.filter(([id, status]) => id === rule && status !== 'notApplicable');
      expect([rule, share]).toEqual([rule, `${count(ofRule, ([, status]) => status === 'pass')} / ${ofRule.length}`]);
    }
    for (const { caption, controls } of audit.frameworks.map(({ name, version, publisher, controls: of }) => ({
      caption: `${name} (${version}), ${publisher}`,
      controls: of,
    }))) {
      const rows = page.table(caption);
      expect(rows.map((row) => numberIn(row['Tested in the last run']))).toEqual(
        controls.map(({ rules }) =>
          count(audit.population.resources, (resource) =>
            rules.some((id) => ['pass', 'fail'].includes(resource.results[id] ?? '')),
          ),
        ),
      );
    }
  });

  it('of changes, restores and remedies follows from the lists of exceptions and restores', () => {
    const { exceptions, period } = audit;
    const [, fresh, ended, persisting] = /(\d+) new, (\d+) ended, (\d+) persisting/.exec(page.section('changes')) ?? [];
    expect([fresh, ended, persisting].map(Number)).toEqual([
      count(exceptions, ({ opened }) => opened.at >= period.from),
      count(exceptions, ({ closed }) => closed !== undefined),
      count(exceptions, ({ opened, closed }) => opened.at < period.from && closed === undefined),
    ]);
    const caption =
      'From the first run with the failure to the run in which the rule passed; open exceptions are not in the mean';
    for (const { Rule, Remedied, Open } of page.table(caption)) {
      const its = exceptions.filter(({ ruleId }) => ruleId === Rule);
      expect(numberIn(Remedied)).toBe(count(its, ({ closed }) => closed?.how === 'met'));
      expect(numberIn(Open)).toBe(count(its, ({ closed }) => closed === undefined));
    }
    const restores = page.table('Restores, oldest first').map(({ Result = '' }) => Result);
    const tests = restores.filter((result) => result.startsWith('restore test'));
    expect(page.section('restores')).toContain(
      [
        `The ledger has ${restores.length} restores that began in the period: ${tests.length} restore tests (`,
        `${count(tests, (result) => result.includes(', COMPLETED'))} completed, `,
        `${count(tests, (result) => result.includes('validation SUCCESSFUL'))} validated), `,
        `${count(restores, (result) => result.startsWith('on demand'))} on demand, `,
        `${count(restores, (result) => result.startsWith('without AWS Backup'))} without AWS Backup.`,
      ].join(''),
    );
  });

  it('of a walkthrough follows from the lists of exceptions, of resources and of runs', () => {
    const { exceptions, frameworks, population: people, runs: all } = audit;
    const assessed = frameworks.flatMap(({ controls }) => controls).filter(({ rules }) => rules.length > 0);
    expect(assessed.length).toBeGreaterThan(20);
    for (const { id, rules } of assessed) {
      const steps = page.table(`Walkthrough of ${id}`);
      const step = (name: string): readonly number[] =>
        [...(Object.values(steps.find(({ Step }) => Step === name) ?? {})[1] ?? '').matchAll(/\d[\d,]*/g)].map(
          ([digits]) => numberIn(digits),
        );
      const its = exceptions.filter(({ ruleId }) => rules.includes(ruleId));
      const unapproved = its.filter(({ dispositions }) => dispositions.some(({ kind }) => kind !== 'waived'));
      const statuses = people.resources.map(({ results }) => rules.map((rule) => results[rule]));
      expect([id, step('Exceptions')]).toEqual([
        id,
        [its.length, unapproved.length, count(unapproved, ({ closed }) => closed === undefined)],
      ]);
      expect([id, step('Population')]).toEqual([
        id,
        [
          count(population, ({ Closing }) => Closing === 'judged'),
          count(population, ({ Closing = '' }) => Closing.startsWith('excluded')),
          count(statuses, (each) => each.includes('pass') || each.includes('fail')),
          count(statuses, (each) => each.includes('unknown')),
        ],
      ]);
      const [total, ...byStatus] = step('Result');
      expect([total, byStatus.reduce((all, each) => all + each, 0)]).toEqual([all.length, all.length]);
    }
  });

  it('of resources that were never restored is the length of their list, which has those of the population', () => {
    const listed = page.table('Resources without a known completed restore');
    expect(page.section('restores')).toContain(
      `The ledger knows no completed restore of ${listed.length} judged resource`,
    );
    const { resources } = audit.population;
    const never = resources.filter(({ closing, lastRestored }) => closing === 'judged' && lastRestored === undefined);
    expect(listed.map(({ Resource = '' }) => Resource.split(' ')[0])).toEqual(never.map(({ name }) => name));
    expect(never.map(({ name }) => name)).toContain('archive');
    const restored = new Set(
      audit.restores.filter(({ status }) => status === 'COMPLETED').map((each) => each.resourceArn),
    );
    expect(never.filter(({ arn }) => restored.has(arn))).toEqual([]);
  });

  it('of recovery follows from the lists of restores, of resources and of outcomes', () => {
    const { restores, population: people } = audit;
    const typeOf = new Map(people.resources.map(({ arn, type }) => [arn, type]));
    const times = page.table('Completed restores by type and month in which they began, and how long they took');
    expect(times.length).toBeGreaterThan(2);
    const completed = restores.filter(({ status, tookMs }) => status === 'COMPLETED' && tookMs !== undefined);
    expect(sum(times, 'Restores')).toBe(completed.length);
    for (const { Type, Month, Restores, Resources } of times) {
      const its = completed.filter(
        ({ startedAt, resourceArn = '' }) =>
          startedAt.startsWith(String(Month)) && (typeOf.get(resourceArn) ?? 'unknown') === Type,
      );
      expect([numberIn(Restores), numberIn(Resources)]).toEqual([
        its.length,
        new Set(its.map(({ resourceArn }) => resourceArn)).size,
      ]);
    }
    const coverage = page.table('Resources by their last completed restore');
    const [all, parts] = [coverage.at(-1), coverage.slice(0, -1)];
    for (const column of ['Judged', 'Restored within the year', 'Restored earlier', 'No known restore']) {
      expect([column, sum(parts, column)]).toEqual([column, numberIn(all?.[column])]);
    }
    expect(numberIn(all?.['No known restore'])).toBe(page.table('Resources without a known completed restore').length);
    const restored = people.resources.filter(
      ({ closing, lastRestored }) => closing === 'judged' && lastRestored !== undefined,
    );
    expect(numberIn(all?.['Restored within the year']) + numberIn(all?.['Restored earlier'])).toBe(restored.length);
    const objectives = page.table('Recovery objectives, run by run');
    const runs = page.table('Runs of the period, oldest first').length;
    if (objectives.length < runs) {
      expect(page.section('recovery')).toContain(`judged in ${objectives.length} of ${runs} runs`);
    }
  });

  it('is the number of rows of a CSV file', () => {
    // Cells of several lines are in quotes.
    const rows = (pieces: Iterable<string>): number =>
      [...pieces]
        .join('')
        .replace(/"[^"]*"/g, '')
        .trimEnd()
        .split('\n').length - 1;
    expect(rows(auditCsv(audit, auditTableNamed('population')))).toBe(population.length);
    expect(rows(auditCsv(audit, auditTableNamed('movements')))).toBe(
      page.table('Changes of the population, oldest first').length,
    );
    expect(rows(auditCsv(audit, auditTableNamed('exceptions')))).toBe(audit.exceptions.length);
  });
});
