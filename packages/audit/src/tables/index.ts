import type { Audit } from '../audit.js';
import { METHOD_TABLES } from './method.js';
import { RESOURCE_TABLES } from './resources.js';
import { RESULT_TABLES } from './results.js';
import type { AuditTable } from './table.js';

/** The tables for what an audit has only if it was asked for. */
const ON_REQUEST: ReadonlySet<string> = new Set<keyof Audit>(['responses', 'sample']);

/** All lists of an audit, as tables. */
export const AUDIT_TABLES: readonly AuditTable[] = [...RESULT_TABLES, ...RESOURCE_TABLES, ...METHOD_TABLES];

/** Returns true for a table that an audit has only if it was asked for: `responses`, `sample`. */
export function isOnRequest({ name }: AuditTable): boolean {
  return ON_REQUEST.has(name);
}

/** A table of an audit by its name. @throws RangeError if there is no such table */
export function auditTableNamed(name: string): AuditTable {
  const table = AUDIT_TABLES.find((each) => each.name === name);
  if (table === undefined) throw new RangeError(`the audit has no table ${name}`);
  return table;
}
