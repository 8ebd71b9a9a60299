import type { NormalizedSchema } from '@smithy/core/schema';
import { valueOfText } from './text.js';

/** The difference between the two Query dialects when a form is read. */
export interface FormDialect {
  /** The name of a member in a key. */
  readonly keyOf: (memberName: string, member: NormalizedSchema) => string;
  /** True if the entries of every list follow its key at once: `InstanceId.1`, not `DBInstanceIds.member.1`. */
  readonly flatLists: boolean;
}

/** The fields of a form: `Filter.1.Name` and so on. */
export type Form = ReadonlyMap<string, string>;

/** AWS Query: the shape's own names; lists are wrapped unless the shape flattens them. */
export const queryForm: FormDialect = {
  keyOf: (name, member) => member.getMergedTraits().xmlName ?? name,
  flatLists: false,
};

/** EC2 Query: names of its own, always with a capital; every list is flat. */
export const ec2Form: FormDialect = {
  keyOf: (name, member) => {
    const { ec2QueryName, xmlName = name } = member.getMergedTraits();
    return typeof ec2QueryName === 'string' ? ec2QueryName : xmlName.charAt(0).toUpperCase() + xmlName.slice(1);
  },
  flatLists: true,
};

/** Reads a structure from a form, the inverse of what clients do with it. Maps and blobs are not read. */
export function readStructure(structure: NormalizedSchema, form: Form, dialect: FormDialect, prefix = ''): object {
  const members: [string, unknown][] = [];
  for (const [name, member] of structure.structIterator()) {
    const value = readMember(member, form, dialect, prefix + dialect.keyOf(name, member));
    if (value !== undefined) members.push([name, value]);
  }
  return Object.fromEntries(members);
}

function readMember(member: NormalizedSchema, form: Form, dialect: FormDialect, key: string): unknown {
  if (member.isListSchema()) return readList(member, form, dialect, key);
  if (member.isStructSchema()) {
    return hasFieldsBelow(form, key) ? readStructure(member, form, dialect, `${key}.`) : undefined;
  }
  const text = form.get(key);
  return text === undefined ? undefined : valueOfText(member, text);
}

function readList(list: NormalizedSchema, form: Form, dialect: FormDialect, key: string): unknown[] | undefined {
  const entry = list.getValueSchema();
  const isFlat = dialect.flatLists || Boolean(list.getMergedTraits().xmlFlattened);
  const entries: unknown[] = [];
  for (let number = 1; ; number++) {
    const entryKey = isFlat ? `${key}.${number}` : `${key}.${entry.getMergedTraits().xmlName ?? 'member'}.${number}`;
    const value = readMember(entry, form, dialect, entryKey);
    if (value === undefined) break;
    entries.push(value);
  }
  return entries.length > 0 || form.has(key) ? entries : undefined;
}

function hasFieldsBelow(form: Form, key: string): boolean {
  for (const name of form.keys()) if (name.startsWith(`${key}.`)) return true;
  return false;
}
