import type { OutcomeEvidence } from '@backproof/core';
import type { Audit } from '../audit.js';

/** The value of a cell: a Date is a moment. Undefined: there is none. */
export type Cell = string | number | boolean | Date | undefined;

/** A list of the audit as a table: a row each, for files of tables and for sheets. */
export interface AuditTable {
  /** The name of its file and its sheet: `exceptions`. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: (audit: Audit) => Iterable<readonly Cell[]>;
}

/** The columns of a table, by their titles. */
export type Columns<T> = Readonly<Record<string, (item: T) => Cell>>;

/** Declares a table: its name, its items, and what each column has of an item. */
export function auditTable<T>(name: string, itemsOf: (audit: Audit) => readonly T[], columns: Columns<T>): AuditTable {
  const cells = Object.values(columns);
  return {
    name,
    columns: Object.keys(columns),
    *rows(audit) {
      for (const item of itemsOf(audit)) yield cells.map((cell) => cell(item));
    },
  };
}

/** A moment in ISO 8601, as a cell. */
export function at(moment: string | undefined): Date | undefined {
  return moment === undefined ? undefined : new Date(moment);
}

/** A time in days, as a cell. */
export function days(ms: number | undefined): number | undefined {
  return ms === undefined ? undefined : Math.round(ms / 8_640_000) / 10;
}

/** Several texts in one cell, a line each. */
export function lines(texts: Iterable<string>): string {
  return [...texts].join('\n');
}

/** The evidence of a verdict in one cell. */
export function evidenceText(evidence: readonly OutcomeEvidence[]): string {
  return lines(evidence.map(({ at: moment = '', text, id }) => `${moment} ${text} (${id})`.trimStart()));
}
