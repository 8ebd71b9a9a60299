import { clusterMembers } from '../builders/dependents.js';
import { dynamoDbTable } from '../builders/dynamodb.js';
import { ebsVolume } from '../builders/ebs.js';
import type { Entry } from '../builders/entry.js';
import type { EstatePart } from '../builders/estate-of.js';
import { awsManagedKey } from '../builders/kms.js';
import { daysAgo, hoursAgo } from '../builders/moment.js';
import { allOf, daily, monthly, plan, type PlanRule } from '../builders/plan.js';
import { dbCluster } from '../builders/rds-clusters.js';
import { dbInstance } from '../builders/rds.js';
import type { EstateResource } from '../builders/resource.js';
import { production } from '../company.js';
import { GOLD } from './plans.js';
import { brokenVault, deletedVault, lockedVault, productionVault, sealedVault } from './vaults.js';

const { ireland } = production;
const newTable = (name: string) => dynamoDbTable(ireland, { name, createdAt: hoursAgo(3) });

/** A plan for one resource, which selects it by its ARN. */
function planFor({ name, arn }: EstateResource, rules: readonly PlanRule[], more: { createdAt?: Date } = {}) {
  return plan(ireland, {
    name: `for-${name}`,
    ...more,
    rules,
    selections: [{ SelectionName: name, Resources: [arn] }],
  });
}

const lost = newTable('lost-vault');
const halfMade = newTable('half-made-vault');
const refused = newTable('refused-by-lock');
const ofPolicy = dynamoDbTable(ireland, { name: 'of-the-policy', tags: { policy: 'yes' }, createdAt: hoursAgo(3) });
const idle = dynamoDbTable(ireland, { name: 'idle' });
const lateComer = dynamoDbTable(ireland, { name: 'late-comer' });
const ebsKey = awsManagedKey(ireland, 'ebs');
const sealedDisk = ebsVolume(ireland, { name: 'sealed-disk', createdAt: hoursAgo(3), key: ebsKey });
const sealedDb = dbInstance(ireland, { name: 'sealed-db', createdAt: daysAgo(5), retentionDays: 0 });

const sealedTable = newTable('sealed-table');
const sealedLedger = dbCluster(ireland, {
  name: 'sealed-ledger',
  engine: 'aurora-postgresql',
  createdAt: hoursAgo(3),
  members: ['sealed-ledger-1'],
});

const plans = {
  sealedTable: planFor(sealedTable, [daily(35, brokenVault, { airGapped: sealedVault })]),
  sealedLedger: planFor(sealedLedger, [daily(35, brokenVault, { airGapped: sealedVault, continuous: true })]),
  lost: planFor(lost, [daily(35, deletedVault)]),
  halfMade: planFor(halfMade, [daily(35, brokenVault)]),
  refused: planFor(refused, [monthly(365, lockedVault)]),
  ofPolicy: plan(ireland, {
    name: 'policy',
    id: 'orgs/7a1e3c52-90bd-3c4e-8f11-2d5b6a7c8d9e',
    rules: [daily(35, productionVault)],
    selections: [{ SelectionName: 'policy', Conditions: { StringEquals: allOf({ policy: 'yes' }) } }],
  }),
  idle: planFor(idle, [daily(35, productionVault)]),
  lateComer: planFor(lateComer, [daily(35, productionVault)], { createdAt: hoursAgo(3) }),
  sealedDisk: planFor(sealedDisk, [monthly(365, lockedVault, { airGapped: sealedVault })]),
  sealedDb: planFor(sealedDb, [monthly(365, lockedVault, { airGapped: sealedVault })]),
};
const entries: readonly Entry[] = [
  {
    resource: dynamoDbTable(ireland, { name: 'fresh', tags: GOLD, createdAt: hoursAgo(3) }),
    expect: 'awaiting-first-backup',
    why: 'it is new, and its plan runs tomorrow morning',
    and: {
      'retention-tiers': { expect: 'awaiting-first-backup', why: 'it is new, and its plan can meet every tier' },
      'cross-account-copy': { expect: 'awaiting-first-copy', why: 'it is new, and its plan copies it' },
      'restore-test': { expect: 'not-due-yet', why: 'it is younger than 90 days' },
    },
  },
  {
    resource: lost,
    expect: 'promise-broken',
    why: 'it is new, but the vault that its plan writes to does not exist',
    and: { 'retention-tiers': { expect: 'vault-missing', why: 'the vault that its plan writes to does not exist' } },
  },
  {
    resource: halfMade,
    expect: 'promise-broken',
    why: 'it is new, but the vault that its plan writes to could not be created',
    and: { 'retention-tiers': { expect: 'vault-unavailable', why: 'the vault that its plan writes to is FAILED' } },
  },
  {
    resource: refused,
    expect: 'promise-broken',
    why: 'it is new, but the lock of the vault refuses what lives 365 days',
    and: { 'retention-tiers': { expect: 'lock-conflict', why: 'the lock of the vault refuses what lives 365 days' } },
  },
  {
    resource: ofPolicy,
    expect: 'organization-opt-in-unknown',
    why: "it is new, and its organization's plan follows an opt-in of the management account",
  },
  {
    resource: idle,
    expect: 'never-backed-up',
    why: 'its plan was due every day, and there is no job of any state',
    and: { 'retention-tiers': { expect: 'not-backed-up', why: 'it has no points, and no job failed' } },
  },
  {
    resource: lateComer,
    expect: 'not-run-yet',
    why: 'it is old, and its plan of this morning runs tomorrow for the first time',
  },
  {
    resource: dbInstance(ireland, { name: 'newborn', createdAt: hoursAgo(0.3), restorable: false, multiAz: true }),
    expect: 'awaiting-first-backup',
    why: 'it is minutes old, and its automated backups are on and not overdue',
    and: {
      'replication-only': { expect: 'awaiting-first-backup', why: 'its first restorable time is not overdue' },
    },
  },
  {
    resource: sealedDisk,
    expect: 'promise-broken',
    why: 'volumes pass through the ordinary vault, whose lock refuses what lives 365 days',
  },
  {
    resource: sealedTable,
    expect: 'awaiting-first-backup',
    why: 'it is new, and the air-gapped vault takes it: the ordinary one, which could not be created, is not needed',
  },
  {
    resource: sealedLedger,
    expect: 'native-despite-plan',
    why: "its continuous backups go to the ordinary vault, which could not be created: only Aurora's own are there",
  },
  ...clusterMembers(sealedLedger),
  {
    resource: sealedDb,
    expect: 'promise-broken',
    why: 'an air-gapped vault takes no RDS instance, and the lock of the ordinary one refuses what lives 365 days',
  },
];

/** Promises of plans, and the reasons why they may never come true. */
export const promises: EstatePart = { world: [ebsKey.world], plans: Object.values(plans), entries };
