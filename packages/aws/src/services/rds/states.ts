import type { DBCluster, DBInstance } from '@aws-sdk/client-rds';
import { DAY } from '@backproof/core';
import type { ResourceState } from '@backproof/core';
import { toInstant, toState, type StateWords } from '../translate.js';

/**
 * Instances and clusters share their words. Failed is what needs somebody, or a restore, before its data can be used or
 * written again: RDS makes no automated backups of a database in such a state.
 *
 * @source Amazon RDS User Guide, accessing-monitoring (DB instance status), USER_WorkingWithAutomatedBackups; Amazon Aurora
 * User Guide, accessing-monitoring (DB cluster status)
 */
const DATABASE_STATES: StateWords = {
  available: ['available'],
  stopped: ['stopped'],
  failed: [
    'cloning-failed',
    'failed',
    'inaccessible-encryption-credentials',
    'inaccessible-encryption-credentials-recoverable',
    'incompatible-create',
    'incompatible-network',
    'incompatible-option-group',
    'incompatible-parameters',
    'incompatible-restore',
    'insufficient-capacity',
    'migration-failed',
    'restore-error',
    'storage-full',
  ],
  creating: ['creating'],
  deleting: ['delete-precheck', 'deleting'],
  transient: [
    'backing-up',
    'backtracking',
    'configuring-associated-roles',
    'configuring-enhanced-monitoring',
    'configuring-iam-database-auth',
    'configuring-log-exports',
    'converting-to-vpc',
    'failing-over',
    'maintenance',
    'migrating',
    'modifying',
    'moving-to-vpc',
    'preparing-data-migration',
    'promoting',
    'rebooting',
    'renaming',
    'resetting-master-credentials',
    'scaling-compute',
    'scaling-storage',
    'starting',
    'stopping',
    'storage-config-upgrade',
    'storage-initialization',
    'storage-optimization',
    'update-iam-db-auth',
    'upgrading',
  ],
};

/** @source Amazon RDS User Guide, USER_StopInstance: what is stopped is started again after seven days */
const STOPPED_AT_MOST = 7 * DAY;

/** The state of an instance, and since when it is stopped, where RDS reports when it will start again. */
export function instanceState({ DBInstanceStatus, AutomaticRestartTime }: DBInstance): ResourceState | undefined {
  return stateOf(DBInstanceStatus, AutomaticRestartTime);
}

/** The state of a cluster, and since when it is stopped, where RDS reports when it will start again. */
export function clusterState({ Status, AutomaticRestartTime }: DBCluster): ResourceState | undefined {
  return stateOf(Status, AutomaticRestartTime);
}

function stateOf(status: string | undefined, restart: Date | undefined): ResourceState | undefined {
  const restartsAt = status === 'stopped' ? toInstant(restart) : undefined;
  return toState(DATABASE_STATES, status, restartsAt && restartsAt - STOPPED_AT_MOST);
}
