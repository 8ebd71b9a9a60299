import type { ConfigItem } from './world.js';
import { ServiceError } from '../../wire/service-error.js';

const QUERY = /^\s*SELECT\s+(?<fields>[\w.,\s]+?)\s+WHERE\s+(?<conditions>.+?)\s*$/is;
const CONDITION = /^(?<field>\w+)\s*=\s*'(?<value>[^']*)'$/;

/** The fields of an item that a query may ask for or select by. */
const FIELDS = [
  ...['accountId', 'arn', 'awsRegion', 'configuration', 'configurationItemCaptureTime', 'resourceCreationTime'],
  ...['resourceType', 'supplementaryConfiguration'],
] as const satisfies readonly (keyof ConfigItem)[];

type Field = (typeof FIELDS)[number];

/** A query, understood. */
interface Query {
  readonly fields: readonly string[];
  readonly rowsOf: (items: readonly ConfigItem[]) => readonly string[];
}

/**
 * A query of AWS Config, as far as it is understood here: `SELECT a, b WHERE c = 'd' AND e = 'f'`. What an item does
 * not have is left out of its row.
 *
 * @source Developer Guide of AWS Config, query-components
 * @throws ServiceError if it is another query
 */
export function parseQuery(expression: string): Query {
  const { fields = '', conditions = '' } = QUERY.exec(expression)?.groups ?? {};
  const selected = fields.split(',').map((field) => fieldNamed(field.trim(), expression));
  const wanted = conditions.split(/\s+AND\s+/i).map((condition) => {
    const { field = '', value = '' } = CONDITION.exec(condition)?.groups ?? {};
    return { field: fieldNamed(field, expression), value };
  });
  const rowsOf: Query['rowsOf'] = (items) =>
    items
      .filter((item) => wanted.every(({ field, value }) => item[field] === value))
      .map((item) => JSON.stringify(Object.fromEntries(selected.map((field) => [field, item[field]]))));
  return { fields: selected, rowsOf };
}

function fieldNamed(name: string, expression: string): Field {
  const field = FIELDS.find((known) => known === name);
  if (field === undefined)
    throw new ServiceError('InvalidExpressionException', `Cannot parse the query: ${expression}`);
  return field;
}
