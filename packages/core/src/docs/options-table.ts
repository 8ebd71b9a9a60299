import type { OptionSchema } from '../config/option-schema.js';
import type { RuleOptions } from '../rule/rule.js';
import { code, table } from './markdown.js';

/** The options of a rule as a table: what each takes, what holds unless it is set, and what it means. */
export function optionsTable({ schema, defaults, strict = {} }: RuleOptions): string {
  const values = new Map<string, unknown>(Object.entries(defaults));
  const stricter = new Map<string, unknown>(Object.entries(strict));
  const rows = optionsIn(schema).map(({ name, option }) => [
    code(name),
    typeText(option),
    valueText(values.get(name)),
    valueText(stricter.get(name)),
    option.description ?? '',
  ]);
  return table(['option', 'takes', 'default', 'preset `strict`', 'meaning'], rows);
}

/** The options of a schema, and after a list's the fields of its items: `tiers`, `tiers[].keep`. */
function optionsIn({ properties = {} }: OptionSchema, of = ''): readonly { name: string; option: OptionSchema }[] {
  return Object.entries(properties).flatMap(([field, option]) => {
    const name = `${of}${field}`;
    return [{ name, option }, ...(option.items === undefined ? [] : optionsIn(option.items, `${name}[].`))];
  });
}

/** The allowed values of an option, in words. */
function typeText({ title, enum: words, type, items = {} }: OptionSchema): string {
  if (title !== undefined) return title;
  if (words !== undefined) return words.map(valueText).join(', ');
  if (type === 'array') return `a list: ${typeText(items)}`;
  return TYPES[type ?? ''] ?? 'a value';
}

const TYPES: Readonly<Record<string, string>> = {
  boolean: '`true`, `false`',
  integer: 'a whole number',
  number: 'a number',
  object: 'several fields',
  string: 'a text',
};

function valueText(value: unknown): string {
  if (value === undefined) return '';
  return code(typeof value === 'string' ? value : JSON.stringify(value));
}
