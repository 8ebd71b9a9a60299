import { dynamoDbTable, efsFileSystem, rdsInstance } from '@backproof/testing';
import { describe, expect, it } from '@jest/globals';
import type { Defined, Definition } from './definition.js';
import { placeResources } from './place-resources.js';

const at = (line: number, defines: Defined): Definition => ({ defines, place: { file: 'a.tf', line } });
const made = (logicalId: string, stack: string) => ({
  'aws:cloudformation:logical-id': logicalId,
  'aws:cloudformation:stack-name': stack,
});

const orders = rdsInstance({ name: 'orders', tags: { app: 'shop', ...made('Orders', 'shop') } });
const files = efsFileSystem({ name: 'files', tags: { app: 'shop', tier: '1', ...made('Files', 'shop') } });
const table = dynamoDbTable({ name: 'table' });
const byType = { logicalId: 'Orders', type: 'AWS::RDS::DBInstance' };

function lineOf(resource: typeof orders | typeof files | typeof table, ...definitions: Definition[]) {
  return placeResources(definitions, [orders, files, table])[resource.arn]?.line;
}

describe('a resource is placed', () => {
  it.each<[string, number | undefined, Parameters<typeof lineOf>]>([
    ['by its ARN', 1, [orders, at(1, { arn: orders.arn })]],
    ['by the first of two such', 1, [orders, at(1, { arn: orders.arn }), at(2, { arn: orders.arn })]],
    ['by its ARN before its tags', 2, [orders, at(1, { tags: { app: 'shop' } }), at(2, { arn: orders.arn })]],
    ['by all of the tags', 1, [files, at(1, { tags: { app: 'shop', tier: '1' } })]],
    ['not by some of the tags', undefined, [orders, at(1, { tags: { app: 'shop', tier: '1' } })]],
    ['not by a tag with another value', undefined, [orders, at(1, { tags: { app: 'office' } })]],
    ['by the template that made it', 1, [orders, at(1, byType)]],
    [
      'by the template of its stack',
      2,
      [orders, at(1, { ...byType, stack: 'x' }), at(2, { ...byType, stack: 'shop' })],
    ],
    ['by a template before its tags', 2, [orders, at(1, { tags: { app: 'shop' } }), at(2, byType)]],
    ['as EFS calls itself', 1, [files, at(1, { logicalId: 'Files', type: 'AWS::EFS::FileSystem' })]],
    [
      'not by the same logical id of another service',
      undefined,
      [orders, at(1, { ...byType, type: 'AWS::EC2::Volume' })],
    ],
    ['not without tags', undefined, [table, at(1, byType), at(2, { tags: { app: 'shop' } })]],
  ])('%s', (_, expected, given) => {
    expect(lineOf(...given)).toBe(expected);
  });
});
