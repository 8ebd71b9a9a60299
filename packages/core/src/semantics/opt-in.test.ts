import { expect, it } from '@jest/globals';
import type { Database, FsxResource, Resource } from '../model/resource.js';
import { needsOptIn, switchOf } from './opt-in.js';

const base = { arn: 'arn', accountId: '111111111111', region: 'eu-west-1', name: 'orders', tags: {} };
const volume: Resource = { ...base, type: 'EBS', attachments: [] };
const database = (type: Database['type'], form: Database['form']): Database => ({
  ...base,
  type,
  form,
  engine: 'postgres',
});
const fsx = (form: FsxResource['form']): FsxResource => ({ ...base, type: 'FSx', form, engine: 'ONTAP' });

it.each([
  [undefined, 'unknown'],
  [{}, 'unknown'],
  [{ EBS: true }, 'on'],
  [{ EBS: false }, 'off'],
])('by the settings %j a type is %s', (settings, expected) => {
  expect(switchOf(settings, 'EBS')).toBe(expected);
});

it.each<[string, Resource, readonly string[]]>([
  ['a volume', volume, ['service']],
  ['a Multi-AZ cluster of RDS, whose ARN may be of Aurora', database('RDS', 'cluster'), ['type', 'service']],
  ['an instance of RDS', database('RDS', 'instance'), ['service']],
  ['a cluster of Aurora', database('Aurora', 'cluster'), ['exact', 'type', 'service']],
  ['an FSx file system, whose ARN does not name its kind', fsx('fileSystem'), ['type', 'service']],
  ['an FSx volume', fsx('volume'), ['service']],
])('%s needs the opt-in of its type where the selection names no more than these', (_, resource, forms) => {
  expect((['exact', 'type', 'service'] as const).filter((form) => needsOptIn(resource, form))).toEqual(forms);
});
