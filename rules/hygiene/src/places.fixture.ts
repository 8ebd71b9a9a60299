import {
  backupJob,
  backupPlan,
  backupSelection,
  daysAgo,
  ebsVolume,
  ec2Instance,
  inPlan,
  recoveryPoint,
  regionSettings,
  s3Bucket,
  vault,
} from '@backproof/testing';
import type { Stories } from '@backproof/testing';
import { about, account, byTag, db, main } from './estate.fixture.js';

const expired = recoveryPoint(db, { age: '50d', status: 'EXPIRED' });
const gone = ebsVolume({ name: 'gone' });
const goneBucket = s3Bucket({ name: 'gone-bucket' });
const failing = backupJob(gone, { state: 'FAILED', message: 'no role', completedAt: daysAgo(1) });
const web = ec2Instance();
const disk = ebsVolume({ attachments: [{ instanceArn: web.arn, since: 0 }] });
const tagged = { ...db, tags: { backup: 'yes' } };
const optedOut = regionSettings({ optIn: { RDS: false } });

const aboutVault = about(main.arn);
const airGapped = vault({ vaultType: 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT' });
const approval = { scope: airGapped.scope, vaultArn: airGapped.arn };
const teamArn = 'arn:aws:mpa:us-east-1:222222222222:approval-team/keepers';

const aboutAccount = about(account);

/** Vaults. */
export const vaults: Stories = {
  pass: aboutVault([
    {
      name: 'a vault without expired points',
      given: { resource: db, recoveryPoints: [recoveryPoint(db)] },
      message: 'no-expired-points',
      data: { name: 'main' },
    },
    {
      name: 'an air-gapped vault that an approval team can open',
      given: { resource: db, vaults: [airGapped], vaultApprovals: [{ ...approval, teamArn }] },
      message: 'approval-team',
      data: { name: 'main', team: teamArn },
    },
    {
      name: 'an air-gapped vault without an approval team, which is noted',
      given: { resource: db, vaults: [airGapped], vaultApprovals: [approval] },
      message: 'no-approval-team',
      data: { name: 'main' },
    },
    {
      name: 'a vault with an expired point, which is noted',
      given: { resource: db, recoveryPoints: [expired] },
      message: 'expired-noted',
      data: { points: '1 expired recovery point', resources: '1 resource', oldest: new Date(daysAgo(50)) },
      evidence: [main.arn],
    },
  ]),
  fail: aboutVault([
    {
      name: 'a vault with expired points, where the options ask for none',
      given: { resource: db, recoveryPoints: [expired, recoveryPoint(gone, { status: 'EXPIRED' })] },
      options: { leftovers: 'fail' },
      message: 'expired-points',
      data: { name: 'main', points: '2 expired recovery points', resources: '2 resources' },
    },
  ]),
  unknown: aboutVault([
    {
      name: 'an air-gapped vault that could not be described',
      given: { resource: db, vaults: [airGapped], unread: ['vaultApprovals'] },
      message: 'approval-team-unread',
      data: { name: 'main' },
    },
    {
      name: 'a vault whose points could not be read',
      given: { resource: db, vaults: [main], unread: ['recoveryPoints'] },
      message: 'vault-unread',
      data: { name: 'main' },
    },
  ]),
};

/** An account in its Region. */
export const accounts: Stories = {
  pass: aboutAccount([
    {
      name: 'an account in which nothing is amiss',
      given: { resource: db, ...inPlan(db), recoveryPoints: [recoveryPoint(db)] },
      message: 'account-tidy',
      data: { account: '111111111111', region: 'eu-west-1' },
    },
    {
      name: 'points of a volume and of a bucket that are gone are noted',
      given: {
        resource: db,
        recoveryPoints: [recoveryPoint(gone), recoveryPoint(goneBucket)],
      },
      message: 'account-noted',
      data: { notes: '2 recovery points of 2 resources that are gone' },
      evidence: [gone.arn, goneBucket.arn],
    },
    {
      name: 'an instance whose volume is backed up by itself, too, is noted',
      given: { resource: web, others: [disk], recoveryPoints: [recoveryPoint(web), recoveryPoint(disk)] },
      options: { leftovers: 'fail' },
      message: 'account-noted',
      data: { notes: '1 instance whose volumes are also backed up separately' },
      evidence: [web.arn],
    },
    {
      name: 'the last job of what no rule judges succeeded',
      given: { resource: db, backupJobs: [backupJob(gone, { state: 'COMPLETED', completedAt: daysAgo(1) })] },
      message: 'account-tidy',
    },
    {
      name: 'failing jobs of a resource that is judged are not unseen',
      given: { resource: db, backupJobs: [backupJob(db, { state: 'FAILED', completedAt: daysAgo(1) })] },
      message: 'account-tidy',
    },
    {
      name: 'a type that is opted out, and whose resource another plan names',
      given: {
        resource: tagged,
        plans: [...byTag('yes').plans, backupPlan({ id: 'other', name: 'other' })],
        selections: [...byTag('yes').selections, backupSelection({ planId: 'other', resources: [db.arn] })],
        regionSettings: [optedOut],
      },
      message: 'account-tidy',
    },
    {
      name: 'a type that is opted out, and that no plan asks for by a tag',
      given: {
        resource: tagged,
        plans: [backupPlan()],
        selections: [backupSelection({ resources: ['*'] })],
        regionSettings: [optedOut],
      },
      message: 'account-tidy',
    },
  ]),
  fail: aboutAccount([
    {
      name: 'jobs fail of a resource that no rule judges',
      given: { resource: db, backupJobs: [failing] },
      message: 'unjudged-failures',
      data: { account: '111111111111', region: 'eu-west-1', resources: '1 resource' },
      evidence: [gone.arn],
    },
    {
      name: 'a resource carries the tag of a plan, and its type is opted out',
      given: { resource: tagged, ...byTag('yes'), regionSettings: [optedOut] },
      message: 'tagged-but-opted-out',
      data: { settings: 'RDS', plans: 'nightly' },
      evidence: [backupPlan().arn],
    },
    {
      name: 'points of a volume that is gone, where the options ask for none',
      given: { resource: db, recoveryPoints: [recoveryPoint(gone)] },
      options: { leftovers: 'fail' },
      message: 'points-of-gone',
      data: { points: '1 recovery point of 1 resource that is gone' },
    },
  ]),
  unknown: aboutAccount([
    {
      name: 'the last job of what no rule judges is in a state that AWS added later',
      given: { resource: db, backupJobs: [{ ...failing, state: 'RESTING' }] },
      message: 'job-states-unknown',
      data: { resources: '1 resource' },
    },
    {
      name: 'the backup jobs could not be read',
      given: { resource: db, unread: ['backupJobs'] },
      message: 'account-unread',
      data: { missing: 'its backup jobs' },
    },
    {
      name: 'jobs fail of a volume, and volumes could not be listed',
      given: { resource: db, backupJobs: [failing], unread: [{ kind: 'resources', of: 'EBS' }] },
      message: 'account-unread',
      data: { account: '111111111111' },
    },
    {
      name: 'a type is opted out, and tags could not be read',
      given: { resource: tagged, ...byTag('yes'), regionSettings: [optedOut], unread: ['tags'] },
      message: 'account-unread',
    },
    {
      name: 'the opt-ins could not be read',
      given: { resource: tagged, ...byTag('yes'), unread: ['regionSettings'] },
      message: 'account-unread',
    },
    {
      name: 'the points of a vault could not be read',
      given: { resource: db, ...inPlan(db), unread: ['recoveryPoints'] },
      message: 'account-unread',
      data: { missing: 'its recovery points' },
    },
  ]),
};
