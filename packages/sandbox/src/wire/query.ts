import { NormalizedSchema } from '@smithy/core/schema';
import type { StaticOperationSchema, StaticStructureSchema } from '@smithy/types';
import { ec2Form, type FormDialect, queryForm, readStructure } from './form.js';
import type { WireRequest, WireResponse } from './message.js';
import type { Protocol } from './protocol.js';
import { ServiceError } from './service-error.js';
import { structure, xmlDocument } from './xml.js';

/** A dialect of AWS Query: how the answers are wrapped. The wrappings are schemas too, so one codec writes all. */
interface Envelope {
  readonly form: FormDialect;
  result(operation: StaticOperationSchema): StaticStructureSchema;
  wrapResult(operation: StaticOperationSchema, output: object, requestId: string): object;
  readonly error: StaticStructureSchema;
  wrapError(error: ServiceError, requestId: string): object;
}

/** AWS Query: a form that names its `Action`; the answer is XML. */
export function awsQuery(xmlNamespace: string): Protocol {
  return protocolOf(queryEnvelope, xmlNamespace, {
    unknownOperation: (name) => new ServiceError('InvalidAction', `Could not find operation ${name}`),
    invalidCredentials: () =>
      new ServiceError('InvalidClientTokenId', 'The security token included in the request is invalid.', 403),
    unsigned: () => new ServiceError('MissingAuthenticationToken', 'Request is missing Authentication Token', 403),
  });
}

/** EC2's dialect of AWS Query. */
export function ec2Query(xmlNamespace: string): Protocol {
  return protocolOf(ec2Envelope, xmlNamespace, {
    unknownOperation: (name) =>
      new ServiceError('InvalidAction', `The action ${name} is not valid for this web service.`),
    invalidCredentials: () =>
      new ServiceError('AuthFailure', 'AWS was not able to validate the provided access credentials', 401),
    unsigned: () => new ServiceError('MissingParameter', 'The request must contain the parameter AWSAccessKeyId'),
  });
}

function protocolOf(envelope: Envelope, xmlNamespace: string, refusals: Protocol['refusals']): Protocol {
  return {
    refusals,
    nameOf: actionOf,
    asksFor: (request, operation) => actionOf(request) === operation[2],
    readInput: (request, operation) =>
      readStructure(NormalizedSchema.of(operation[4]), new Map(formOf(request)), envelope.form),
    writeOutput: (operation, output, requestId) =>
      xmlResponse(200, envelope.result(operation), envelope.wrapResult(operation, output, requestId), xmlNamespace),
    writeError: (error, requestId) =>
      xmlResponse(error.status, envelope.error, envelope.wrapError(error, requestId), xmlNamespace),
  };
}

function formOf(request: WireRequest): URLSearchParams {
  return request.body === '' ? request.query : new URLSearchParams(request.body);
}

function actionOf(request: WireRequest): string {
  return formOf(request).get('Action') ?? '';
}

function xmlResponse(status: number, schema: StaticStructureSchema, value: object, xmlNamespace: string): WireResponse {
  return {
    status,
    headers: { 'content-type': 'text/xml;charset=UTF-8' },
    body: xmlDocument(schema, value, schema[1], xmlNamespace),
  };
}

const responseMetadata = structure('ResponseMetadata', { RequestId: 0 });

/** @source Smithy, AWS query protocol */
const queryEnvelope: Envelope = {
  form: queryForm,
  result: ([, namespace, name, , , output]) => [
    3,
    namespace,
    `${name}Response`,
    0,
    [`${name}Result`, 'ResponseMetadata'],
    [output, () => responseMetadata],
  ],
  wrapResult: ([, , name], output, requestId) => ({
    [`${name}Result`]: output,
    ResponseMetadata: { RequestId: requestId },
  }),
  error: structure('ErrorResponse', { Error: structure('Error', { Type: 0, Code: 0, Message: 0 }), RequestId: 0 }),
  wrapError: ({ code, message, status }, requestId) => ({
    Error: { Type: status < 500 ? 'Sender' : 'Receiver', Code: code, Message: message },
    RequestId: requestId,
  }),
};

/** @source Smithy, AWS EC2 query protocol */
const ec2Envelope: Envelope = {
  form: ec2Form,
  result: ([, namespace, name, , , output]) => {
    const members = [...NormalizedSchema.of(output).structIterator()];
    const names = members.map(([member]) => member);
    return [3, namespace, `${name}Response`, 0, ['requestId', ...names], [0, ...members.map(([, schema]) => schema)]];
  },
  wrapResult: (_operation, output, requestId) => ({ requestId, ...output }),
  error: structure('Response', {
    Errors: structure('Errors', { Error: structure('Error', { Code: 0, Message: 0 }) }),
    RequestID: 0,
  }),
  wrapError: ({ code, message }, requestId) => ({
    Errors: { Error: { Code: code, Message: message } },
    RequestID: requestId,
  }),
};
