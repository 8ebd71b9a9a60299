import { beforeAll, describe, expect, it } from '@jest/globals';
import { estates } from '@backproof/sandbox';
import { REPORTERS, RULES } from 'backproof';
import type { Outcome, Run, ScanResult } from 'backproof';
import { rulesOf, scanWorld } from './support/estate-scan.js';

/** What an outcome says; that older points were not asked for changes nothing of it. */
function saidOf({ status, messageId, severity, subject, data, message, evidence }: Outcome): unknown {
  const { arn } = subject;
  // A pass may rest on another of its points, as a continuous one may restore a later moment.
  return status === 'pass' ? { arn, status } : { arn, status, messageId, severity, data, message, evidence };
}

const pointCalls = ({ calls }: Run): number =>
  calls.reduce(
    (sum, { operation, calls: count }) => (operation.includes('ListRecoveryPointsByBackupVault') ? sum + count : sum),
    0,
  );

/** Rules that say how old the recovery points are that decide most resources. */
const YOUNG_DECIDE = ['backup-coverage', 'deletion-protection'];

const cases = [...estates.values()].flatMap((estate) =>
  YOUNG_DECIDE.map((ruleId) => ({ name: estate.name, ruleId, estate })),
);

describe.each(cases)('the estate $name by $ruleId', ({ ruleId, estate }) => {
  let whole: ScanResult;
  let off: ScanResult;

  beforeAll(async () => {
    const rules = rulesOf(estate).filter(({ rule }) => rule.id === ruleId);
    whole = await scanWorld(estate.world, { rules });
    off = await scanWorld(estate.world, { rules, leftovers: 'off' });
  });

  it('gives the same verdicts where leftovers are not looked for, from no more points, and says so', () => {
    expect(off.run.outcomes.map(saidOf)).toEqual(whole.run.outcomes.map(saidOf));
    expect(off.run.gate.result).toBe(whole.run.gate.result);
    expect(off.run.open).toEqual(whole.run.open);
    expect(off.inventory.recoveryPoints.count).toBeLessThanOrEqual(whole.inventory.recoveryPoints.count);
    expect(whole.run.pointsCreatedAfter).toBeUndefined();
    // In small estates all points of each vault are read in the end.
    if (off.run.pointsCreatedAfter === undefined) expect(off.run.leftovers).toEqual(whole.run.leftovers);
    else expect(off.run.leftovers).toBeUndefined();
  });

  it('takes no more than twice the calls', () => {
    expect(pointCalls(off.run)).toBeLessThanOrEqual(2 * pointCalls(whole.run));
  });
});

it('every report that is not of outcomes only says that leftovers were not looked for', async () => {
  const estate = estates.get('demo');
  if (estate === undefined) throw new Error('no estate');
  const rules = RULES.filter(({ id }) => id === 'backup-coverage').map((rule) => ({ rule }));
  const { run } = await scanWorld(estate.world, { rules, leftovers: 'off' });
  const told = { ...run, pointsCreatedAfter: '2026-11-20T05:00:00.000Z' };
  const { leftovers: _, ...off } = told;
  const ofOutcomes = ['csv', 'asff', 'ocsf', 'openmetrics'];
  for (const reporter of REPORTERS.filter(({ id }) => !ofOutcomes.includes(id))) {
    const { id } = reporter;
    const text = [...reporter.render(off)].join('').replace(/\s+/g, ' ');
    expect([id, text]).toEqual([id, expect.stringMatching(/did not look for leftovers|"pointsCreatedAfter"/i)]);
  }
});

it('all rules together need all points: the run is the same', async () => {
  const estate = estates.get('china');
  if (estate === undefined) throw new Error('no estate');
  const rules = RULES.map((rule) => ({ rule }));
  const [on, off] = await Promise.all([
    scanWorld(estate.world, { rules }),
    scanWorld(estate.world, { rules, leftovers: 'off' }),
  ]);
  expect(off.run).toEqual(on.run);
});
