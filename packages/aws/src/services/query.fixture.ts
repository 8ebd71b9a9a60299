import { scope } from './reading.fixture.js';
import nock from '../nock.fixture.js';

/** One call of a service that speaks AWS Query, and its answer. */
interface QueryCall {
  readonly operation: string;
  readonly input?: nock.DataMatcherMap;
  /** `{ DBInstances: [{ DBInstance: { ... } }] }`: the items of a list are named by their own one field. */
  readonly result: object;
  /** The call need not be made. */
  readonly isOptional?: boolean;
}

/** Lets a service that speaks AWS Query give this answer, once, to a call with exactly this input. */
export function queryOnce(service: string, version: string, call: QueryCall): void {
  const { operation, input = {}, result, isOptional = false } = call;
  const body = xml({
    [`${operation}Response`]: { [`${operation}Result`]: result, ResponseMetadata: { RequestId: 'request-1' } },
  });
  nock(`https://${service}.${scope.region}.amazonaws.com`)
    .post('/', { Action: operation, Version: version, ...input })
    .optionally(isOptional)
    .reply(200, body, { 'content-type': 'text/xml' });
}

/** `<Name>...</Name>` of each field that is there. */
function xml(value: unknown): string {
  if (Array.isArray(value)) return value.map(xml).join('');
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .map(([name, field]) => `<${name}>${xml(field)}</${name}>`)
    .join('');
}
