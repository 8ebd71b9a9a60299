import { describe, expect, it } from '@jest/globals';
import { absenceOf } from './absence.js';
import { auditOfWeeks, HOSTILE, week } from './audit.fixture.js';
import type { Sight } from './audit.fixture.js';
import type { Audit } from './audit.js';
import type { AuditedResource } from './population.js';
import type { RecordedRun } from './recorded-run.js';

const at = (number: number): string => new Date(week(number)).toISOString();

function memberIn({ population }: Audit): AuditedResource {
  const found = population.resources.find(({ name }) => name === HOSTILE);
  if (found === undefined) throw new Error('the table is in the population');
  return found;
}

describe('the population', () => {
  it.each<[string, (Sight | undefined)[], readonly string[]]>([
    ['of a resource that stays has no movement', ['pass', 'fail', 'unknown'], []],
    ['names the run that first lists a resource', ['absent', 'pass'], ['added 0 1']],
    ['names the run that no longer lists a resource', ['pass', 'absent'], ['gone 0 1']],
    ['says that a resource is back', ['pass', 'absent', 'absent', 'pass'], ['gone 0 1', 'returned 2 3']],
    ['does not say that a resource is gone whose list was not read', ['pass', 'unlisted'], ['unread 0 1']],
    ['keeps excluded resources', ['pass', 'excluded', 'pass'], ['excluded 0 1 left to others', 'included 1 2']],
    ['sees an excluded resource go', ['excluded', 'absent'], ['gone 0 1']],
    ['counts from the runs that there are', ['pass', undefined, 'absent'], ['gone 0 2']],
  ])('%s', async (_, weeks, expected) => {
    const audit = await auditOfWeeks(weeks);
    const { movements } = memberIn(audit);
    const found = movements.map(({ kind, before, seen, reason }) => {
      const weeksOf = [before, seen].map(({ at: moment }) => weeks.findIndex((_, number) => at(number) === moment));
      return [kind, ...weeksOf, ...(reason === undefined ? [] : [reason])].join(' ');
    });
    expect(found).toEqual(expected);
    const { opening, added, removed, closing, judged, excluded } = audit.population.total;
    expect(opening + added - removed).toBe(closing);
    expect(judged + excluded).toBe(closing);
    expect(audit.runs.at(-1)).toMatchObject({ judged, excluded });
  });

  it('begins with the run before the period where that is recent, so that what came and went in between is in it', async () => {
    const audit = await auditOfWeeks(['pass', 'absent'], -1);
    expect(audit.population.opening?.at).toBe(at(-1));
    expect(audit.population.total).toMatchObject({ opening: 2, removed: 1, closing: 1 });
    expect(memberIn(audit)).toMatchObject({ opening: 'judged', closing: 'absent', last: { at: at(-1) } });
  });

  it('begins with the first run of the period where none before is recent', async () => {
    const audit = await auditOfWeeks(['pass', undefined, 'absent'], -2);
    expect(audit.population.opening?.at).toBe(at(0));
    expect(audit.population.total).toMatchObject({ opening: 1, removed: 0, closing: 1 });
  });

  it('has every resource of an exception, also one that was last listed before it begins', async () => {
    const audit = await auditOfWeeks(['fail', 'unlisted', undefined, 'absent'], -3);
    expect(audit.exceptions).toMatchObject([{ closed: { how: 'gone' } }]);
    expect(memberIn(audit)).toMatchObject({ opening: 'absent', closing: 'absent', exceptions: 1, judgedRuns: 0 });
    expect(audit.population.total).toMatchObject({ opening: 1, closing: 1, everListed: 1, exceptions: 1 });
  });

  it('has the results of the closing run, of which controls count each resource once', async () => {
    const audit = await auditOfWeeks(['fail', 'unknown']);
    expect(memberIn(audit).results).toEqual({ echo: 'unknown' });
    const control = audit.frameworks[0]?.controls.find(({ id }) => id === 'soc2/A1.2');
    expect(control).toMatchObject({ tested: 1, unknown: 1 });
  });

  it('without a run is empty', async () => {
    const { population } = await auditOfWeeks([]);
    expect(population).toMatchObject({ resources: [], byType: [], total: { opening: 0, closing: 0 } });
    expect(population.opening).toBeUndefined();
  });
});

describe('a vault that a run does not have', () => {
  const scope = { partition: 'aws', accountId: '111111111111', region: 'eu-west-1' };
  const vault = { arn: 'arn:vault', account: scope.accountId, region: scope.region, type: 'Backup vault' };
  const rules = [{ id: 'deletion-protection', off: false, switchedOff: 0 }];
  const run = (header: object, vaults: 'complete' | 'unavailable' = 'complete'): RecordedRun =>
    ({
      header: { scopes: [scope], rules, ...header },
      populations: [
        { kind: 'resources', scope, of: 'EBS', status: 'complete' },
        { kind: 'vaults', scope, status: vaults },
      ],
    }) as unknown as RecordedRun;
  const judgedBy = new Set(['deletion-protection']);

  it.each([
    ['gone, if the vaults were listed', run({}), 'gone'],
    ['unread, if the vaults were not listed', run({}, 'unavailable'), 'unread'],
    ['not scanned, with its account', run({ scopes: [] }), 'not-scanned'],
    ['not judged, without its rule', run({ rules: [] }), 'not-judged'],
    ['not judged, if its rule was off for some', run({ rules: [{ ...rules[0], switchedOff: 1 }] }), 'not-judged'],
  ])('is %s', (_, of, expected) => {
    expect(absenceOf(vault, of, judgedBy)).toBe(expected);
  });
});
