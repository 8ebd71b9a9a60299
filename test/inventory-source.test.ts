import { describe, expect, it } from '@jest/globals';
import type { InventorySource } from '@backproof/aws';
import type { Run } from '@backproof/core';
import { demo } from '@backproof/sandbox';
import type { World, WorldRecorder } from '@backproof/sandbox';
import { RULES } from 'backproof';
import { scanWorld } from './support/estate-scan.js';

/** Scans a world, and counts what was asked of an operation. */
async function scanned(world: World, inventorySource: InventorySource, rules = RULES) {
  const { run, requests } = await scanWorld(world, { rules: rules.map((rule) => ({ rule })), inventorySource });
  return { run, calls: (asked: string) => requests.filter(({ operation }) => operation === asked).length };
}

/** What the run says, without the evidence. */
const verdictsOf = ({ outcomes }: Run) =>
  outcomes.map(({ ruleId, subject, status, message }) => [ruleId, subject.arn, status, message]);

const isContinuous = ({ recorder }: WorldRecorder) => recorder.recordingMode?.recordingFrequency === 'CONTINUOUS';

const ofTables = ({ outcomes }: Run) => outcomes.filter(({ subject }) => subject.type === 'DynamoDB');

describe('an inventory from AWS Config', () => {
  it('gives the same verdicts of the demo estate, with fewer calls, and says where they come from', async () => {
    const own = await scanned(demo.world, 'services');
    const byConfig = await scanned(demo.world, 'config');
    expect(verdictsOf(byConfig.run)).toEqual(verdictsOf(own.run));

    // In one scope AWS Config records tables as they change; in the others once a day, or not at all.
    const [recorded, others] = [true, false].map((wanted) =>
      demo.world.scopes.filter(({ configRecorders = [] }) => configRecorders.some(isContinuous) === wanted),
    );
    const tables = (scopes: typeof recorded = []) => scopes.flatMap((scope) => scope.tables ?? []).length;
    const recoverable = (recorded ?? [])
      .flatMap(({ continuousBackups }) => Object.values(continuousBackups ?? {}))
      .filter((each) => each.PointInTimeRecoveryDescription?.PointInTimeRecoveryStatus === 'ENABLED').length;
    expect(own.calls('DescribeTable')).toBe(tables(recorded) + tables(others));
    expect(own.calls('DescribeContinuousBackups')).toBe(tables(recorded) + tables(others));
    expect(byConfig.calls('DescribeTable')).toBe(tables(others));
    expect(byConfig.calls('DescribeContinuousBackups')).toBe(tables(others) + recoverable);
    expect([tables(recorded), tables(others), recoverable].every((number) => number > 0)).toBe(true);

    const texts = ofTables(byConfig.run).flatMap(({ evidence }) => evidence.map(({ text }) => text));
    expect(texts).toContainEqual(expect.stringMatching(/^a DynamoDB global table of .*, as AWS Config recorded on /));
    expect(texts).toContainEqual(expect.stringMatching(/^point-in-time recovery, off, as AWS Config recorded on /));
  });

  it('asks once for a hundred tables, and of each that can go back in time for its proof', async () => {
    const [first] = demo.world.scopes.filter(({ configRecorders = [] }) => configRecorders.length > 0);
    const { accountId = '', region = '', configRecorders = [] } = first ?? {};
    const names = Array.from({ length: 250 }, (_, n) => `table-${String(n).padStart(3, '0')}`);
    const CreationDateTime = new Date(demo.world.now - 1e10);
    const pitr = {
      ContinuousBackupsStatus: 'ENABLED',
      PointInTimeRecoveryDescription: {
        PointInTimeRecoveryStatus: 'ENABLED',
        LatestRestorableDateTime: new Date(demo.world.now - 3e5),
      },
    } as const;
    const world: World = {
      ...demo.world,
      accounts: [{ id: accountId, name: 'tables' }],
      regions: [region],
      scopes: [
        {
          ...{ accountId, region, configRecorders },
          tables: names.map((TableName) => ({
            TableName,
            TableArn: `arn:aws:dynamodb:${region}:${accountId}:table/${TableName}`,
            TableStatus: 'ACTIVE',
            CreationDateTime,
          })),
          continuousBackups: Object.fromEntries(names.slice(0, 50).map((name) => [name, pitr])),
        },
      ],
    };
    const coverage = RULES.filter(({ id }) => id === 'backup-coverage');
    const own = await scanned(world, 'services', coverage);
    const before = own.run.calls.reduce((sum, { calls }) => sum + calls, 0);
    const byConfig = await scanned(world, 'config', coverage);
    const after = byConfig.run.calls.reduce((sum, { calls }) => sum + calls, 0);

    expect(verdictsOf(byConfig.run)).toEqual(verdictsOf(own.run));
    expect(byConfig.run.rules[0]?.tally).toMatchObject({ pass: 50, open: 200 });
    expect([byConfig.calls('DescribeTable'), byConfig.calls('SelectResourceConfig')]).toEqual([0, 3]);
    expect(byConfig.calls('DescribeContinuousBackups')).toBe(50);
    // What else is read is the same: 500 calls become 50 and 3, and two that ask how AWS Config records.
    expect(before - after).toBe(500 - 55);
  });
});
