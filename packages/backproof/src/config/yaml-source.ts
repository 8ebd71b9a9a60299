import { schemaFaults } from '@backproof/core';
import type { SchemaFault } from '@backproof/core';
import { isCollection, isMap, isNode, isPair, LineCounter, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import { didYouMean } from '../did-you-mean.js';
import { ConfigError } from './config-error.js';
import type { ConfigFault, Place } from './config-error.js';
import { messageOf } from '../message-of.js';

/** Keys and indices from the root of a document to one of its values. */
export type Path = readonly (string | number)[];

/** A YAML or JSON document: its value, and the place of each part. */
export interface YamlSource {
  readonly value: unknown;
  /** Returns the place of a value; if it is absent, the place of its parent. */
  placeOf(path: Path): Place;
}

/**
 * Reads a YAML document; JSON is YAML too. `file` is its name, for places.
 * @throws ConfigError if the syntax has faults; it has all of them
 */
export function parseYaml(file: string, text: string): YamlSource {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  if (document.errors.length > 0) {
    throw new ConfigError(document.errors.map(({ message, pos: [start] }) => ({ place: placeAt(start), message })));
  }
  return { value: valueOf(document, placeAt(0)), placeOf: (path) => placeAt(offsetOf(document, path)) };
}

/** Limits the expansion of aliases, so that nested ones cannot exhaust the memory. */
function valueOf(document: Document, place: Place): unknown {
  try {
    return document.toJS();
  } catch (error) {
    throw new ConfigError([{ place, message: messageOf(error) }]);
  }
}

/** Everything in which a document does not fit a schema, from its top to its end; an empty one always fits. */
export function yamlFaults(source: YamlSource, schema: object): readonly ConfigFault[] {
  if (source.value === null) return [];
  return schemaFaults(schema, source.value)
    .map((fault) => ({ place: source.placeOf(fault.path), message: faultText(fault) }))
    .sort(({ place: a }, { place: b }) => a.line - b.line || a.column - b.column);
}

/** A fault in words, with what was probably meant. */
export function faultText({ path, message, unknown }: SchemaFault): string {
  const name = path.length === 0 ? 'the document' : `"${path.join('.')}"`;
  return unknown === undefined
    ? `${name} ${message}`
    : `${name} ${message}. ${didYouMean(unknown.word, unknown.known)}`;
}

/** Returns where the value of a path begins; for a field of a mapping, where its key begins. */
function offsetOf(document: Document, path: Path): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const step of path) {
    if (!isCollection(node)) return offset;
    const pair = isMap(node) ? node.items.find(({ key }) => String(key) === String(step)) : undefined;
    const next: unknown = isPair(pair) ? pair.value : node.get(step, true);
    const start = isPair(pair) && isNode(pair.key) ? pair.key.range : isNode(next) ? next.range : undefined;
    if (start === undefined || start === null) return offset;
    [offset] = start;
    node = next;
  }
  return offset;
}
