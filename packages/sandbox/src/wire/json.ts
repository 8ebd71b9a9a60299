import { JsonShapeDeserializer2, JsonShapeSerializer2 } from '@aws-sdk/core/protocols';
import { NormalizedSchema } from '@smithy/core/schema';
import type { $SchemaRef, DocumentType } from '@smithy/types';
import type { WireResponse } from './message.js';
import { checkJson } from './json-types.js';
import type { Refusals } from './protocol.js';
import { ServiceError } from './service-error.js';

/** All JSON protocols write times as epoch seconds. Only services of restJson1 rename members (`jsonName`). */
const settings = { jsonName: true, timestampFormat: { useTrait: true, default: 7 } } as const;

/**
 * Reads a JSON body into the shape of a schema. An empty body is an empty object.
 *
 * @throws ServiceError if the body is not JSON, or has a member of another type.
 */
export function readJson(schema: $SchemaRef, body: string): unknown {
  const shape = NormalizedSchema.of(schema);
  const value = parsed(body || '{}');
  checkJson(shape, value ?? []);
  return new JsonShapeDeserializer2(settings).readObject(shape, value);
}

function parsed(body: string): DocumentType {
  try {
    return JSON.parse(body) as DocumentType;
  } catch {
    throw new ServiceError('SerializationException', 'The body is not JSON');
  }
}

/** Writes a value in the shape of a schema. */
export function jsonResult(contentType: string, schema: $SchemaRef, output: object): WireResponse {
  const serializer = new JsonShapeSerializer2(settings);
  serializer.write(NormalizedSchema.of(schema), output);
  return { status: 200, headers: { 'content-type': contentType }, body: serializer.flush() };
}

/** Writes an error: its code is in a header, and in the body as the protocol has it. */
export function jsonError(contentType: string, error: ServiceError, body: object): WireResponse {
  return {
    status: error.status,
    headers: { 'content-type': contentType, 'x-amzn-errortype': error.code },
    body: JSON.stringify(body),
  };
}

/**
 * Refuses a request as the JSON services do.
 *
 * @param statuses restJson1 has a status for each refusal, the others answer 400 to all
 * @source AWS General Reference, Common errors
 */
export function jsonRefusals(statuses: { readonly notFound: number; readonly denied: number }): Refusals {
  return {
    unknownOperation: (name) =>
      new ServiceError('UnknownOperationException', `${name} is not an operation served here.`, statuses.notFound),
    invalidCredentials: () =>
      new ServiceError(
        'UnrecognizedClientException',
        'The security token included in the request is invalid.',
        statuses.denied,
      ),
    unsigned: () =>
      new ServiceError('MissingAuthenticationTokenException', 'Missing Authentication Token', statuses.denied),
  };
}
