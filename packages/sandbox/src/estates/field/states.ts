import { clusterMembers } from '../builders/dependents.js';
import { ebsVolume } from '../builders/ebs.js';
import { efsFileSystem } from '../builders/efs.js';
import type { Entry } from '../builders/entry.js';
import type { EstatePart } from '../builders/estate-of.js';
import { fsxFileSystem, openZfs, windows } from '../builders/fsx.js';
import { daysAgo } from '../builders/moment.js';
import { dbCluster } from '../builders/rds-clusters.js';
import { dbInstance } from '../builders/rds.js';
import { production } from '../company.js';
import { DAILY, dailyPlan, GOLD, goldHistory, goldPlan, nothingSays } from './plans.js';

const { ireland } = production;
const stoppedAt = daysAgo(4.2);

const reports = dbCluster(ireland, { name: 'reports', engine: 'aurora-mysql', stoppedAt, members: ['reports-1'] });
const documents = dbCluster(ireland, {
  name: 'documents',
  engine: 'docdb',
  status: 'stopped',
  stoppedAt,
  members: ['documents-1'],
});

const stopped: readonly Entry[] = [
  {
    resource: dbInstance(ireland, { name: 'training', stoppedAt }),
    expect: 'stopped',
    why: 'no plan selects it, and its automated backups reach to the moment at which it stopped',
    and: nothingSays,
  },
  {
    resource: dbInstance(ireland, { name: 'archive', tags: GOLD, stoppedAt, retentionDays: 0 }),
    history: [{ plan: goldPlan, since: 400, until: 4 }],
    expect: 'stopped',
    why: 'it stopped just before its newest point was made, and its data has not changed since',
    and: {
      'retention-tiers': {
        expect: 'tiers-held-while-stopped',
        why: 'all points up to the moment at which it stopped are there',
      },
      'cross-account-copy': { expect: 'copied', why: 'a copy from after it stopped is in the backup account' },
    },
  },
  {
    resource: dbInstance(ireland, { name: 'seasonal', tags: DAILY, stoppedAt, retentionDays: 0 }),
    history: [{ plan: dailyPlan, since: 60, until: 20 }],
    expect: 'stale-when-stopped',
    why: 'its newest point was more than two weeks old when it stopped',
  },
  {
    resource: dbInstance(ireland, { name: 'mothballed', tags: DAILY, status: 'stopped', retentionDays: 0 }),
    history: [{ plan: dailyPlan, since: 60, until: 6 }],
    expect: 'stop-time-unknown',
    why: 'neither RDS nor an automated backup says since when it is stopped',
  },
  {
    resource: reports,
    expect: 'stopped',
    why: "Aurora's own backups reach to the moment at which it stopped",
    and: nothingSays,
  },
  ...clusterMembers(reports),
  {
    resource: documents,
    expect: 'stopped',
    why: 'DocumentDB does not say when it stopped, and its last restorable time does',
    and: { 'retention-tiers': { expect: 'no-points', why: 'it has no points, and no plan selects it' } },
  },
  ...clusterMembers(documents),
];

const broken: readonly Entry[] = [
  {
    resource: dbInstance(ireland, { name: 'crashed', status: 'failed', retentionDays: 0 }),
    expect: 'unprotected',
    why: 'RDS reports it as failed: its data can come back from backups alone, and there are none',
    and: nothingSays,
  },
  {
    resource: ebsVolume(ireland, { name: 'broken-disk', tags: GOLD, state: 'error' }),
    history: [goldHistory],
    expect: 'backed-up',
    why: 'EBS reports it as in error, and its newest point is from this morning',
  },
  {
    resource: efsFileSystem(ireland, { name: 'broken-share', state: 'error' }),
    expect: 'unprotected',
    why: 'EFS reports it as in error, and there are no backups',
    and: nothingSays,
  },
  {
    resource: fsxFileSystem(ireland, { name: 'failed-zfs', form: openZfs, lifecycle: 'FAILED' }),
    expect: 'unprotected',
    why: 'FSx reports it as failed, and there are no backups',
    and: nothingSays,
  },
  {
    resource: fsxFileSystem(ireland, {
      name: 'misconfigured-windows',
      form: windows(7),
      lifecycle: 'MISCONFIGURED',
      automaticBackups: [5, 4, 3],
    }),
    expect: 'native-stale',
    why: 'FSx reports it as misconfigured, and has made no automatic backup for three days',
    and: nothingSays,
  },
];

/** Resources that are stopped, failed or in error: none of them is left out. */
export const states: EstatePart = { entries: [...stopped, ...broken] };
