import { dynamoDbTable, ebsVolume, goneResource, leftovers } from '@backproof/testing';
import { describe, expect, it } from '@jest/globals';
import { resourcesMeant } from './resources-meant.js';

const here = dynamoDbTable({ name: 'orders' });
const there = dynamoDbTable({ name: 'orders', region: 'eu-central-1' });
const archive = dynamoDbTable({ name: 'orders-archive' });
const volume = ebsVolume({ name: 'data' });
const gone = 'arn:aws:dynamodb:eu-west-1:111111111111:table/old-orders';

function meant(text: string): readonly string[] {
  const left = leftovers({ gone: [goneResource({ arn: gone })] });
  return resourcesMeant(text, { resources: [here, there, archive, volume] }, { leftovers: left }).map(({ arn }) => arn);
}

describe('a text means', () => {
  it.each<[string, string, readonly string[]]>([
    ['all resources of this name, and none that only contains it', 'orders', [here.arn, there.arn]],
    ['a resource by the id in its ARN', volume.arn.slice(volume.arn.lastIndexOf('/') + 1), [volume.arn]],
    ['a resource by a part of its name', 'archive', [archive.arn]],
    ['a resource by a part of its ARN, in any case', 'EU-CENTRAL-1', [there.arn]],
    ['one that is gone', 'old-orders', [gone]],
    ['nothing', 'invoices', []],
  ])('%s: %s', (_, text, arns) => {
    expect(meant(text)).toEqual(arns);
  });
});
