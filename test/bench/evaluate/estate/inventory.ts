import { InventoryBuilder, POPULATION_KINDS } from '@backproof/core';
import type { Inventory, InventoryRecords, RecordKind } from '@backproof/core';
import { NOW, regionSettings } from '@backproof/testing';
import {
  backupJobs,
  copyJobs,
  jobHistories,
  restoreJobs,
  restoreTestingPlans,
  restoreTestingSelections,
} from './jobs.js';
import { nativeBackups, replicas } from './own-means.js';
import { BACKUP_SCOPES, WORKLOADS } from './places.js';
import { plans, selections, vaults } from './plans.js';
import { points } from './points.js';
import { benchResources } from './resources.js';

/**
 * The inventory of an estate of so many resources, of some 60 recovery points each in three tiers, with all that the
 * rules ask for. The same whenever it is made; everything was read.
 */
export function benchInventory(count: number): Inventory {
  const resources = benchResources(count);
  const builder = new InventoryBuilder(NOW);
  const add = <K extends RecordKind>(kind: K, records: readonly InventoryRecords[K][]): void => {
    for (const record of records) builder.add(kind, record);
  };
  const scopes = [...WORKLOADS, ...BACKUP_SCOPES];
  add('scopes', scopes);
  add(
    'regionSettings',
    scopes.map((scope) => regionSettings({ scope, management: { DynamoDB: true } })),
  );
  add('backupPlans', plans());
  add('backupSelections', selections());
  add('vaults', vaults());
  add('jobHistories', jobHistories());
  add('restoreTestingPlans', restoreTestingPlans());
  add('restoreTestingSelections', restoreTestingSelections());
  for (const scope of scopes) {
    for (const kind of POPULATION_KINDS) {
      builder.add('populations', {
        kind,
        scope,
        count: Math.ceil(count / scopes.length),
        pages: 1,
        status: 'complete',
      });
    }
  }
  for (const each of resources) {
    builder.add('resources', each.resource);
    add('backupJobs', backupJobs(each));
    add('copyJobs', copyJobs(each));
    add('restoreJobs', restoreJobs(each));
    add('nativeBackups', nativeBackups(each));
    add('replicas', replicas(each));
  }
  const byScope = WORKLOADS.map((scope) => [scope, resources.filter((each) => each.scope === scope)] as const);
  for (const point of points(new Map(byScope))) builder.addPoint(point);
  return builder.build();
}
