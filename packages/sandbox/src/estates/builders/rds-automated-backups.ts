import type { DBInstanceAutomatedBackup } from '@aws-sdk/client-rds';
import type { Scope } from '@backproof/core';
import type { WorldScope } from '../../world/world.js';
import { hexId } from './ids.js';
import { daysAgo, hoursAgo } from './moment.js';
import { arnIn, inScope, type EstateResource } from './resource.js';

type Instance = Pick<EstateResource, 'scope' | 'arn' | 'name'>;

/** From and to when they can restore: as long as they are kept, and until now, unless said otherwise. */
interface Window {
  readonly restorableFrom?: Date;
  readonly stoppedAt?: Date;
}

/** The automated backups of an instance, as RDS lists them in the instance's own Region. */
export function automatedBackupsOf(
  { scope, arn, name }: Instance,
  retentionDays: number,
  { restorableFrom = daysAgo(retentionDays), stoppedAt }: Window = {},
): DBInstanceAutomatedBackup {
  return {
    DBInstanceArn: arn,
    DBInstanceIdentifier: name,
    Region: scope.region,
    Status: 'active',
    BackupRetentionPeriod: retentionDays,
    RestoreWindow: { EarliestTime: restorableFrom, LatestTime: stoppedAt ?? hoursAgo(0.1) },
  };
}

/** The same as they are listed in a Region that RDS sends them to. */
export function replicatedBackups(instance: Instance, there: Scope, retentionDays: number): WorldScope {
  const backups = automatedBackupsOf(instance, retentionDays);
  return inScope(there, { dbInstanceAutomatedBackups: [{ ...backups, ...replicationTo(there, instance.arn) }] });
}

/** The field of an instance for a Region that its automated backups are sent to. */
export function replicationTo(there: Scope, instanceArn: string) {
  const id = hexId(32, instanceArn, there.region);
  return { DBInstanceAutomatedBackupsArn: arnIn(there, 'rds', `auto-backup:ab-${id}`) };
}
