import { formFault, remembered } from '@backproof/core';
import type { FormSchema } from '@backproof/core';
import { ROW_SCHEMAS } from './generated/ledger-schemas.js';
import type { LedgerRows } from './tables/index.js';

const SCHEMAS: Readonly<Record<string, FormSchema>> = ROW_SCHEMAS satisfies Readonly<
  Record<keyof LedgerRows, FormSchema>
>;

/** The fault of a value, to be read after the name of its column: `is missing`. Undefined: it has none. */
export type FieldCheck = (value: unknown) => string | undefined;

/** The check of the values of one field of a table's rows: whoever changes a ledger may change its hashes as well. */
export function fieldCheck(table: string, field: string): FieldCheck {
  return checkOf(`${table} ${field}`);
}

/** Checks are made once: a ledger has thousands of parts. */
const checkOf = remembered((name: string): FieldCheck => {
  const [table = '', field = ''] = name.split(' ');
  const { properties = {}, required = [], definitions = {} } = SCHEMAS[table] ?? {};
  const schema = properties[field];
  const isRequired = required.includes(field);
  if (schema === undefined) return () => undefined;
  // Most columns are texts, of which there are millions.
  const isText = schema.type === 'string' && Object.keys(schema).length === 1;
  const whole: FormSchema = { type: 'object', properties: { value: schema }, definitions };
  return (value) => {
    if (value === undefined) return isRequired ? 'is missing' : undefined;
    if (isText) return typeof value === 'string' ? undefined : 'is not text';
    const fault = formFault(whole, { value });
    return fault === undefined ? undefined : `has another form: ${fault}`;
  };
});
