import { InventoryBuilder } from '../model/inventory-builder.js';
import type { Inventory } from '../model/inventory.js';
import type { InventoryRecords, RecordKind } from '../model/record-kind.js';
import { bunker, home, NOW, population } from '../model/records.fixture.js';
import { POPULATION_KINDS } from '../model/population-kind.js';
import type { Population } from '../model/population.js';
import type { RecoveryPoint } from '../model/recovery-point.js';
import { descriptorOf, RESOURCE_TYPES } from '../model/resource.js';

/** The records of an inventory, and what of it was not read as expected. */
export type Contents = { readonly [K in RecordKind]?: readonly InventoryRecords[K][] } & {
  readonly points?: readonly RecoveryPoint[];
  /** Populations that were never asked for. */
  readonly notCollected?: (population: Population) => boolean;
};

/** An inventory of two scopes in which everything was read in full, but for the populations that are given. */
export function inventoryOf({
  points = [],
  populations = [],
  notCollected = () => false,
  ...records
}: Contents): Inventory {
  const builder = new InventoryBuilder(NOW);
  const add = <K extends RecordKind>(kind: K, given: readonly InventoryRecords[K][] = []): void => {
    for (const record of given) builder.add(kind, record);
  };
  add('scopes', records.scopes ?? [home, bunker]);
  for (const kind of Object.keys(records) as (keyof typeof records)[]) {
    if (kind !== 'scopes') add(kind, records[kind]);
  }
  for (const point of points) builder.addPoint(point);
  const given = new Set(populations.map(nameOf));
  add(
    'populations',
    completePopulations(records).filter((complete) => !given.has(nameOf(complete)) && !notCollected(complete)),
  );
  add('populations', populations);
  return builder.build();
}

/** As a scan fills them: some by resource type, selections by plan and points by vault. */
function completePopulations({
  backupPlans = [],
  vaults = [],
  scopes = [home, bunker],
}: Contents): readonly Population[] {
  const parts: Readonly<Record<string, readonly string[]>> = {
    resources: RESOURCE_TYPES,
    tags: ['DynamoDB', 'Storage Gateway'],
    nativeBackups: RESOURCE_TYPES.filter((type) => Object.keys(descriptorOf({ type }).nativeBackups).length > 0),
  };
  return [
    ...scopes.flatMap((scope) =>
      POPULATION_KINDS.filter((kind) => kind !== 'backupSelections' && kind !== 'recoveryPoints').flatMap(
        (kind) => parts[kind]?.map((of) => population(kind, { scope, of })) ?? [population(kind, { scope })],
      ),
    ),
    ...backupPlans.map(({ scope, arn }) => population('backupSelections', { scope, of: arn })),
    ...vaults.map(({ scope, arn }) => population('recoveryPoints', { scope, of: arn })),
  ];
}

function nameOf({ kind, scope, of }: Population): string {
  return [kind, scope.accountId, scope.region, of].join('\n');
}
