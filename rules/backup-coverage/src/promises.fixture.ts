import { ageText, HOUR } from '@backproof/core';
import type { BackupPlan } from '@backproof/core';
import {
  auroraCluster,
  backupPlan,
  backupRule,
  backupSelection,
  daysAgo,
  ebsVolume,
  ec2Instance,
  encryptionKey,
  hoursAgo,
  inPlan,
  nativeBackup,
  fsxFileSystem,
  rdsInstance,
  recoveryPoint,
  vault,
} from '@backproof/testing';
import type { Stories } from '@backproof/testing';

const db = rdsInstance({ tags: { backup: 'yes' } });
const young = rdsInstance({ tags: { backup: 'yes' }, createdAt: hoursAgo(3) });
const files = fsxFileSystem({ createdAt: hoursAgo(2) });

const locked = vault({ lock: { minRetentionDays: 90 } });
const newPlan = backupPlan({ createdAt: hoursAgo(2) });
const monthly = backupPlan({ rules: [backupRule({ scheduleExpression: 'cron(0 5 1 1 ? *)' })] });

const key = encryptionKey();
const airGapped = vault({ name: 'sealed', vaultType: 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT' });
const disk = ebsVolume({ createdAt: hoursAgo(3), encryptionKeyArn: key.arn });
const cluster = auroraCluster({ createdAt: hoursAgo(3), encryptionKeyArn: key.arn });
const toSealed = backupPlan({ rules: [backupRule({ airGappedVaultArn: airGapped.arn })] });
const refusal = 'rule daily keeps its points 35 days, but the lock of vault main requires at least 90 days';
const sealedRefusal = refusal.replace('vault main', 'vault sealed');
/** The rule's own vault refuses its points, the air-gapped one does not. */
const onlySealedTakesIt = [locked, airGapped];
/** The air-gapped vault refuses the points of the rule, its own vault does not. */
const onlyMainTakesIt = [vault(), { ...airGapped, lock: { minRetentionDays: 90 } }];

/** A plan of the organization, which selects by tag: that takes the opt-in of its management account. */
const ofOrganization = backupPlan({ id: 'orgs/1', name: 'org' });
const byOrganization = {
  plans: [ofOrganization],
  selections: [backupSelection({ planId: ofOrganization.id, listOfTags: [{ key: 'backup', value: 'yes' }] })],
};
const noOptIn = 'whether the management account of the organization is opted in to RDS, which plan org requires';

/** The same plan beside one of its own account. */
function beside(plan: BackupPlan) {
  const own = inPlan(young, plan);
  return {
    plans: [...byOrganization.plans, ...own.plans],
    selections: [...byOrganization.selections, ...own.selections],
  };
}

/** What is promised, and whether it can come true. */
export const promises: Stories = {
  pass: [
    {
      name: 'a new resource in a plan whose first rule is broken and whose second is not',
      given: {
        resource: young,
        ...inPlan(
          young,
          backupPlan({ rules: [backupRule(), backupRule({ name: 'long', lifecycle: { deleteAfterDays: 120 } })] }),
        ),
        vaults: [locked],
      },
      message: 'awaiting-first-backup',
      data: { by: 'backup plan nightly', due: new Date(hoursAgo(-25)) },
    },
    {
      name: 'a new resource whose plan has a monthly rule before a daily one: the daily one comes first',
      given: {
        resource: young,
        ...inPlan(young, backupPlan({ rules: [...monthly.rules, backupRule({ name: 'daily' })] })),
      },
      message: 'awaiting-first-backup',
      data: { due: new Date(hoursAgo(-25)) },
    },
    {
      name: 'a new resource in a plan of its organization and in one of its account',
      given: { resource: young, ...beside(backupPlan()) },
      message: 'awaiting-first-backup',
      data: { by: 'backup plan nightly' },
    },
    {
      name: 'a new resource in a plan of its organization that names it, which takes no opt-in',
      given: { resource: young, ...inPlan(young, ofOrganization) },
      message: 'awaiting-first-backup',
      data: { by: 'backup plan org' },
    },
    {
      name: 'a new file system whose automatic backups have not run yet',
      given: { resource: files, nativeBackups: [withoutMoment(nativeBackup(files))] },
      message: 'awaiting-first-backup',
      data: { name: 'files', age: ageText(2 * HOUR), by: 'automatic backups', due: new Date(hoursAgo(-22)) },
    },
    {
      name: 'a new cluster that goes to an air-gapped vault, as a customer manages its key',
      given: {
        resource: cluster,
        ...inPlan(cluster, toSealed),
        encryptionKeys: [{ ...key, managedByAws: false }],
        vaults: onlySealedTakesIt,
      },
      message: 'awaiting-first-backup',
    },
    {
      name: 'a new cluster of which AWS manages the key, whose ordinary vault takes what the air-gapped one refuses',
      given: {
        resource: cluster,
        ...inPlan(cluster, toSealed),
        encryptionKeys: [{ ...key, managedByAws: true }],
        vaults: onlyMainTakesIt,
      },
      message: 'awaiting-first-backup',
    },
    {
      name: 'a new volume whose key could not be looked at, and a second rule that does not depend on it',
      given: {
        resource: disk,
        ...inPlan(
          disk,
          backupPlan({
            rules: [...toSealed.rules, backupRule({ name: 'long', lifecycle: { deleteAfterDays: 120 } })],
          }),
        ),
        unread: ['encryptionKeys'],
        vaults: [vault({ lock: { minRetentionDays: 30 } }), { ...airGapped, lock: { minRetentionDays: 90 } }],
      },
      message: 'awaiting-first-backup',
    },
  ],
  fail: [
    {
      name: 'a new cluster of which AWS manages the key stays outside the air-gapped vault, and its ordinary one refuses it',
      given: {
        resource: cluster,
        ...inPlan(cluster, toSealed),
        encryptionKeys: [{ ...key, managedByAws: true }],
        vaults: onlySealedTakesIt,
      },
      message: 'promise-broken',
      data: { problem: refusal },
    },
    {
      name: 'a new instance whose volume is encrypted with a key that AWS manages stays outside the air-gapped vault',
      given: {
        resource: ec2Instance({ createdAt: hoursAgo(3) }),
        others: [ebsVolume({ ...disk, attachments: [{ instanceArn: ec2Instance().arn, since: hoursAgo(3) }] })],
        ...inPlan(ec2Instance(), toSealed),
        encryptionKeys: [{ ...key, managedByAws: true }],
        vaults: onlySealedTakesIt,
      },
      message: 'promise-broken',
      data: { problem: refusal },
    },
    {
      name: 'a new resource, and the vault of its plan was never created',
      given: { resource: young, ...inPlan(young), unread: [], vaults: [vault({ state: 'FAILED' })] },
      message: 'promise-broken',
      data: { name: 'orders', plans: 'backup plan nightly', problem: 'the vault main of rule daily is FAILED' },
    },
    {
      name: 'a new resource, and the vault of its plan is being created',
      given: { resource: young, ...inPlan(young), vaults: [vault({ state: 'CREATING' })] },
      message: 'promise-broken',
      data: { problem: 'the vault main of rule daily is CREATING' },
    },
    {
      name: 'a new resource, and the lock of the vault refuses what its plan keeps',
      given: { resource: young, ...inPlan(young), vaults: [locked] },
      message: 'promise-broken',
      data: {
        problem: 'rule daily keeps its points 35 days, but the lock of vault main requires at least 90 days',
      },
    },
    {
      name: 'an old resource whose plan was created two hours ago and runs tonight',
      given: { resource: db, ...inPlan(db, newPlan) },
      message: 'not-run-yet',
      data: {
        name: 'orders',
        plans: 'backup plan nightly',
        created: new Date(hoursAgo(2)),
        age: ageText(2 * HOUR),
        first: new Date('2026-11-23T05:00:00Z'),
      },
    },
    {
      name: 'an old resource whose plan was created ten days ago and never ran',
      given: { resource: db, ...inPlan(db, backupPlan({ createdAt: daysAgo(10) })) },
      message: 'never-backed-up',
      data: {
        jobs: 'none in the last 30 days, although a run was due on 2026-11-21 05:00 UTC; checked: plan nightly was created on 2026-11-12 12:00 UTC, vault main exists, vault main has no lock, selection selected needs no opt-in; not checked: whether AWS Backup can assume the role arn:aws:iam::111111111111:role/service-role/AWSBackupDefaultServiceRole of selection selected',
      },
      evidence: [backupPlan().arn, vault().arn, backupSelection().iamRoleArn],
    },
    {
      name: 'an old resource whose plan is new, and which its own backups can restore',
      given: { resource: db, ...inPlan(db, newPlan), nativeBackups: [nativeBackup(db)] },
      message: 'native-despite-plan',
      data: { why: 'created on 2026-11-22 10:00 UTC, first run due on 2026-11-23 05:00 UTC' },
    },
    {
      name: 'a plan that runs once a year never ran, and its own backups can restore the resource',
      given: { resource: db, ...inPlan(db, monthly), nativeBackups: [nativeBackup(db)] },
      message: 'native-despite-plan',
      data: { why: 'backup jobs: no failed job known' },
    },
    {
      name: 'no run of the plan was due in the days of which AWS keeps jobs',
      given: { resource: db, ...inPlan(db, monthly), recoveryPoints: [recoveryPoint(db, { age: '300d' })] },
      message: 'stale',
      data: { jobs: 'no failed job known' },
    },
    {
      name: 'a plan of the organization without one job: the opt-in of its management account is among the causes',
      given: {
        resource: db,
        ...byOrganization,
        vaults: [vault({ state: 'AVAILABLE', lock: { maxRetentionDays: 90 } })],
      },
      message: 'never-backed-up',
      data: {
        jobs: `none in the last 30 days, although a run was due on 2026-11-21 05:00 UTC; checked: vault main is AVAILABLE, the lock of vault main accepts points kept 35 days; not checked: when plan org was created, ${noOptIn}, whether AWS Backup can assume the role arn:aws:iam::111111111111:role/service-role/AWSBackupDefaultServiceRole of selection selected`,
      },
      evidence: [ofOrganization.arn, vault().arn],
    },
    {
      name: 'a file system whose automatic backups should have run by now',
      given: {
        resource: fsxFileSystem({ createdAt: daysAgo(3) }),
        nativeBackups: [withoutMoment(nativeBackup(files))],
      },
      message: 'native-stale',
      data: { kind: 'automatic backups', restorable: 'not reported' },
    },
  ],
  unknown: [
    {
      name: 'a new cluster whose ordinary vault refuses it, and whose key could not be looked at',
      given: {
        resource: cluster,
        ...inPlan(cluster, toSealed),
        unread: ['encryptionKeys'],
        vaults: onlySealedTakesIt,
      },
      message: 'key-unknown',
      data: { name: 'ledger', age: ageText(3 * HOUR), plan: 'nightly', problem: refusal },
    },
    {
      name: 'a new cluster whose air-gapped vault refuses it, and whose key could not be looked at',
      given: { resource: cluster, ...inPlan(cluster, toSealed), unread: ['encryptionKeys'], vaults: onlyMainTakesIt },
      message: 'key-unknown',
      data: { problem: sealedRefusal },
    },
    {
      name: 'a new resource whose plan writes to a vault in a state that AWS added later',
      given: { resource: young, ...inPlan(young), vaults: [vault({ state: 'QUARANTINED' })] },
      message: 'vault-state-unknown',
      data: { name: 'orders', plan: 'nightly', state: 'the vault main is in the state QUARANTINED' },
    },
    {
      name: 'a new resource that only a plan of its organization covers',
      given: { resource: young, ...byOrganization },
      message: 'organization-opt-in-unknown',
      data: { name: 'orders', age: ageText(3 * HOUR), plan: 'org', setting: 'RDS' },
    },
  ],
};

function withoutMoment({ scope, resourceArn, mechanism, enabled }: ReturnType<typeof nativeBackup>) {
  return { scope, resourceArn, mechanism, enabled, retentionDays: 7 };
}
