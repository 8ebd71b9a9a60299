import { describe, expect, it } from '@jest/globals';
import {
  auroraCluster,
  backupJob,
  backupPlan,
  backupRule,
  bunker,
  bunkerVaultArn,
  copyJob,
  ec2Instance,
  home,
  inPlan,
  nativeBackup,
  rdsInstance,
  recoveryPoint,
  regionSettings,
  replica,
  scope,
  vault,
  vaultArn,
} from './builders/index.js';
import { inventoryOf } from './inventory-of.js';
import type { Given, Unread } from './given.js';

const resource = rdsInstance({ tags: { stage: 'production' } });
const far = scope({ region: 'us-east-1' });

describe('what goes without saying is there:', () => {
  it('the scopes in which something lies', () => {
    const given = {
      resource,
      others: [ec2Instance({ region: far.region })],
      recoveryPoints: [recoveryPoint(resource, { vaultArn: bunkerVaultArn })],
    };
    expect(inventoryOf(given).scopes).toEqual([home, far, bunker]);
  });

  it('the scopes that were scanned in vain', () => {
    expect(inventoryOf({ resource, scopes: [bunker] }).scopes).toEqual([home, bunker]);
  });

  it('the vaults of points and plans, and of copies where they were scanned', () => {
    const copying = backupRule({ targetVaultName: 'second', copyActions: [{ destinationVaultArn: bunkerVaultArn }] });
    const given = {
      resource,
      ...inPlan(resource, backupPlan({ rules: [copying] })),
      recoveryPoints: [recoveryPoint(resource)],
    };
    const arnsOf = (of: Given) => inventoryOf(of).vaults.map(({ arn }) => arn);
    expect(arnsOf(given)).toEqual([vaultArn, vault({ name: 'second' }).arn]);
    expect(arnsOf({ ...given, scopes: [bunker] })).toContain(bunkerVaultArn);
  });

  it('settings, which opt every type in', () => {
    expect(inventoryOf({ resource }).regionSettings).toEqual([regionSettings()]);
  });

  it('unless the story says otherwise', () => {
    const settings = regionSettings({ optIn: { RDS: false } });
    const locked = vault({ lock: { minRetentionDays: 7 } });
    const { regionSettings: seen, vaults } = inventoryOf({
      resource,
      regionSettings: [settings],
      vaults: [locked],
      recoveryPoints: [recoveryPoint(resource)],
    });
    expect([seen, vaults]).toEqual([[settings], [locked]]);
  });
});

describe('what cannot be read', () => {
  const follower = rdsInstance({ name: 'follower' });
  const cluster = auroraCluster();
  const given = {
    resource,
    others: [cluster],
    ...inPlan(resource),
    recoveryPoints: [recoveryPoint(resource), recoveryPoint(resource, { vaultArn: bunkerVaultArn })],
    backupJobs: [backupJob(resource)],
    copyJobs: [copyJob(resource), copyJob(resource, { id: 'far', scope: bunker })],
    nativeBackups: [nativeBackup(resource), nativeBackup(cluster)],
    replicas: [replica(resource, { replicaArn: follower.arn }), replica(cluster)],
  };

  function counts(unread: readonly Unread[]) {
    const { recoveryPoints, ...records } = inventoryOf({ ...given, unread });
    const { resources, backupPlans, backupSelections, vaults, backupJobs, copyJobs, nativeBackups, replicas } = records;
    const lists = { resources, backupPlans, backupSelections, vaults, backupJobs, copyJobs, nativeBackups, replicas };
    const lengths = Object.entries(lists).map(([kind, list]) => [kind, list.length] as const);
    return new Map([...lengths, ['recoveryPoints', recoveryPoints.count]]);
  }

  const whole = counts([]);
  /** The number of records of each kind are gone. */
  const lost = (unread: readonly Unread[]) => {
    const left = counts(unread);
    const losses = [...whole].map(([kind, count]) => [kind, count - (left.get(kind) ?? 0)] as const);
    return Object.fromEntries(losses.filter(([, loss]) => loss > 0));
  };

  it.each<[string, Unread, object]>([
    ['a kind', 'backupJobs', { backupJobs: 1 }],
    ['a kind in one scope', { kind: 'copyJobs', scope: bunker }, { copyJobs: 1 }],
    ['resources of a type', { kind: 'resources', of: 'Aurora' }, { resources: 1 }],
    ['native backups of a type', { kind: 'nativeBackups', of: 'RDS' }, { nativeBackups: 1 }],
    ['replicas of a type', { kind: 'replicas', of: 'Aurora' }, { replicas: 1 }],
    ['the points of a vault', { kind: 'recoveryPoints', of: vaultArn }, { recoveryPoints: 1 }],
    [
      'the vaults of a scope, and with them their points',
      { kind: 'vaults', scope: home },
      { vaults: 1, recoveryPoints: 1 },
    ],
    ['plans, and with them their selections', 'backupPlans', { backupPlans: 1, backupSelections: 1 }],
    ['the selections of a plan', { kind: 'backupSelections', of: backupPlan().arn }, { backupSelections: 1 }],
  ])('is not there: %s', (_, unread, expected) => {
    expect(lost([unread])).toEqual(expected);
  });

  it('is told by its populations, and by no other', () => {
    const { populations } = inventoryOf({ ...given, unread: [{ kind: 'recoveryPoints', of: vaultArn }] });
    const incomplete = populations.filter(({ status }) => status !== 'complete');
    expect(incomplete).toMatchObject([{ kind: 'recoveryPoints', of: vaultArn, scope: home, status: 'unavailable' }]);
  });

  it('takes the tags away', () => {
    const tagsOf = (unread: readonly Unread[]) => inventoryOf({ resource, unread }).resources.map(({ tags }) => tags);
    expect([tagsOf([]), tagsOf(['tags'])]).toEqual([[{ stage: 'production' }], [undefined]]);
  });
});
