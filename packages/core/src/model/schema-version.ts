/** A JSON object as a file holds it: nothing is known of it but that it is one. */
export type StoredDocument = Readonly<Record<string, unknown>>;

/** The versions of one kind of file that are read. */
export interface SchemaVersions {
  readonly oldest: number;
  /** The one that is written. */
  readonly newest: number;
}

/**
 * The changes of a schema to the form of the one before it. An addition does not count as a change: it is absent from
 * older files.
 */
export interface SchemaChange {
  /** The version that brought the change. */
  readonly schema: number;
  /** Gives a document of the version before the new form. Pure; what was not read stays absent. */
  readonly upgrade: (document: StoredDocument) => StoredDocument;
}

/** A file of a version that this one does not read. Its message says which are read, and the way out. */
export class SchemaVersionError extends Error {
  override readonly name = 'SchemaVersionError';
  /** The message without its subject: `was written by schema 3; this version reads 1 to 2. Update backproof.` */
  readonly fault: string;

  constructor(fault: string) {
    super(`it ${fault}`);
    this.fault = fault;
  }
}

/** Returns the version that a document says it has. @throws SchemaVersionError if it is not one that is read */
export function readableVersion({ schemaVersion }: StoredDocument, { oldest, newest }: SchemaVersions): number {
  if (typeof schemaVersion !== 'number' || !Number.isInteger(schemaVersion)) {
    throw new SchemaVersionError('does not say by which schema it was written.');
  }
  const known = oldest === newest ? String(newest) : `${oldest} to ${newest}`;
  const fault = `was written by schema ${schemaVersion}; this version reads ${known}.`;
  if (schemaVersion > newest) throw new SchemaVersionError(`${fault} Update backproof.`);
  if (schemaVersion < oldest) throw new SchemaVersionError(`${fault} Write it again.`);
  return schemaVersion;
}

/** Returns a document in the form of the newest version. @throws SchemaVersionError if its version is not one that is read */
export function upgradeDocument(
  document: StoredDocument,
  versions: SchemaVersions,
  changes: readonly SchemaChange[],
): StoredDocument {
  const version = readableVersion(document, versions);
  const later = changes.filter(({ schema }) => schema > version);
  return { ...later.reduce((stored, { upgrade }) => upgrade(stored), document), schemaVersion: versions.newest };
}

/** Returns true if a value is a JSON object. */
export function isStoredDocument(value: unknown): value is StoredDocument {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
