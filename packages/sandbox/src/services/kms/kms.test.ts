import { DescribeKeyCommand, KMSClient } from '@aws-sdk/client-kms';
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

const sandbox = await startSandbox({
  world: {
    partition: 'aws',
    now: Date.UTC(2026, 10, 22),
    accounts: [{ id: accountId, name: 'main' }],
    regions: [region],
    scopes: [{ accountId, region, keys: [key] }],
  },
});
afterAll(sandbox.close);

const client = new KMSClient({ endpoint: sandbox.url, region, credentials: sandbox.credentials, maxAttempts: 1 });

it.each([key.KeyId, key.Arn])('a key is told by %s', async (KeyId) => {
  expect((await client.send(new DescribeKeyCommand({ KeyId }))).KeyMetadata).toEqual(key);
});

it('a key that is not there is missed', async () => {
  await expect(client.send(new DescribeKeyCommand({ KeyId: 'no' }))).rejects.toMatchObject({
    name: 'NotFoundException',
    $metadata: { httpStatusCode: 400 },
  });
});
