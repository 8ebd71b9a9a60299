import { schemaFaults } from '@backproof/core';
import type { SchemaFault } from '@backproof/core';
import {
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  LineCounter,
  Pair,
  parseDocument,
  Scalar,
  visit,
  YAMLMap,
} from 'yaml';
import type { Document } from 'yaml';
import { didYouMean } from '../did-you-mean.js';
import { ConfigError, FAULTS_SHOWN } from './config-error.js';
import type { ConfigFault, Place } from './config-error.js';
import { messageOf } from '../message-of.js';
import { MOST_BYTES } from '../read-file.js';

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
 *
 * @param tags - `functions`: a tag is the short form of a function of CloudFormation, `!Ref A` of `{ Ref: A }`. Absent: tags are ignored
 * @throws ConfigError if the syntax has faults; it has all of them
 */
export function parseYaml(file: string, text: string, tags?: 'functions'): YamlSource {
  const lines = new LineCounter();
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  const refuse = (message: string, offset = 0): ConfigFault => ({ place: placeAt(offset), message });
  if (text.length > MOST_BYTES.written) throw new ConfigError([refuse('the document is larger than 8 MiB')]);
  try {
    // The parser itself would compare each key with each.
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
    if (document.errors.some(isOverflow)) throw new ConfigError([refuse(TOO_DEEP)]);
    const errors = document.errors.map(({ message, pos: [start] }) => refuse(message, start));
    const faults = errors.length > 0 ? errors : repeatedKeys(document).map((start) => refuse(REPEATED, start));
    if (faults.length > 0) throw new ConfigError(faults);
    const pairOf = pairFinder();
    if (tags === 'functions') writeFunctionsOut(document);
    // Limits the expansion of aliases, so that nested ones cannot exhaust the memory.
    return { value: document.toJS(), placeOf: (path) => placeAt(offsetOf(document, path, pairOf)) };
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    throw new ConfigError([refuse(isOverflow(error) ? TOO_DEEP : messageOf(error))]);
  }
}

/** @source AWS CloudFormation User Guide, intrinsic-function-reference: short forms */
function writeFunctionsOut(document: Document): void {
  visit(document, {
    Node: (_, node) => {
      if (!isScalar(node) && !isCollection(node)) return undefined;
      const [, name] = /^!([A-Za-z0-9]+)$/.exec(node.tag ?? '') ?? [];
      if (name === undefined) return undefined;
      const content = node.clone();
      if (isNode(content) && 'tag' in content) delete content.tag;
      const long = new YAMLMap();
      long.items.push(new Pair(new Scalar(name === 'Ref' || name === 'Condition' ? name : `Fn::${name}`), content));
      return long;
    },
  });
}

const TOO_DEEP = 'the document is nested too deeply';

/** The parser is recursive. */
function isOverflow(error: unknown): boolean {
  return messageOf(error).startsWith('Maximum call stack');
}

const REPEATED = 'Map keys must be unique';

/** The offsets of keys that their mappings have before. */
function repeatedKeys(document: Document): readonly number[] {
  const offsets: number[] = [];
  visit(document, {
    Map: (_, { items }) => {
      const known = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (known.has(key.value)) offsets.push(key.range?.[0] ?? 0);
        known.add(key.value);
      }
    },
  });
  return offsets;
}

/** The first faults of a document by a schema, from its top to its end; an empty one has none. */
export function yamlFaults(source: YamlSource, schema: object): readonly ConfigFault[] {
  if (source.value === null) return [];
  return schemaFaults(schema, source.value)
    .map((fault) => ({ place: source.placeOf(fault.path), fault }))
    .sort(({ place: a }, { place: b }) => a.line - b.line || a.column - b.column)
    .slice(0, FAULTS_SHOWN)
    .map(({ place, fault }) => ({ place, message: faultText(fault) }));
}

/** A fault in words, with what was probably meant. */
export function faultText({ path, message, unknown }: SchemaFault): string {
  const name = path.length === 0 ? 'the document' : `"${path.join('.')}"`;
  return unknown === undefined
    ? `${name} ${message}`
    : `${name} ${message}. ${didYouMean(unknown.word, unknown.known)}`;
}

/** Returns where the value of a path begins; for a field of a mapping, where its key begins. */
function offsetOf(document: Document, path: Path, pairOf: ReturnType<typeof pairFinder>): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const step of path) {
    if (!isCollection(node)) return offset;
    const pair = isMap(node) ? pairOf(node, String(step)) : undefined;
    const next: unknown = isPair(pair) ? pair.value : node.get(step, true);
    const start = isPair(pair) && isNode(pair.key) ? pair.key.range : isNode(next) ? next.range : undefined;
    if (start === undefined || start === null) return offset;
    [offset] = start;
    node = next;
  }
  return offset;
}

/** Finds the pairs of mappings by their keys: each mapping is gone through once, as a file may have 100,000 faults. */
function pairFinder(): (map: YAMLMap, key: string) => Pair | undefined {
  const known = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();
  return (map, key) => {
    const pairs = known.get(map) ?? new Map(map.items.toReversed().map((pair) => [String(pair.key), pair]));
    known.set(map, pairs);
    return pairs.get(key);
  };
}
