import { describe, expect, it } from '@jest/globals';
import type { Estate, EstateException } from '../estate.js';
import { quarter } from './index.js';

const DAY_MS = 24 * 60 * 60 * 1000;

const { story } = quarter;
const at = (moment: string): Estate => story.at(Date.parse(moment));

/** What is where at a moment, by the ends of names. */
function inventoryAt(moment: string) {
  const [production = at(moment).world.scopes[0], backup] = at(moment).world.scopes;
  const newest = (table: string, scope = production) =>
    Object.values(scope?.recoveryPoints ?? {})
      .flat()
      .filter(({ ResourceArn }) => ResourceArn?.endsWith(table))
      .map(({ CreationDate }) => CreationDate?.toISOString().slice(0, 10))
      .sort()
      .at(-1);
  return {
    tables: production?.tables?.map(({ TableName }) => TableName) ?? [],
    newest,
    newestCopy: (table: string) => newest(table, backup),
    failedJobs: (production?.backupJobs ?? []).filter(({ State }) => State === 'FAILED').length,
    lastTests: production?.restoreTestingPlans?.[0]?.LastExecutionTime?.toISOString().slice(0, 10),
    restores: (production?.restoreJobs ?? []).map(({ CreationDate }) => CreationDate?.toISOString().slice(0, 10)),
  };
}

describe('the estate quarter', () => {
  it('is the same whenever it is asked for', () => {
    expect(at('2026-08-05T08:00:00Z')).toEqual(at('2026-08-05T08:00:00Z'));
    expect(at('2026-08-05T08:00:00Z').world.now).toBe(Date.parse('2026-08-05T08:00:00Z'));
  });

  it('has a resource from its creation to its deletion', () => {
    const has = (moment: string) => inventoryAt(moment).tables.includes('campaign');
    expect(
      ['2026-07-14T11:59:59Z', '2026-07-14T12:00:00Z', '2026-08-20T11:59:59Z', '2026-08-20T12:00:00Z'].map(has),
    ).toEqual([false, true, true, false]);
    expect(inventoryAt('2026-09-01T12:00:00Z').newest('table/campaign')).toBe('2026-08-20');
  });

  it('has a backup when its run has ended', () => {
    expect(inventoryAt('2026-07-05T05:59:59Z').newest('table/customers')).toBe('2026-07-04');
    expect(inventoryAt('2026-07-05T06:00:00Z').newest('table/customers')).toBe('2026-07-05');
  });

  it('has no backup of the week in which backups fail', () => {
    const { newest, failedJobs } = inventoryAt('2026-07-26T12:00:00Z');
    expect([newest('table/orders'), newest('table/customers'), failedJobs]).toEqual(['2026-07-19', '2026-07-26', 7]);
    expect(inventoryAt('2026-07-27T12:00:00Z').newest('table/orders')).toBe('2026-07-27');
  });

  it('has no copy of the weeks in which copies are refused', () => {
    const invoices = at('2026-08-16T12:00:00Z').world.scopes[0]?.fileSystems?.[0]?.FileSystemArn ?? 'none';
    const { newest, newestCopy } = inventoryAt('2026-08-16T12:00:00Z');
    expect([newest(invoices), newestCopy(invoices)]).toEqual(['2026-08-16', '2026-08-02']);
    expect(inventoryAt('2026-08-19T12:00:00Z').newestCopy(invoices)).toBe('2026-08-19');
  });

  it('forgets restores after thirty days, and knows when tests ran last', () => {
    expect(new Set(inventoryAt('2026-07-09T12:00:00Z').restores)).toEqual(new Set(['2026-06-10', '2026-06-20']));
    expect(inventoryAt('2026-08-09T12:00:00Z').restores).toContain('2026-07-10');
    expect(inventoryAt('2026-08-09T13:00:00Z').lastTests).toBe('2026-07-10');
    expect(new Set(inventoryAt('2026-08-10T13:00:00Z').restores)).toEqual(new Set(['2026-08-10']));
    expect(inventoryAt('2026-08-10T13:00:00Z').lastTests).toBe('2026-08-10');
  });

  it('labels each resource for every rule at every noon, and fails what an exception is open for then', () => {
    const key = ({ rule, resourceArn }: Pick<EstateException, 'rule' | 'resourceArn'>) => `${rule} ${resourceArn}`;
    for (let noon = Date.parse('2026-07-01T12:00:00Z'); noon <= story.to; noon += DAY_MS) {
      const { labels } = story.at(noon);
      const rules = new Set(labels.map(({ rule }) => rule));
      const resources = new Set(labels.map(({ resourceArn }) => resourceArn));
      expect([rules.size, labels.length]).toEqual([5, 5 * resources.size]);
      const failed = labels.filter(({ verdict }) => verdict === 'fail');
      const open = story.exceptions.filter(({ from, to = Infinity }) => from <= noon && noon < to);
      expect(failed.map(key).toSorted()).toEqual(open.map(key).toSorted());
    }
  });

  it('tells of no moment before it begins or after it ends', () => {
    expect(() => at('2026-06-30T23:59:59Z')).toThrow(
      'the estate quarter covers the time from 2026-07-01T00:00:00.000Z to 2026-10-01T00:00:00.000Z',
    );
    expect(() => at('2026-10-01T00:00:01Z')).toThrow(RangeError);
  });
});
