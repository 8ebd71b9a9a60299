import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';
import { IMAGE_FILTERS, INSTANCE_FILTERS, LOCK_FILTERS, REGION_FILTERS } from './filter-names.js';
import { SNAPSHOT_FILTERS, VOLUME_FILTERS } from './filter-names.js';

const models = new URL('../dist-types/models/', import.meta.resolve('@aws-sdk/client-ec2'));
const text = readdirSync(fileURLToPath(models))
  .map((file) => readFileSync(new URL(file, models), 'utf8'))
  .join('\n');

/** The filters that the documentation of a request lists: `<code>status</code> - ...`. */
function documented(request: string): string[] {
  const [declaration = ''] = new RegExp(`export interface ${request} \\{[^]*?\\n\\}`).exec(text) ?? [];
  const [comment = ''] = declaration.split('Filters?:');
  const ofFilters = comment.slice(comment.lastIndexOf('/**'));
  return [...ofFilters.matchAll(/<code>([a-z][^<]*)<\/code>\s*[-(]/g)].flatMap(([, name = []]) => name);
}

it.each([
  ['DescribeInstancesRequest', INSTANCE_FILTERS],
  ['DescribeVolumesRequest', VOLUME_FILTERS],
  ['DescribeSnapshotsRequest', SNAPSHOT_FILTERS],
  ['DescribeLockedSnapshotsRequest', LOCK_FILTERS],
  ['DescribeImagesRequest', IMAGE_FILTERS],
  ['DescribeRegionsRequest', REGION_FILTERS],
])('%s has the filters that EC2 documents', (request, { names, places }) => {
  expect(documented(request)).not.toEqual([]);
  expect([...names].sort()).toEqual(documented(request).sort());
  expect(names).toEqual(expect.arrayContaining(Object.keys(places)));
});
