import { InventoryBuilder } from '@backproof/core';
import type { Inventory, InventoryRecords, Resource } from '@backproof/core';
import { NOW } from './builders/place.js';
import { found } from './found.js';
import type { Found } from './found.js';
import type { Given, ReadKind, Records } from './given.js';
import { populations, readerWithout } from './population.js';
import type { Reader } from './population.js';

/** The inventory that a scan takes of what a story gives. */
export function inventoryOf({ unread = [], jobHistories = [], accounts = [], ...given }: Given): Inventory {
  const reads = readerWithout(unread);
  const all = found(given);
  const builder = new InventoryBuilder(NOW);
  addRecords(builder, all, reads);
  for (const point of all.recoveryPoints) {
    const vault = all.records.vaults?.find(({ arn }) => arn === point.vaultArn);
    if (vault !== undefined && reads('recoveryPoints', vault.scope, vault.arn)) builder.addPoint(point);
  }
  for (const history of jobHistories) {
    if (reads(history.kind, history.scope)) builder.add('jobHistories', history);
  }
  for (const account of accounts) builder.add('accounts', account);
  for (const scope of all.scopes) builder.add('scopes', scope);
  for (const population of populations(all, reads)) builder.add('populations', population);
  return builder.build();
}

type PartOf = { readonly [K in ReadKind]?: (record: InventoryRecords[K]) => string | undefined };

function addRecords(builder: InventoryBuilder, { records }: Found, reads: Reader): void {
  const planArns = new Map(records.backupPlans?.map(({ id, arn }) => [id, arn]));
  const types = new Map(records.resources?.map(({ arn, type }) => [arn, type]));
  const partOf: PartOf = {
    resources: ({ type }) => type,
    backupSelections: ({ planId }) => planArns.get(planId),
    nativeBackups: ({ resourceArn }) => types.get(resourceArn),
    replicas: ({ sourceArn = '', replicaArn = '' }) => types.get(sourceArn) ?? types.get(replicaArn),
  };
  const untagged = records.resources?.map((each) => (reads('tags', each, each.type) ? each : withoutTags(each)));
  const tellable: Records = { ...records, ...(untagged && { resources: untagged }) };
  const add = <K extends ReadKind>(kind: K, given: readonly InventoryRecords[K][] = []): void => {
    for (const record of given) {
      if (reads(kind, scopeOfRecord(record), partOf[kind]?.(record))) builder.add(kind, record);
    }
  };
  for (const kind of Object.keys(tellable) as ReadKind[]) add(kind, tellable[kind]);
}

function scopeOfRecord(record: InventoryRecords[ReadKind]) {
  return 'scope' in record ? record.scope : record;
}

function withoutTags(resource: Resource): Resource {
  const rest = { ...resource };
  Reflect.deleteProperty(rest, 'tags');
  return rest;
}
