import { createHash } from 'node:crypto';
import { NormalizedSchema } from '@smithy/core/schema';
import type { StaticOperationSchema } from '@smithy/types';
import { labelsOf, readBindings } from './bindings.js';
import type { WireRequest, WireResponse } from './message.js';
import type { Protocol } from './protocol.js';
import { ServiceError } from './service-error.js';
import { structure, xmlDocument } from './xml.js';

/** A request with what its service reads from the address besides the path: for S3, the bucket. */
export interface Addressed {
  readonly request: WireRequest;
  readonly labels: ReadonlyMap<string, string>;
}

/** A service that speaks restXml. */
interface RestXml {
  readonly xmlNamespace: string;
  /** Splits off what the address names besides the path of an operation. */
  readonly address: (request: WireRequest) => Addressed;
}

/**
 * AWS restXml as S3 speaks it, for operations whose input is all in address, path, query and headers.
 *
 * @source Smithy, AWS restXml protocol; API (Amazon S3) ErrorResponses
 */
export function restXml({ xmlNamespace, address }: RestXml): Protocol {
  return {
    refusals: {
      unknownOperation: (name) => new ServiceError('NotImplemented', `${name} is not an operation served here.`, 501),
      invalidCredentials: () =>
        new ServiceError(
          'InvalidAccessKeyId',
          'The AWS Access Key Id you provided does not exist in our records.',
          403,
        ),
      unsigned: () => new ServiceError('AccessDenied', 'Access Denied', 403),
    },
    nameOf: ({ method, path, query }) => `${method} ${path}${query.size === 0 ? '' : `?${query.toString()}`}`,
    asksFor: (request, operation) => allLabelsOf(address(request), operation) !== undefined,
    readInput: (request, operation) => {
      const addressed = address(request);
      return readBindings(addressed.request, operation, allLabelsOf(addressed, operation) ?? new Map());
    },
    writeOutput: (operation, output, requestId) => {
      const { headers, body } = response(outputDocument(operation, output, xmlNamespace), requestId);
      return { status: 200, headers: { ...headers, ...outputHeaders(operation, output) }, body };
    },
    writeError: errorResponse,
    requestIdHeader: 'x-amz-request-id',
  };
}

/** The labels of address and path together; nothing if the address names what the operation does not take, or too little. */
function allLabelsOf({ request, labels }: Addressed, operation: StaticOperationSchema) {
  const ofPath = labelsOf(request, operation);
  if (ofPath === undefined) return undefined;
  const all = new Map([...ofPath, ...labels]);
  const wanted = [...NormalizedSchema.of(operation[4]).structIterator()].filter(
    ([, member]) => member.getMergedTraits().httpLabel,
  );
  return wanted.length === all.size && wanted.every(([name]) => all.has(name)) ? all : undefined;
}

/** The members that an operation answers with as headers. */
function outputHeaders(operation: StaticOperationSchema, output: object): Record<string, string> {
  const values = new Map<string, unknown>(Object.entries(output));
  const headers = [...NormalizedSchema.of(operation[5]).structIterator()].flatMap(([name, member]) => {
    const { httpHeader } = member.getMergedTraits();
    const value = values.get(name);
    const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    return httpHeader !== undefined && isPlain ? [[httpHeader, String(value)] as const] : [];
  });
  return Object.fromEntries(headers);
}

/** The payload member alone if there is one, else the whole output. */
function outputDocument(operation: StaticOperationSchema, output: object, xmlNamespace: string): string {
  const schema = NormalizedSchema.of(operation[5]);
  const members = [...schema.structIterator()];
  const [payload] = members.filter(([, member]) => member.getMergedTraits().httpPayload);
  if (payload === undefined) {
    const document = xmlDocument(operation[5], output, operation[1], xmlNamespace);
    const { xmlName } = schema.getMergedTraits();
    const isUnwrapped = members.length === 1 && members[0]?.[0] === xmlName;
    return isUnwrapped ? document.replace(`<${xmlName}>`, '').replace(`</${xmlName}>`, '') : document;
  }
  const [name, member] = payload;
  const value: unknown = Object.entries(output).find(([key]) => key === name)?.[1];
  return xmlDocument(member, Object(value) as object, operation[1], xmlNamespace);
}

function errorResponse({ code, message, status, details, headers }: ServiceError, requestId: string): WireResponse {
  const error = { Code: code, Message: message, ...details, RequestId: requestId, HostId: hostId(requestId) };
  const schema = structure('Error', Object.fromEntries(Object.keys(error).map((name) => [name, 0])));
  const answered = response(xmlDocument(schema, error, schema[1], ''), requestId);
  return { ...answered, status, headers: { ...answered.headers, ...headers } };
}

function response(body: string, requestId: string): Pick<WireResponse, 'headers' | 'body'> {
  return { headers: { 'content-type': 'application/xml', 'x-amz-id-2': hostId(requestId) }, body };
}

/** The second id of a request, which S3 sends to find it in its logs. */
function hostId(requestId: string): string {
  return createHash('sha256').update(requestId).digest('base64');
}
