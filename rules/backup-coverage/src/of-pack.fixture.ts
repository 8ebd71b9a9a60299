import { daysAgo, hoursAgo, inPlan, backupPlan, nativeBackup, packResource } from '@backproof/testing';
import type { Stories } from '@backproof/testing';

const cluster = packResource();
const byHand = nativeBackup(cluster, { mechanism: 'pack-manual-backups', latestRestorableAt: hoursAgo(2) });

/** Resources of types that packs declare: their services back them up, or nothing does. */
export const ofPacks: Stories = {
  pass: [
    {
      name: 'a resource of a pack with a recent backup of its service',
      given: { resource: cluster, nativeBackups: [nativeBackup(cluster, { latestRestorableAt: hoursAgo(3) })] },
      message: 'service-backed-up',
      data: { kind: 'automatic backups', restorable: new Date(hoursAgo(3)), age: '3 hours' },
    },
    {
      name: 'a resource of a pack with a recent backup by hand, where the options accept it',
      options: { acceptManual: true },
      given: { resource: cluster, nativeBackups: [byHand] },
      message: 'service-backed-up',
      data: { kind: 'manual backups' },
    },
  ],
  fail: [
    {
      name: 'a resource of a pack whose newest backup is old',
      given: { resource: cluster, nativeBackups: [nativeBackup(cluster, { latestRestorableAt: daysAgo(5) })] },
      message: 'service-backups-stale',
      data: { restorable: new Date(daysAgo(5)) },
    },
    {
      name: 'a resource of a pack whose backups are enabled and have no time',
      given: {
        resource: cluster,
        nativeBackups: [
          {
            scope: nativeBackup(cluster).scope,
            resourceArn: cluster.arn,
            mechanism: 'pack-automatic-backups',
            enabled: true,
          },
        ],
      },
      message: 'service-backups-stale',
      data: { restorable: 'not reported' },
    },
    {
      name: 'a resource of a pack with a backup by hand only',
      given: { resource: cluster, nativeBackups: [byHand] },
      message: 'service-backups-not-accepted',
      data: { kind: 'manual backups', option: 'acceptManual' },
    },
    {
      name: 'a resource of a pack whose backups the options do not accept',
      options: { acceptNative: false },
      given: { resource: cluster, nativeBackups: [nativeBackup(cluster)] },
      message: 'service-backups-not-accepted',
      data: { kind: 'automatic backups', option: 'acceptNative' },
    },
    {
      name: 'a resource of a pack without backups, which a plan that selects everything cannot back up',
      given: { resource: cluster, ...inPlan(cluster, backupPlan()) },
      message: 'service-unprotected',
      data: { kinds: 'point-in-time recovery, automatic backups, manual backups' },
    },
  ],
  unknown: [
    {
      name: 'a resource of a pack whose backups were not read',
      given: { resource: cluster, unread: [{ kind: 'nativeBackups', of: 'acme:elasticache-cluster' }] },
      message: 'evidence-incomplete',
    },
  ],
};
