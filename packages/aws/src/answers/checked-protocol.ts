import { parseXML } from '@aws-sdk/xml-builder';
import { NormalizedSchema } from '@smithy/core/schema';
import type { $SchemaRef } from '@smithy/types';
import { AnswerError, MalformedFieldError } from '../required.js';
import { isMalformed, valueReader } from './read-value.js';
import { shapeOf } from './shape.js';
import type { Shape } from './shape.js';
import { jsonWire, XML_WIRE } from './wire.js';

/** As much as is known here of the protocol of a client: its deserializer reads the bodies of answers. */
interface Protocol {
  readonly deserializer: Deserializer;
  deserializeResponse: (operation: Operation, ...rest: readonly unknown[]) => unknown;
  getShapeId: () => string;
}

interface Deserializer {
  readonly read: (schema: $SchemaRef, data: Uint8Array | string, key?: string) => unknown;
}

interface Operation {
  readonly name: string;
}

/**
 * Makes a client read good answers as `valueReader` does: the SDK takes what it gets for what its API promises, drops what
 * it does not understand, or gives up the whole answer. Errors, headers and all else are left to the SDK.
 *
 * @throws Error if the SDK is built otherwise than this version knows: nothing may be read unchecked
 */
export function checkAnswers({ config }: { readonly config: object }): void {
  const protocol: unknown = 'protocol' in config ? config.protocol : undefined;
  if (!isProtocol(protocol)) throw new Error('the SDK has no protocol whose answers can be checked');
  const { deserializer } = protocol;
  const inner = 'codecDeserializer' in deserializer ? deserializer.codecDeserializer : deserializer;
  if (!isDeserializer(inner)) throw new Error('the SDK has no deserializer whose answers can be checked');
  const sdk: Deserializer = inner;
  const shapes = new Map<string, Shape>();
  const original = protocol.deserializeResponse;
  const id = protocol.getShapeId();

  protocol.deserializeResponse = (operation, ...rest) => {
    const checking = derived(sdk, new Map([['read', reading(operation.name, requestIdIn(rest[1]))]]));
    const outer = inner === deserializer ? checking : derived(deserializer, new Map([['codecDeserializer', checking]]));
    return original.call(derived(protocol, new Map([['deserializer', outer]])), operation, ...rest);
  };

  function reading(operation: string, requestId: string | undefined): Deserializer['read'] {
    const wire = /json/i.test(id) ? jsonWire(id.endsWith('#restJson1')) : XML_WIRE;
    const readValue = valueReader(
      wire,
      ({ member, form }) => new MalformedFieldError(operation, member, form, requestId),
    );
    return (schema, data, key) => {
      const form = NormalizedSchema.of(schema);
      // Errors are read as anything that can be said.
      if (!form.isStructSchema()) return sdk.read(schema, data, key);
      const given: unknown = wire === XML_WIRE ? contentOf(textOf(data), form, key) : JSON.parse(textOf(data));
      const shape = shapes.get(operation) ?? shapeOf(schema);
      shapes.set(operation, shape);
      const answer = readValue(shape, given);
      if (!isMalformed(answer)) return answer;
      throw new AnswerError(operation, `with ${answer.form}`, requestId);
    };
  }
}

/** The content of the answer's element: where the protocol wraps it, of the element of this key. */
function contentOf(xml: string, form: NormalizedSchema, key: string | undefined): unknown {
  const parsed: unknown = parseXML(xml);
  const [[name, content] = []] = Object.entries(isObject(parsed) ? parsed : {});
  if (key !== undefined) return isObject(content) && Object.hasOwn(content, key) ? content[key] : {};
  const { xmlName = name } = form.getMergedTraits();
  if (name !== xmlName) throw new SyntaxError(`the answer is of the element ${name}, not ${xmlName}`);
  return content;
}

/** @source the headers of AWS's services */
function requestIdIn(response: unknown): string | undefined {
  const headers = isObject(response) && isObject(response.headers) ? response.headers : {};
  const ids = [headers['x-amzn-requestid'], headers['x-amz-request-id'], headers['x-amzn-request-id']];
  return ids.find((id) => typeof id === 'string');
}

function textOf(data: Uint8Array | string): string {
  return typeof data === 'string' ? data : new TextDecoder().decode(data);
}

/** Returns an object that is like another one except for some members. */
function derived<Base extends object>(base: Base, members: ReadonlyMap<string | symbol, unknown>): Base {
  return new Proxy(base, {
    get: (target, name, receiver): unknown =>
      members.has(name) ? members.get(name) : Reflect.get(target, name, receiver),
  });
}

function isProtocol(value: unknown): value is Protocol {
  return (
    isObject(value) &&
    typeof value.deserializeResponse === 'function' &&
    typeof value.getShapeId === 'function' &&
    isDeserializer(value.deserializer)
  );
}

function isDeserializer(value: unknown): value is Deserializer {
  return isObject(value) && typeof value.read === 'function';
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
