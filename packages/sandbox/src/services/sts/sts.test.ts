import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, describe, expect, it } from '@jest/globals';
import { startSandbox } from '../../server.js';
import { accessKeyIdOf } from '../../wire/credential.js';

const main = '111111111111';
const member = '222222222222';
const region = 'eu-central-1';

const sandbox = await startSandbox({
  world: {
    partition: 'aws',
    now: Date.UTC(2020, 0, 1),
    accounts: [
      { id: main, name: 'main' },
      { id: member, name: 'member' },
    ],
    regions: [region],
    scopes: [
      {
        accountId: main,
        region,
        faults: [
          {
            operation: 'sts:AssumeRole',
            inputContains: ':role/Closed',
            code: 'AccessDenied',
            message: 'The trust policy does not name the caller',
            status: 403,
          },
        ],
      },
    ],
  },
});
afterAll(sandbox.close);

const settings = { endpoint: sandbox.url, region, maxAttempts: 1 };
const sts = new STSClient({ ...settings, credentials: sandbox.credentials });
const assume = (RoleArn: string): AssumeRoleCommand => new AssumeRoleCommand({ RoleArn, RoleSessionName: 'scan' });

describe('AssumeRole', () => {
  it('leads into the account of the role', async () => {
    const { Credentials, AssumedRoleUser } = await sts.send(assume(`arn:aws:iam::${member}:role/path/Scanner`));
    expect(AssumedRoleUser?.Arn).toBe(`arn:aws:sts::${member}:assumed-role/Scanner/scan`);
    const credentials = {
      accessKeyId: Credentials?.AccessKeyId ?? '',
      secretAccessKey: Credentials?.SecretAccessKey ?? '',
      sessionToken: Credentials?.SessionToken ?? '',
    };
    const inside = new STSClient({ ...settings, credentials });
    expect(await inside.send(new GetCallerIdentityCommand({}))).toMatchObject({ Account: member });
  });

  it('gives credentials that expire by real time, whenever the world is', async () => {
    const { Credentials } = await sts.send(assume(`arn:aws:iam::${member}:role/Scanner`));
    const lifetime = (Credentials?.Expiration?.getTime() ?? 0) - Date.now();
    expect(Math.round(lifetime / 60_000)).toBe(60);
  });

  it.each([899, 43_201])('a duration of %d s is refused', async (DurationSeconds) => {
    const input = { RoleArn: `arn:aws:iam::${member}:role/Scanner`, RoleSessionName: 'scan', DurationSeconds };
    await expect(sts.send(new AssumeRoleCommand(input))).rejects.toMatchObject({ name: 'ValidationError' });
  });

  it('a role that assumes another one does so for an hour at most', async () => {
    const credentials = { accessKeyId: accessKeyIdOf(member, 'ASIA'), secretAccessKey: 'x', sessionToken: 'x' };
    const inside = new STSClient({ ...settings, credentials });
    const input = { RoleArn: `arn:aws:iam::${member}:role/Scanner`, RoleSessionName: 'scan', DurationSeconds: 3601 };
    await expect(inside.send(new AssumeRoleCommand(input))).rejects.toMatchObject({ name: 'ValidationError' });
  });

  it.each([
    ['an account outside the world', 'arn:aws:iam::999999999999:role/Scanner'],
    ['another partition', `arn:aws-cn:iam::${member}:role/Scanner`],
    ['what is no role', `arn:aws:iam::${member}:user/Scanner`],
    ['a role that a fault names', `arn:aws:iam::${member}:role/Closed`],
  ])('is refused for %s', async (_story, arn) => {
    await expect(sts.send(assume(arn))).rejects.toMatchObject({
      name: 'AccessDenied',
      $metadata: { httpStatusCode: 403 },
    });
  });
});

it.each([
  ['its own key', sandbox.credentials],
  ['any other key', { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'x' }],
])('with %s a caller is the first account, in whatever Region', async (_story, credentials) => {
  const elsewhere = new STSClient({ ...settings, region: 'us-west-2', credentials });
  expect(await elsewhere.send(new GetCallerIdentityCommand({}))).toMatchObject({
    Account: main,
    Arn: `arn:aws:iam::${main}:user/sandbox`,
  });
});
