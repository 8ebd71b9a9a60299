import { describe, expect, it } from '@jest/globals';
import { DAY } from '@backproof/core';
import type { OutcomeEvidence, RecoveryPoint } from '@backproof/core';
import {
  backupPlan,
  backupRule,
  backupSelection,
  continuousPoint,
  dailyPoints,
  daysAgo,
  ebsVolume,
  inPlan,
  nativeBackup,
  outcomeOf,
  rdsInstance,
} from '@backproof/testing';
import type { Given } from '@backproof/testing';
import { retentionTiers } from './rule.js';

const volume = ebsVolume({ createdAt: daysAgo(730) });
const plan = backupPlan({
  name: 'nightly',
  rules: [backupRule({ name: 'daily', lifecycle: { deleteAfterDays: 30 } })],
});
const options = { tiers: [{ name: 'daily', every: '1d', keep: '30d' }] };
const points = dailyPoints(volume, { days: 30, keepDays: 30 });

function evidenceOf(given: Partial<Given>): readonly OutcomeEvidence[] {
  return outcomeOf(retentionTiers, { given: { resource: volume, ...given }, options }).evidence;
}

/** All points but those of some days, counted back from the newest. */
function without(...days: readonly number[]): readonly RecoveryPoint[] {
  return points.filter((_, index) => !days.includes(index));
}

function exceptFor(name: string) {
  return backupSelection({ planId: plan.id, name, resources: ['*'], notResources: [volume.arn] });
}

describe('evidence of tiers', () => {
  it('is the plan and the newest point that carries them', () => {
    const [newest] = points.toSorted((a, b) => b.createdAt - a.createdAt);
    expect(evidenceOf({ ...inPlan([volume], plan), recoveryPoints: points })).toEqual([
      { kind: 'plan', id: plan.arn, text: expect.stringMatching(/^plan nightly .* names it\.$/) },
      {
        kind: 'recoveryPoint',
        id: newest?.arn,
        text: expect.stringContaining('recovery point COMPLETED, expires '),
        at: new Date(newest?.createdAt ?? NaN).toISOString(),
      },
    ]);
  });

  it('names the newest point where none carries them', () => {
    const brief = dailyPoints(volume, { days: 3, keepDays: 3 });
    const found = evidenceOf({ recoveryPoints: brief });
    const newest = brief.reduce((a, b) => (a.createdAt > b.createdAt ? a : b));
    expect(found.filter(({ kind }) => kind === 'recoveryPoint').map(({ id }) => id)).toEqual([newest.arn]);
  });

  it('names no point where there is none', () => {
    expect(evidenceOf({}).map(({ kind }) => kind)).not.toContain('recoveryPoint');
  });

  it('names some of the selections that leave it out, where none covers it', () => {
    const selections = Array.from({ length: 6 }, (_, n) => exceptFor(`others-${n}`));
    const found = evidenceOf({ plans: [plan], selections });
    expect(found.map(({ kind }) => kind)).toEqual(['plan', 'plan', 'plan', 'plan', 'plan', 'resource']);
  });

  it('leaves selections out that do not cover it, where one does', () => {
    const { plans, selections } = inPlan([volume], plan);
    const found = evidenceOf({ plans, selections: [...selections, exceptFor('others')], recoveryPoints: points });
    expect(found.map(({ kind }) => kind)).toEqual(['plan', 'recoveryPoint']);
  });

  it('dates the newest gaps', () => {
    const found = evidenceOf({ recoveryPoints: without(2, 3, 6, 9, 12, 15, 18) });
    const gaps = found.filter(({ kind }) => kind === 'resource');
    expect(gaps.map(({ text }) => text)).toHaveLength(5);
    expect(gaps.at(-1)).toEqual({
      kind: 'resource',
      id: volume.arn,
      text: expect.stringMatching(
        /^daily: no usable point from 2026-11-\d\d 05:00 UTC to 2026-11-\d\d 05:00 UTC \(3 days\)$/,
      ),
      at: expect.stringMatching(/^2026-11-\d\dT05:00:00\.000Z$/),
    });
    expect(gaps.slice(0, -1).every(({ text }) => text.endsWith('(2 days)'))).toBe(true);
  });

  it('dates the time without a point that lives long enough', () => {
    const daily = points.map((point, index) =>
      index < 9 ? { ...point, deleteAt: point.createdAt + 10 * DAY } : point,
    );
    const gaps = evidenceOf({ recoveryPoints: daily }).filter(({ kind }) => kind === 'resource');
    expect(gaps.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^daily: no point kept for 30 days from 2026-/),
    ]);
  });

  it('has the service’s own window of a continuous point, and of no other backup', () => {
    const database = rdsInstance({ createdAt: daysAgo(730) });
    const point = continuousPoint(database);
    const own = nativeBackup(database, { recoveryPointArn: point.arn });
    const foreign = nativeBackup(database, { mechanism: 'rds-snapshots' });
    const { evidence } = outcomeOf(retentionTiers, {
      given: { resource: database, recoveryPoints: [point], nativeBackups: [own, foreign] },
      options,
    });
    expect(evidence.filter(({ kind }) => kind === 'nativeBackup')).toHaveLength(1);
  });
});
