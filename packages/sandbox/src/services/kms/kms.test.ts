import {
  DescribeKeyCommand,
  KMSClient,
  ListAliasesCommand,
  ListKeysCommand,
  paginateListKeys,
} from '@aws-sdk/client-kms';
import { afterAll, expect, it } from '@jest/globals';
import { startSandbox } from '../../server.js';

const accountId = '111111111111';
const region = 'eu-central-1';
const key = {
  AWSAccountId: accountId,
  KeyId: '1234abcd',
  Arn: `arn:aws:kms:${region}:${accountId}:key/1234abcd`,
  CreationDate: new Date(Date.UTC(2026, 0, 2, 3, 4, 5)),
  Enabled: true,
  KeyManager: 'AWS' as const,
  KeyState: 'Enabled' as const,
};

const otherKey = { ...key, KeyId: '5678', Arn: `arn:aws:kms:${region}:${accountId}:key/5678` };
const alias = {
  AliasName: 'alias/aws/ebs',
  AliasArn: `arn:aws:kms:${region}:${accountId}:alias/aws/ebs`,
  TargetKeyId: key.KeyId,
};

const sandbox = await startSandbox({
  world: {
    partition: 'aws',
    now: Date.UTC(2026, 10, 22),
    accounts: [{ id: accountId, name: 'main' }],
    regions: [region],
    scopes: [{ accountId, region, keys: [key, otherKey], keyAliases: [alias] }],
  },
});
afterAll(sandbox.close);

const client = new KMSClient({ endpoint: sandbox.url, region, credentials: sandbox.credentials, maxAttempts: 1 });

it.each([key.KeyId, key.Arn, alias.AliasName, alias.AliasArn])('a key is told by %s', async (KeyId) => {
  expect((await client.send(new DescribeKeyCommand({ KeyId }))).KeyMetadata).toEqual(key);
});

it('keys are listed in pages', async () => {
  const pages: unknown[] = [];
  for await (const { Keys, Truncated } of paginateListKeys({ client, pageSize: 1 }, {})) pages.push([Keys, Truncated]);
  expect(pages).toEqual([
    [[{ KeyId: key.KeyId, KeyArn: key.Arn }], true],
    [[{ KeyId: otherKey.KeyId, KeyArn: otherKey.Arn }], false],
  ]);
  await expect(client.send(new ListKeysCommand({ Limit: 1001 }))).rejects.toMatchObject({
    name: 'ValidationException',
  });
  await expect(client.send(new ListKeysCommand({ Marker: 'x' }))).rejects.toMatchObject({
    name: 'InvalidMarkerException',
  });
});

it('aliases are listed, all or those of a key', async () => {
  const aliasesOf = async (KeyId?: string): Promise<unknown> =>
    (await client.send(new ListAliasesCommand({ KeyId }))).Aliases;
  expect(await aliasesOf()).toEqual([alias]);
  expect(await aliasesOf(key.Arn)).toEqual([alias]);
  expect(await aliasesOf(otherKey.KeyId)).toEqual([]);
  await expect(aliasesOf('no')).rejects.toMatchObject({ name: 'NotFoundException' });
});

it.each(['no', 'alias/no'])('a key that is not there is missed: %s', async (KeyId) => {
  await expect(client.send(new DescribeKeyCommand({ KeyId }))).rejects.toMatchObject({
    name: 'NotFoundException',
    $metadata: { httpStatusCode: 400 },
  });
});
