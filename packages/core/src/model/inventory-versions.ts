import { INVENTORY_SCHEMA_VERSION } from './inventory.js';
import type { PopulationKind } from './population-kind.js';
import type { RecordKind } from './record-kind.js';
import type { ResourceType } from './resource.js';
import type { SchemaVersions, StoredDocument } from './schema-version.js';

/** The versions of the inventory's form that this code reads. */
export const INVENTORY_VERSIONS: SchemaVersions = { oldest: 1, newest: INVENTORY_SCHEMA_VERSION };

/**
 * The change of a schema to the records of one kind, forth and back. The hash of an inventory is over its records as
 * they were written: it stays the one that its runs recorded.
 */
interface RecordChange {
  readonly schema: number;
  readonly kind: RecordKind;
  readonly upgrade: (record: StoredDocument) => StoredDocument;
  /** Returns the record that was upgraded. */
  readonly asWritten: (record: StoredDocument) => StoredDocument;
}

/**
 * All changes, the oldest first. A field, a kind or a population that a schema only adds is not one of them: older
 * inventories do not have it, which means that it was not read.
 */
const CHANGES: readonly RecordChange[] = [
  {
    schema: 2,
    kind: 'resources',
    // An attachment has its time; before, it was the ARN of the instance.
    upgrade: ({ attachedTo, ...resource }) =>
      Array.isArray(attachedTo)
        ? { ...resource, attachments: attachedTo.map((instanceArn: unknown) => ({ instanceArn })) }
        : resource,
    asWritten: ({ attachments, ...resource }) =>
      Array.isArray(attachments)
        ? { ...resource, attachedTo: attachments.map(({ instanceArn }: StoredDocument) => instanceArn) }
        : resource,
  },
];

/** Returns a record of an inventory of some version in the newest form. */
export function upgradeRecord(kind: RecordKind, record: StoredDocument, version: number): StoredDocument {
  return changesSince(kind, version).reduce((stored, { upgrade }) => upgrade(stored), record);
}

/** Returns a record in the form in which an inventory of some version holds it. */
export function recordAsWritten(kind: RecordKind, record: object, version: number): object {
  const changes = changesSince(kind, version).toReversed();
  return changes.reduce<StoredDocument>((stored, { asWritten }) => asWritten(stored), { ...record });
}

function changesSince(kind: RecordKind, version: number): readonly RecordChange[] {
  return CHANGES.filter((change) => change.schema > version && change.kind === kind);
}

/**
 * The schema since which a kind is read completely of a resource type, where older inventories read the kind of other
 * types, or less of it. Schema 2 brought images of instances, on-demand backups of tables and snapshots of gateways.
 */
const READ_SINCE: Readonly<Partial<Record<PopulationKind, Readonly<Partial<Record<ResourceType, number>>>>>> = {
  nativeBackups: { EC2: 2, DynamoDB: 2, 'Storage Gateway': 2 },
};

/** Returns true if inventories of a version read as much of a kind, for one resource type, as the newest ones. */
export function isReadBy(version: number, kind: PopulationKind, type: string | undefined): boolean {
  const first = Object.entries(READ_SINCE[kind] ?? {}).find(([each]) => each === type)?.[1];
  return first === undefined || version >= first;
}
