import { labelsOf, readBindings } from './bindings.js';
import { jsonError, jsonRefusals, jsonResult, readJson } from './json.js';
import type { Protocol } from './protocol.js';

const contentType = 'application/json';

/**
 * AWS restJson1. Method and path say which operation is meant; the input of one that posts is its body, and that of any
 * other is all in path, query and headers.
 *
 * @param codeMember the member in which the service's exceptions repeat their code
 */
export function restJson(codeMember: 'Code' | 'ErrorCode'): Protocol {
  return {
    refusals: jsonRefusals({ notFound: 404, denied: 403 }),
    nameOf: (request) => `${request.method} ${request.path}`,
    asksFor: (request, operation) => labelsOf(request, operation) !== undefined,
    readInput: (request, operation) =>
      request.method === 'POST'
        ? readJson(operation[4], request.body)
        : readBindings(request, operation, labelsOf(request, operation) ?? new Map()),
    writeOutput: (operation, output) => jsonResult(contentType, operation[5], output),
    writeError: (error) => jsonError(contentType, error, { [codeMember]: error.code, Message: error.message }),
  };
}
