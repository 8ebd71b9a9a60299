import { NormalizedSchema } from '@smithy/core/schema';
import type { StaticOperationSchema } from '@smithy/types';
import { jsonError, jsonRefusals, jsonResult } from './json.js';
import type { WireRequest } from './message.js';
import { matchPath } from './path.js';
import type { Protocol } from './protocol.js';
import { valueOfText } from './text.js';

const contentType = 'application/json';

/**
 * AWS restJson1, for operations whose input is all in path and query. Method and path say which operation is meant.
 *
 * @param codeMember the member in which the service's exceptions repeat their code
 */
export function restJson(codeMember: 'Code' | 'ErrorCode'): Protocol {
  return {
    refusals: jsonRefusals({ notFound: 404, denied: 403 }),
    nameOf: (request) => `${request.method} ${request.path}`,
    asksFor: (request, operation) => labelsOf(request, operation) !== undefined,
    readInput: readBindings,
    writeOutput: (operation, output) => jsonResult(contentType, operation[5], output),
    writeError: (error) => jsonError(contentType, error, { [codeMember]: error.code, Message: error.message }),
  };
}

function labelsOf(request: WireRequest, operation: StaticOperationSchema): ReadonlyMap<string, string> | undefined {
  const [method, template = ''] = NormalizedSchema.of(operation).getMergedTraits().http ?? [];
  return method === request.method ? matchPath(template, request.path) : undefined;
}

function readBindings(request: WireRequest, operation: StaticOperationSchema): object {
  const labels = labelsOf(request, operation);
  const members: [string, unknown][] = [];
  for (const [name, member] of NormalizedSchema.of(operation[4]).structIterator()) {
    const { httpLabel, httpQuery = name } = member.getMergedTraits();
    const texts = httpLabel
      ? [labels?.get(name)].filter((text) => text !== undefined)
      : request.query.getAll(httpQuery);
    const [text] = texts;
    if (text === undefined) continue;
    const value = member.isListSchema()
      ? texts.map((each) => valueOfText(member.getValueSchema(), each))
      : valueOfText(member, text);
    members.push([name, value]);
  }
  return Object.fromEntries(members);
}
