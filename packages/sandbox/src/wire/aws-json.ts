import { jsonError, jsonRefusals, jsonResult, readJson } from './json.js';
import type { WireRequest } from './message.js';
import type { Protocol } from './protocol.js';

/** AWS JSON 1.0 and 1.1: `X-Amz-Target` names the operation, all else is in the body. */
export function awsJson(version: '1.0' | '1.1'): Protocol {
  const contentType = `application/x-amz-json-${version}`;
  return {
    refusals: jsonRefusals({ notFound: 400, denied: 400 }),
    nameOf: targetOf,
    asksFor: (request, operation) => targetOf(request) === operation[2],
    readInput: (request, operation) => readJson(operation[4], request.body),
    writeOutput: (operation, output) => jsonResult(contentType, operation[5], output),
    writeError: (error) =>
      jsonError(contentType, error, { ...error.details, __type: error.code, message: error.message }),
  };
}

function targetOf(request: WireRequest): string {
  const target = String(request.headers['x-amz-target'] ?? '');
  return target.slice(target.lastIndexOf('.') + 1);
}
