import { AwsSecurityFinding$ } from '@aws-sdk/client-securityhub';

/** What a finding has that the SDK's schema of the API does not, by its path; required members that it lacks. */
export function asffFaults(finding: unknown): readonly string[] {
  return faultsAt('', finding, AwsSecurityFinding$);
}

type Struct = readonly [3, string, string, unknown, readonly string[], readonly unknown[], number?];

/** @source @smithy/types, StaticSchema: 3 is a structure, 1 a list, 2 a map; numbers are simple types, 64 lists and 128 maps of them */
function faultsAt(path: string, value: unknown, schema: unknown): readonly string[] {
  if (typeof schema === 'function') return faultsAt(path, value, (schema as () => unknown)());
  if (isStruct(schema)) return faultsOfStruct(path, value, schema);
  if (Array.isArray(schema) && schema[0] === 1) return eachOf(path, value, (item, at) => faultsAt(at, item, schema[4]));
  if (schema === 64) return eachOf(path, value, textFault);
  if (schema === 128)
    return Object.entries(value as object).flatMap(([key, item]) => textFault(item, `${path}.${key}`));
  if (schema === 0) return textFault(value, path);
  return [`${path} is of a kind that is not checked: ${JSON.stringify(schema)}`];
}

function isStruct(schema: unknown): schema is Struct {
  return Array.isArray(schema) && schema[0] === 3;
}

function faultsOfStruct(path: string, value: unknown, [, , name, , members, schemas, required = 0]: Struct) {
  if (typeof value !== 'object' || value === null) return [`${path} is not a ${name}`];
  const lacking = members.slice(0, required).filter((member) => !(member in value));
  return [
    ...lacking.map((member) => `${path} lacks ${member}`),
    ...Object.entries(value).flatMap(([key, item]) => {
      const index = members.indexOf(key);
      return index < 0 ? [`${path}.${key} is not in ${name}`] : faultsAt(`${path}.${key}`, item, schemas[index]);
    }),
  ];
}

function eachOf(path: string, value: unknown, check: (item: unknown, path: string) => readonly string[]) {
  return Array.isArray(value) ? value.flatMap((item, i) => check(item, `${path}[${i}]`)) : [`${path} is not a list`];
}

function textFault(value: unknown, path: string): readonly string[] {
  return typeof value === 'string' && value !== '' ? [] : [`${path} is not a text`];
}
