import type { NumberColumn } from './columns.js';

/** The columns of numbers, by what each holds. */
export const NUMBERS = {
  createdAt: 'float64',
  completedAt: 'float64',
  deleteAt: 'float64',
  moveToColdStorageAt: 'float64',
  lastRestoredAt: 'float64',
  size: 'float64',
  resource: 'uint32',
  origin: 'uint32',
  parent: 'uint32',
  status: 'uint8',
  flags: 'uint8',
} as const;

export type NumberField = keyof typeof NUMBERS;
export type NumberColumns = Readonly<Record<NumberField, NumberColumn>>;

const FIELDS = Object.keys(NUMBERS) as readonly NumberField[];

/** The fields whose numbers are those of strings in a pool, and the others, whose numbers mean the same everywhere. */
export const POOLED = ['resource', 'origin', 'parent'] as const satisfies readonly NumberField[];
export const PLAIN = FIELDS.filter((field) => !POOLED.some((pooled) => pooled === field));

/** A value for each column. */
export function eachNumber<Value>(valueOf: (field: NumberField) => Value): Readonly<Record<NumberField, Value>> {
  return Object.fromEntries(FIELDS.map((field) => [field, valueOf(field)])) as Record<NumberField, Value>;
}
