import type { WorldScope } from './world.js';

/** Puts the contents that belong to the same account and Region together, in their order. */
export function mergeScopes(parts: readonly WorldScope[]): readonly WorldScope[] {
  const byScope = new Map<string, [WorldScope, ...WorldScope[]]>();
  for (const part of parts) {
    const key = `${part.accountId}/${part.region}`;
    const known = byScope.get(key);
    if (known) known.push(part);
    else byScope.set(key, [part]);
  }
  return [...byScope.values()].map(mergeScope);
}

function mergeScope(parts: readonly [WorldScope, ...WorldScope[]]): WorldScope {
  return {
    accountId: parts[0].accountId,
    region: parts[0].region,
    instances: parts.flatMap((part) => part.instances ?? []),
    volumes: parts.flatMap((part) => part.volumes ?? []),
    snapshots: parts.flatMap((part) => part.snapshots ?? []),
    images: parts.flatMap((part) => part.images ?? []),
    dbInstances: parts.flatMap((part) => part.dbInstances ?? []),
    dbClusters: parts.flatMap((part) => part.dbClusters ?? []),
    dbInstanceAutomatedBackups: parts.flatMap((part) => part.dbInstanceAutomatedBackups ?? []),
    dbSnapshots: parts.flatMap((part) => part.dbSnapshots ?? []),
    dbClusterSnapshots: parts.flatMap((part) => part.dbClusterSnapshots ?? []),
    globalClusters: parts.flatMap((part) => part.globalClusters ?? []),
    tables: parts.flatMap((part) => part.tables ?? []),
    continuousBackups: mergeRecords(parts.map((part) => part.continuousBackups)),
    tableBackups: parts.flatMap((part) => part.tableBackups ?? []),
    fileSystems: parts.flatMap((part) => part.fileSystems ?? []),
    fileSystemReplications: parts.flatMap((part) => part.fileSystemReplications ?? []),
    fsxFileSystems: parts.flatMap((part) => part.fsxFileSystems ?? []),
    fsxVolumes: parts.flatMap((part) => part.fsxVolumes ?? []),
    fsxBackups: parts.flatMap((part) => part.fsxBackups ?? []),
    lifecyclePolicies: parts.flatMap((part) => part.lifecyclePolicies ?? []),
    keys: parts.flatMap((part) => part.keys ?? []),
    gateways: parts.flatMap((part) => part.gateways ?? []),
    gatewayVolumes: parts.flatMap((part) => part.gatewayVolumes ?? []),
    snapshotSchedules: mergeRecords(parts.map((part) => part.snapshotSchedules)),
    tags: mergeRecords(parts.map((part) => part.tags)),
    plans: parts.flatMap((part) => part.plans ?? []),
    vaults: parts.flatMap((part) => part.vaults ?? []),
    recoveryPoints: mergeLists(parts.map((part) => part.recoveryPoints)),
    legalHolds: parts.flatMap((part) => part.legalHolds ?? []),
    backupJobs: parts.flatMap((part) => part.backupJobs ?? []),
    copyJobs: parts.flatMap((part) => part.copyJobs ?? []),
    restoreJobs: parts.flatMap((part) => part.restoreJobs ?? []),
    restoreTestingPlans: parts.flatMap((part) => part.restoreTestingPlans ?? []),
    restoreTestingSelections: parts.flatMap((part) => part.restoreTestingSelections ?? []),
    protectedResources: parts.flatMap((part) => part.protectedResources ?? []),
    frameworks: parts.flatMap((part) => part.frameworks ?? []),
    configItems: parts.flatMap((part) => part.configItems ?? []),
    configAggregators: parts.flatMap((part) => part.configAggregators ?? []),
    configRecorders: parts.flatMap((part) => part.configRecorders ?? []),
    optIn: mergeRecords(parts.map((part) => part.optIn)),
    management: mergeRecords(parts.map((part) => part.management)),
    faults: parts.flatMap((part) => part.faults ?? []),
  };
}

type MaybeRecord<Value> = Readonly<Record<string, Value>> | undefined;

function mergeRecords<Value>(records: readonly MaybeRecord<Value>[]): Record<string, Value> {
  return Object.fromEntries(records.flatMap((record) => Object.entries(record ?? {})));
}

function mergeLists<Item>(records: readonly MaybeRecord<readonly Item[]>[]): Record<string, readonly Item[]> {
  const lists = new Map<string, Item[]>();
  for (const [key, items] of records.flatMap((record) => Object.entries(record ?? {}))) {
    const known = lists.get(key);
    if (known) known.push(...items);
    else lists.set(key, [...items]);
  }
  return Object.fromEntries(lists);
}
