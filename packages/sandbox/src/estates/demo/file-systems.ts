import type { EstatePart } from '../builders/estate-of.js';
import type { Entry } from '../builders/entry.js';
import { efsFileSystem } from '../builders/efs.js';
import { fsxFileSystem, lustre, lustreScratch, ontap, ontapVolume, openZfs, windows } from '../builders/fsx.js';
import { daysAgo } from '../builders/moment.js';
import { production } from '../company.js';
import { briefPlan, dailyPlan, efsPlan, tieredPlan } from './plans.js';

const { ireland } = production;

const efs: readonly Entry[] = [
  {
    resource: efsFileSystem(ireland, {
      name: 'home',
      tags: { 'aws:elasticfilesystem:default-backup': 'enabled' },
    }),
    history: [{ plan: efsPlan, since: 300 }],
    expect: 'backed-up',
    why: "EFS's automatic backups are a plan of AWS Backup, whose vault has slashes in its name",
  },
  {
    resource: efsFileSystem(ireland, { name: 'uploads', tags: { backup: 'daily' }, createdAt: daysAgo(10) }),
    history: [
      {
        plan: dailyPlan,
        since: 9,
        failing: {
          since: 9,
          state: 'FAILED',
          message:
            'Your backup job failed as AWS Backup does not have permission to describe resource. Please review your IAM policies.',
        },
      },
    ],
    expect: 'never-backed-up',
    why: 'in ten days no job has succeeded, because the role may not describe it',
    and: {
      'retention-tiers': {
        expect: 'backup-failing',
        why: 'it has no points, and its jobs fail for want of a permission',
      },
    },
  },
  {
    resource: efsFileSystem(ireland, { name: 'archive', tags: { backup: 'daily' } }),
    history: [
      { plan: dailyPlan, since: 41, until: 40, statuses: { 41: 'EXPIRED', 40: 'EXPIRED' } },
      { plan: dailyPlan, since: 2, statuses: { 2: 'DELETING', 1: 'PARTIAL', 0: 'CREATING' } },
    ],
    expect: 'no-usable-point',
    why: 'its points are expired, being deleted, partial or not finished',
  },
  {
    resource: efsFileSystem(ireland, { name: 'build-cache', tags: { backup: 'brief' } }),
    history: [
      {
        plan: briefPlan,
        since: 30,
        failing: { since: 0, state: 'FAILED', message: 'The file system is being deleted or is not available.' },
      },
    ],
    expect: 'no-usable-point',
    why: 'its one point is COMPLETED, but was due for deletion this morning',
  },
];

const netApp = fsxFileSystem(ireland, { name: 'netapp', form: ontap });

const fsx: readonly Entry[] = [
  {
    resource: fsxFileSystem(ireland, { name: 'simulation', form: lustre, tags: { backup: 'daily' } }),
    history: [{ plan: dailyPlan, since: 100 }],
    expect: 'backed-up',
    why: 'Lustre that keeps its data, with a backup from this morning',
  },
  {
    resource: fsxFileSystem(ireland, { name: 'simulation-scratch', form: lustreScratch }),
    expect: 'scratch-file-system',
    why: 'scratch file systems cannot be backed up',
  },
  {
    resource: fsxFileSystem(ireland, { name: 'office-share', form: windows(30), automaticBackups: [2, 1, 0] }),
    expect: 'native-only',
    why: 'no plan selects it; FSx made an automatic backup this morning',
  },
  {
    resource: fsxFileSystem(ireland, { name: 'design-share', form: windows(0) }),
    expect: 'unprotected',
    why: 'no plan selects it, and its automatic backups are off; two zones are not a backup',
    and: {
      'replication-only': {
        expect: 'replication-only',
        why: 'two zones hold the same, and nothing else does',
      },
    },
  },
  {
    resource: fsxFileSystem(ireland, { name: 'analytics', form: openZfs, tags: { backup: 'tiered' } }),
    history: [{ plan: tieredPlan, since: 200 }],
    expect: 'backed-up',
    why: 'an OpenZFS file system with a backup from this morning',
  },
  {
    resource: netApp,
    expect: 'ontap-file-system',
    why: 'ONTAP is backed up by volume, never as a file system',
  },
  {
    resource: ontapVolume({ on: netApp, name: 'engineering', tags: { backup: 'daily' } }),
    history: [{ plan: dailyPlan, since: 100 }],
    expect: 'backed-up',
    why: 'the volume is what is backed up, and it was this morning',
    and: {
      'cross-account-copy': {
        expect: 'aws-cannot-copy',
        why: 'backups of ONTAP volumes cannot be copied',
      },
    },
  },
  {
    resource: ontapVolume({ on: netApp, name: 'engineering_mirror', volumeType: 'DP' }),
    expect: 'ontap-volume-type',
    why: 'it follows another volume by SnapMirror: AWS Backup cannot back it up',
    and: {
      'replication-only': {
        expect: 'source-not-scanned',
        why: 'FSx does not report which volume it follows',
      },
    },
  },
  {
    resource: ontapVolume({ on: netApp, name: 'engineering_root_share', volumeType: 'LS' }),
    expect: 'ontap-volume-type',
    why: 'it shares the load of another volume: AWS Backup cannot back it up',
  },
];

/** EFS and FSx file systems in Ireland. */
export const fileSystems: EstatePart = { entries: [...efs, ...fsx] };
