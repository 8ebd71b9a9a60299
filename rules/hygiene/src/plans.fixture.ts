import {
  backupPlan,
  backupRule,
  backupSelection,
  daysAgo,
  ebsVolume,
  inPlan,
  recoveryPoint,
  vault,
} from '@backproof/testing';
import type { Stories } from '@backproof/testing';
import { about, awayVaultArn, byTag, db, elsewhere, main, plan } from './estate.fixture.js';

/** A plan in which the database is, with one rule that differs from the usual one. */
function withRule(...fields: Parameters<typeof backupRule>) {
  return { resource: db, ...inPlan(db, backupPlan({ rules: [backupRule(...fields)] })) };
}

const locked = vault({ lock: { minRetentionDays: 90 } });
const ofEfs = backupPlan({ id: 'aws/efs/1', name: 'aws/efs/automatic-backup-plan' });
const lost = main.arn.replace('main', 'lost');
const gone = ebsVolume({ name: 'gone' });

const aboutPlan = about(plan.arn);

/** Backup plans. */
export const plans: Stories = {
  pass: aboutPlan([
    {
      name: 'a plan that assigns a resource to rules that can run',
      given: { resource: db, ...inPlan(db) },
      message: 'plan-works',
      data: { name: 'nightly', resources: '1 resource' },
    },
    {
      name: 'a plan that has backed up something lately that the scan does not list',
      given: { resource: db, ...byTag('none'), recoveryPoints: [recoveryPoint(gone, { planId: plan.id })] },
      message: 'plan-works',
      data: { resources: '1 resource' },
    },
    {
      name: 'the vault of the copies is in an account that was not scanned',
      given: withRule({ copyActions: [{ destinationVaultArn: awayVaultArn.replace('111111111111', '333333333333') }] }),
      message: 'plan-works',
    },
  ]),
  fail: aboutPlan([
    {
      name: 'no resource matches its selection',
      given: { resource: db, ...byTag('yes') },
      message: 'selects-nothing',
      data: { name: 'nightly', selections: '1 selection' },
    },
    {
      name: 'a resource matches but for the case of a tag',
      given: { resource: { ...db, tags: { backup: 'Yes' } }, ...byTag('yes') },
      message: 'nearly-selects',
      data: {
        resource: 'orders',
        why: 'ListOfTags[0] (backup=yes) does not match it: the value of its tag differs in case',
      },
      evidence: [db.arn],
    },
    {
      name: 'of two resources the one that comes closer is named',
      given: {
        resource: db,
        others: [ebsVolume({ tags: { backup: 'YES', stage: 'test' } })],
        plans: [plan],
        selections: [
          backupSelection({
            resources: ['arn:aws:rds:*:*:db:*'],
            conditions: {
              stringEquals: [
                { key: 'stage', value: 'prod' },
                { key: 'team', value: 'shop' },
              ],
              stringNotEquals: [],
              stringLike: [],
              stringNotLike: [],
            },
          }),
          backupSelection({ id: 'tags', name: 'tags', listOfTags: [{ key: 'backup', value: 'yes' }] }),
        ],
      },
      message: 'nearly-selects',
      data: { resource: 'data', selection: 'tags', selections: '2 selections' },
    },
    {
      name: 'what it made long ago and the scan does not list is no work of today',
      given: {
        resource: db,
        ...byTag('none'),
        recoveryPoints: [recoveryPoint(gone, { planId: plan.id, createdAt: daysAgo(40) })],
      },
      message: 'selects-nothing',
      data: { name: 'nightly' },
    },
    {
      name: 'it has no selections',
      given: { resource: db, plans: [plan] },
      message: 'without-selections',
      data: { name: 'nightly' },
    },
    {
      name: 'it has no rules',
      given: { resource: db, ...inPlan(db, backupPlan({ rules: [] })) },
      message: 'without-rules',
      data: { name: 'nightly' },
    },
    {
      name: 'a rule that never runs again',
      given: withRule({ scheduleExpression: 'cron(0 5 1 1 ? 2020)' }),
      message: 'rules-broken',
      data: { count: '1 problem', problems: 'rule daily never runs again: cron(0 5 1 1 ? 2020) UTC' },
    },
    {
      name: 'its vault does not exist',
      given: { ...withRule({ targetVaultName: 'lost' }), missingVaults: [lost] },
      message: 'rules-broken',
      data: { problems: 'the vault lost of rule daily does not exist' },
    },
    {
      name: 'the air-gapped vault that it writes to does not exist',
      given: { ...withRule({ airGappedVaultArn: main.arn.replace('main', 'sealed') }), vaults: [main] },
      message: 'rules-broken',
      data: { problems: 'the vault sealed of rule daily does not exist' },
    },
    {
      name: 'the vault of its copies does not exist in a Region that was scanned',
      given: {
        ...withRule({ copyActions: [{ destinationVaultArn: awayVaultArn }] }),
        missingVaults: [awayVaultArn],
        scopes: [elsewhere],
      },
      message: 'rules-broken',
      data: { problems: 'the vault away of the copy of rule daily does not exist' },
    },
    {
      name: 'a lifecycle that AWS Backup does not accept',
      given: withRule({ lifecycle: { moveToColdStorageAfterDays: 30, deleteAfterDays: 100 } }),
      message: 'rules-broken',
      data: { count: '1 problem' },
    },
    {
      name: 'the lock of its vault refuses the retention, and a rule never runs: both are named',
      given: {
        resource: db,
        ...inPlan(
          db,
          backupPlan({
            rules: [
              backupRule(),
              backupRule({ name: 'once', scheduleExpression: 'cron(0 5 1 1 ? 2020)', lifecycle: {} }),
            ],
          }),
        ),
        vaults: [locked],
      },
      message: 'rules-broken',
      data: {
        count: '2 problems',
        problems:
          'rule daily keeps its points 35 days, but the lock of vault main requires at least 90 days; rule once never runs again: cron(0 5 1 1 ? 2020) UTC',
      },
      evidence: [plan.arn],
    },
    {
      name: 'it selects nothing and its vault does not exist: the first is said, and the second is evidence',
      given: {
        resource: db,
        plans: [backupPlan({ rules: [backupRule({ targetVaultName: 'lost' })] })],
        missingVaults: [lost],
      },
      message: 'without-selections',
      data: { name: 'nightly' },
      evidence: [plan.arn],
    },
  ]),
  unknown: aboutPlan([
    {
      name: 'no resource is known to match, and resources of a type could not be listed',
      given: { resource: db, ...byTag('yes'), unread: [{ kind: 'resources', of: 'EBS' }] },
      message: 'reach-unknown',
      data: { name: 'nightly' },
    },
    {
      name: 'no resource is known to match, and tags could not be read',
      given: { resource: db, ...byTag('yes'), unread: ['tags'] },
      message: 'reach-unknown',
    },
    {
      name: 'its selections could not be read',
      given: { resource: db, ...byTag('yes'), unread: ['backupSelections'] },
      message: 'reach-unknown',
    },
    {
      name: 'the vaults could not be listed, so that none is known to be missing',
      given: { ...withRule({ targetVaultName: 'lost' }), unread: ['vaults'] },
      message: 'vaults-unknown',
      data: { name: 'nightly' },
    },
    {
      name: 'the vaults of the Region that it copies to could not be listed',
      given: {
        ...withRule({ copyActions: [{ destinationVaultArn: awayVaultArn }] }),
        scopes: [elsewhere],
        unread: [{ kind: 'vaults', scope: elsewhere }],
      },
      message: 'vaults-unknown',
    },
  ]),
  notApplicable: [
    {
      name: "EFS's own plan, which no file system uses",
      subject: ofEfs.arn,
      given: {
        resource: db,
        plans: [ofEfs],
        selections: [
          backupSelection({
            planId: ofEfs.id,
            listOfTags: [{ key: 'aws:elasticfilesystem:default-backup', value: 'enabled' }],
          }),
        ],
      },
      message: 'made-by-efs',
      data: { name: 'aws/efs/automatic-backup-plan' },
    },
  ],
};
