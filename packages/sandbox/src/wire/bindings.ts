import { NormalizedSchema } from '@smithy/core/schema';
import type { StaticOperationSchema } from '@smithy/types';
import type { WireRequest } from './message.js';
import { matchPath } from './path.js';
import { valueOfText } from './text.js';

/** The method, path and query by which a REST protocol knows an operation. */
interface Route {
  readonly method: string;
  readonly path: string;
  /** Parts of the query that the request must have, by name: `versioning`, with no value. */
  readonly query: URLSearchParams;
}

/** The route of an operation. @source Smithy, HTTP bindings, http trait */
function routeOf(operation: StaticOperationSchema): Route {
  const [method = '', uri = ''] = NormalizedSchema.of(operation).getMergedTraits().http ?? [];
  const [path = '', query] = uri.split('?', 2);
  return { method, path, query: new URLSearchParams(query) };
}

/** The labels in the path of a request for an operation, by name; nothing if the request is for another one. */
export function labelsOf(
  request: WireRequest,
  operation: StaticOperationSchema,
): ReadonlyMap<string, string> | undefined {
  const { method, path, query } = routeOf(operation);
  // `x-id` names the operation in what the SDK for JavaScript sends. Other clients do not send it.
  const hasQuery = [...query.keys()].every((name) => name === 'x-id' || request.query.has(name));
  return method === request.method && hasQuery ? matchPath(path, request.path) : undefined;
}

/** Reads an input whose members are all in path, query and headers. */
export function readBindings(
  request: WireRequest,
  operation: StaticOperationSchema,
  labels: ReadonlyMap<string, string>,
): object {
  const members: [string, unknown][] = [];
  for (const [name, member] of NormalizedSchema.of(operation[4]).structIterator()) {
    const texts = textsOf(request, labels, name, member);
    const [text] = texts;
    if (text === undefined) continue;
    const value = member.isListSchema()
      ? texts.map((each) => valueOfText(member.getValueSchema(), each))
      : valueOfText(member, text);
    members.push([name, value]);
  }
  return Object.fromEntries(members);
}

function textsOf(
  { query, headers }: WireRequest,
  labels: ReadonlyMap<string, string>,
  name: string,
  member: NormalizedSchema,
): readonly string[] {
  const { httpLabel, httpHeader, httpQuery = name } = member.getMergedTraits();
  if (httpLabel) return [labels.get(name)].filter((text) => text !== undefined);
  if (httpHeader) return [headers[httpHeader.toLowerCase()]].flat().filter((text) => text !== undefined);
  return query.getAll(httpQuery);
}
