import { describe, expect, it } from '@jest/globals';
import type { BackupRule } from '../model/backup-plan.js';
import { backupRule, home, NOW, plan, selection, vault } from '../model/records.fixture.js';
import type { Vault } from '../model/vault.js';
import type { ExplainedSelection } from './assignment.js';
import { buildVaultArn } from './arn.js';
import { ebs } from '../model/types/ebs.js';
import { efs } from '../model/types/efs.js';
import { obstacleOf, promiseOf, unreadSetting } from './promise.js';

const EBS = { ...ebs.variants[0].can, variant: 'EBS' } as const;
const main = vault({ arn: buildVaultArn(home, 'main'), name: 'main' });
const rule = (fields: Partial<BackupRule> = {}): BackupRule => ({
  ...backupRule(),
  targetVaultName: 'main',
  ...fields,
});
const assigned = {
  assigned: 'yes',
  reason: 'resource-arn',
  clause: { path: 'Resources[0]', text: 'arn' },
  assumptions: [],
} as const;

function promise(fields: Partial<BackupRule>, vaults: readonly Vault[] = [main], isScanned = true) {
  return promiseOf(
    { plan: plan({ rules: [rule(fields)] }), selection: selection(), explanation: assigned },
    EBS,
    { vaults: new Map(vaults.map((each) => [each.arn, each])), isScanned: () => isScanned, now: NOW },
    [],
  );
}

const problem = (...of: Parameters<typeof promise>) => promise(...of).rules[0]?.problem;

describe('what a rule promises', () => {
  it('can come true where nothing keeps it from that', () => {
    expect(problem({})).toBeUndefined();
    expect(problem({}, [{ ...main, state: 'AVAILABLE' }])).toBeUndefined();
    expect(problem({}, [], false)).toBeUndefined();
  });

  it.each<[string, Partial<BackupRule>, readonly Vault[], object]>([
    [
      'its vault does not exist',
      {},
      [],
      { kind: 'vault-missing', text: 'the vault main of rule daily does not exist' },
    ],
    [
      'its vault is being created',
      {},
      [{ ...main, state: 'CREATING' }],
      { kind: 'vault-unavailable', text: 'the vault main of rule daily is CREATING' },
    ],
    [
      'the lock of its vault refuses the retention',
      { lifecycle: { deleteAfterDays: 400 } },
      [{ ...main, lock: { maxRetentionDays: 90 } }],
      {
        kind: 'lock-conflict',
        text: 'rule daily keeps its points 400 days, but the lock of vault main requires at most 90 days',
      },
    ],
    [
      'the lock of its vault bounds the retention of points without an end',
      { lifecycle: {} },
      [{ ...main, lock: { maxRetentionDays: 90 } }],
      {
        kind: 'lock-conflict',
        text: 'rule daily keeps its points forever, but the lock of vault main requires at most 90 days (that this refuses points that never expire is an assumption)',
      },
    ],
    [
      'its lifecycle is invalid',
      { lifecycle: { deleteAfterDays: 100, moveToColdStorageAfterDays: 30 } },
      [main],
      { kind: 'lifecycle-invalid', text: expect.stringContaining('the earliest that AWS Backup accepts is 120 days') },
    ],
    [
      'it never runs again',
      { scheduleExpression: 'cron(0 5 ? * * 2020)' },
      [main],
      { kind: 'never-fires', text: 'rule daily never runs again: cron(0 5 ? * * 2020) UTC' },
    ],
    [
      'its schedule is invalid',
      { scheduleExpression: 'rate(1 day)' },
      [main],
      { kind: 'never-fires', text: expect.stringContaining('rule daily has an invalid schedule') },
    ],
    [
      'the lock of the vault that a volume passes through refuses the retention',
      {
        lifecycle: { deleteAfterDays: 7 },
        airGappedVaultArn: buildVaultArn(home, 'air'),
      },
      [{ ...main, lock: { minRetentionDays: 30 } }, vault({ arn: buildVaultArn(home, 'air'), name: 'air' })],
      { kind: 'lock-conflict', text: expect.stringContaining('the lock of vault main requires at least 30 days') },
    ],
  ])('cannot come true where %s', (_, fields, vaults, expected) => {
    expect(problem(fields, vaults)).toEqual(expected);
  });

  it.each([
    ['a continuous rule of a type that has continuous backups', true, true, 'lifecycle-invalid'],
    ['a continuous rule of a type that has none', true, false, undefined],
    ['a rule that is not continuous', false, true, undefined],
  ])('cannot be kept 60 days by %s', (_, continuous, can, kind) => {
    const found = promiseOf(
      {
        plan: plan({ rules: [rule({ continuous, lifecycle: { deleteAfterDays: 60 } })] }),
        selection: selection(),
        explanation: assigned,
      },
      { ...EBS, continuous: can },
      { vaults: new Map([[main.arn, main]]), isScanned: () => true, now: NOW },
      [],
    );
    expect(found.rules[0]?.problem?.kind).toBe(kind);
  });

  it.each<[string, ExplainedSelection['explanation'], string | undefined]>([
    ['nothing', assigned, undefined],
    [
      'an opt-in that AWS did not report',
      { assigned: 'unknown', reason: 'opt-in-unknown', setting: 'EBS', assumptions: [] },
      'opt-in-unread',
    ],
    [
      'the opt-in of the management account',
      { ...assigned, assumptions: ['organization-opt-in'] },
      'organization-opt-in',
    ],
  ])('depends on %s', (_, explanation, doubt) => {
    const grounds = { vaults: new Map(), isScanned: () => false, now: NOW };
    expect(promiseOf({ plan: plan(), selection: selection(), explanation }, EBS, grounds, []).doubt).toBe(doubt);
  });
});

describe('a rule with an air-gapped vault as its primary target', () => {
  const air = vault({ arn: buildVaultArn(home, 'air'), name: 'air' });
  const refusing = { lock: { maxRetentionDays: 10 } };
  const kind = { ...efs.variants[0].can, fullManagement: false, airGapped: true } as const;
  const withKeys = (vaults: readonly Vault[], ...keys: readonly (boolean | undefined)[]) =>
    promiseOf(
      {
        plan: plan({ rules: [rule({ lifecycle: { deleteAfterDays: 35 }, airGappedVaultArn: air.arn })] }),
        selection: selection(),
        explanation: assigned,
      },
      kind,
      { vaults: new Map(vaults.map((each) => [each.arn, each])), isScanned: () => true, now: NOW },
      keys.map((managedByAws) => (managedByAws === undefined ? {} : { managedByAws })),
    ).rules.map(({ problem, doubt }) => [problem?.kind, doubt?.kind === 'key' ? doubt.problem.kind : doubt?.text]);

  it.each<[string, readonly Vault[], readonly (boolean | undefined)[], string | undefined, string | undefined]>([
    ['the air-gapped vault takes it', [{ ...main, ...refusing }, air], [false], undefined, undefined],
    [
      'an AWS managed key leaves it to the ordinary vault',
      [{ ...main, ...refusing }, air],
      [true],
      'lock-conflict',
      undefined,
    ],
    [
      'the ordinary vault takes what the air-gapped one would refuse',
      [main, { ...air, ...refusing }],
      [true],
      undefined,
      undefined,
    ],
    ['the key decides and is not known', [{ ...main, ...refusing }, air], [undefined], undefined, 'lock-conflict'],
    [
      'the key decides the other way and is not known',
      [main, { ...air, ...refusing }],
      [undefined],
      undefined,
      'lock-conflict',
    ],
    ['the key is not known and does not decide', [main, air], [undefined], undefined, undefined],
    [
      'one of two keys is managed by AWS, the other is not known',
      [{ ...main, ...refusing }, air],
      [true, undefined],
      'lock-conflict',
      undefined,
    ],
    [
      'both vaults refuse it, whoever manages the key',
      [
        { ...main, ...refusing },
        { ...air, ...refusing },
      ],
      [undefined],
      'lock-conflict',
      undefined,
    ],
    [
      'the air-gapped vault is in a state that AWS added',
      [main, { ...air, state: 'QUARANTINED' }],
      [false],
      undefined,
      'the vault air is in the state QUARANTINED',
    ],
    [
      'the ordinary vault is in a state that AWS added, and the key that decides is not known',
      [{ ...main, state: 'QUARANTINED' }, air],
      [undefined],
      undefined,
      'the vault main is in the state QUARANTINED',
    ],
    [
      'a vault in a state that AWS added would refuse it in any other',
      [main, { ...air, ...refusing, state: 'QUARANTINED' }],
      [false],
      'lock-conflict',
      undefined,
    ],
    [
      'the vault that is not used is in a state that AWS added',
      [{ ...main, state: 'NEW' }, air],
      [false],
      undefined,
      undefined,
    ],
  ])('%s', (_, vaults, keys, problem, doubt) => {
    expect(withKeys(vaults, ...keys)).toEqual([[problem, doubt]]);
  });
});

describe('a setting that AWS Backup requires', () => {
  const bucket = {
    arn: 'arn:aws:s3:::uploads',
    accountId: home.accountId,
    region: home.region,
    name: 'uploads',
    type: 'S3',
  } as const;

  it('keeps every rule from its promise where it is not enabled', () => {
    const grounds = {
      vaults: new Map(),
      isScanned: () => false,
      now: NOW,
      obstacle: obstacleOf({ ...bucket, versioning: 'suspended' }),
    };
    const explanation = { assigned: 'yes', reason: 'everything', setting: 'S3', assumptions: [] } as const;
    const [first] = promiseOf({ plan: plan(), selection: selection(), explanation }, EBS, grounds, []).rules;
    expect(first?.problem).toEqual({
      kind: 'setting-missing',
      text: 'its versioning is not enabled, which AWS Backup requires',
    });
  });

  it('is no obstacle where it is enabled or was not read', () => {
    expect([obstacleOf({ ...bucket, versioning: 'enabled' }), obstacleOf(bucket)]).toEqual([undefined, undefined]);
    expect([unreadSetting({ ...bucket, versioning: 'off' }), unreadSetting(bucket)]).toEqual([undefined, 'versioning']);
  });
});
