import { DAY, isTooShort, nativeBackupName, oldestAllowed, regionOf } from '@backproof/core';
import type { NativeBackup } from '@backproof/core';
import type { Context } from './context.js';

/** The faults of backups that a service keeps in another Region, the least first. */
const FAULTS = ['replication-unread', 'replication-too-short', 'replication-stale', 'replication-elsewhere'] as const;

type ReplicationFault = (typeof FAULTS)[number];

/** Backups that a service itself keeps in another Region. */
export interface ReplicatedBackups {
  readonly native: NativeBackup;
  readonly region: string;
  /** Their name, which ends with "another Region". */
  readonly name: string;
  /** Undefined: not read. */
  readonly keptMs: number | undefined;
  /** Absent: they are as required. */
  readonly fault: ReplicationFault | undefined;
}

/** The backups of the resource that its service keeps in other Regions, the ones with the least fault first. */
export function replicatedBackups(context: Context): readonly ReplicatedBackups[] {
  const { resource, nativeBackups } = context.dossier;
  const found = nativeBackups.flatMap((native): readonly ReplicatedBackups[] => {
    const region = native.backupsArn === undefined ? undefined : regionOf(native.backupsArn);
    if (region === undefined || region === resource.region) return [];
    const keptMs = keptMsOf(native);
    const fault = faultOf(context, native, region, keptMs);
    return [{ native, region, name: nativeBackupName(native), keptMs, fault }];
  });
  const distance = ({ fault }: ReplicatedBackups): number => (fault === undefined ? -1 : FAULTS.indexOf(fault));
  return found.toSorted((a, b) => distance(a) - distance(b));
}

function keptMsOf({ retentionDays, neverExpires }: NativeBackup): number | undefined {
  if (neverExpires === true) return Infinity;
  return retentionDays === undefined ? undefined : retentionDays * DAY;
}

function faultOf(
  context: Context,
  { latestRestorableAt }: NativeBackup,
  region: string,
  keptMs: number | undefined,
): ReplicationFault | undefined {
  const { regions } = context.options;
  if (regions.length > 0 && !regions.includes(region)) return 'replication-elsewhere';
  if (latestRestorableAt !== undefined && latestRestorableAt < oldestAllowed(context)) return 'replication-stale';
  if (keptMs !== undefined && isTooShort(keptMs, context)) return 'replication-too-short';
  return latestRestorableAt === undefined || keptMs === undefined ? 'replication-unread' : undefined;
}
