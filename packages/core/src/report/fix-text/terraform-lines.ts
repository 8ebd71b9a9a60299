import { printable } from '../printable.js';
import type { Fragment, Setting, Settings } from '../../rule/fix/fix.js';

/** A fragment as Terraform writes it, in the form of `terraform fmt`. @source Terraform Language, Configuration Syntax and Style */
export function* terraformLines({ addTo, heading, settings }: Fragment): Generator<string> {
  if (addTo !== undefined) yield `# Add to ${printable(addTo)}:`;
  yield* heading === undefined ? bodyLines(settings) : blockLines(printable(heading), settings);
}

function* bodyLines(body: Settings): Generator<string> {
  const entries = Object.entries(body);
  const attributes = entries.filter(([, value]) => blocksOf(value) === undefined);
  const widest = Math.max(0, ...attributes.map(([name]) => name.length));
  for (const [name, value] of attributes) yield `${printable(name).padEnd(widest)} = ${literal(value)}`;
  for (const [name, value] of entries) {
    for (const block of blocksOf(value) ?? []) yield* blockLines(name, block);
  }
}

function* blockLines(heading: string, body: Settings): Generator<string> {
  yield `${heading} {`;
  for (const line of bodyLines(body)) yield `  ${line}`;
  yield '}';
}

/** The blocks that a value is; undefined if it is the value of an attribute. */
function blocksOf(value: Setting): readonly Settings[] | undefined {
  if (typeof value !== 'object') return undefined;
  if (!isList(value)) return [value];
  const blocks = value.filter(isSettings);
  return blocks.length > 0 ? blocks : undefined;
}

function isSettings(value: Setting): value is Settings {
  return typeof value === 'object' && !isList(value);
}

function isList(value: Setting): value is readonly Setting[] {
  return Array.isArray(value);
}

/** No text of a stranger may begin a template: `${` and `%{` are written twice. */
function literal(value: Setting): string {
  if (typeof value === 'object') return `[${isList(value) ? value.map(literal).join(', ') : ''}]`;
  return typeof value === 'string'
    ? printable(JSON.stringify(value).replaceAll(/[$%](?=\{)/g, (begin) => begin + begin))
    : String(value);
}
