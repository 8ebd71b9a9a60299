import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { clientConfig, expectAllAsked } from './services/reading.fixture.js';
import { collect } from './collect.js';
import nock from './nock.fixture.js';
import { resolveScopes } from './scopes.js';
import type { ScopeRequest } from './scopes.js';

const { credentials } = clientConfig;
const environment = { ...process.env };

beforeEach(() => {
  for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) Reflect.deleteProperty(process.env, name);
  process.env.AWS_EC2_METADATA_DISABLED = 'true';
  process.env.AWS_CONFIG_FILE = '/nowhere/config';
  process.env.AWS_SHARED_CREDENTIALS_FILE = '/nowhere/credentials';
});

afterEach(() => {
  process.env = { ...environment };
  expectAllAsked();
});

const STS = 'http://sts.amazonaws.com/doc/2011-06-15/';

function answerSts(action: string, accept: (body: string) => boolean, answer: string, status = 200): void {
  nock('https://sts.eu-west-1.amazonaws.com')
    .post('/', (body: Record<string, string>) => body.Action === action && accept(JSON.stringify(body)))
    .reply(status, answer, { 'content-type': 'text/xml' });
}

function answerIdentity(arn = 'arn:aws:sts::111111111111:assumed-role/ci/session'): void {
  const account = arn.split(':')[4] ?? '';
  const result = `<GetCallerIdentityResult><Arn>${arn}</Arn><UserId>U</UserId><Account>${account}</Account></GetCallerIdentityResult>`;
  const answer = `<GetCallerIdentityResponse xmlns="${STS}">${result}</GetCallerIdentityResponse>`;
  answerSts('GetCallerIdentity', () => true, answer);
}

function answerRole(roleArn: string): void {
  const expiration = new Date(Date.now() + 3_600_000).toISOString();
  const keys = `<AccessKeyId>A</AccessKeyId><SecretAccessKey>S</SecretAccessKey><SessionToken>T</SessionToken>`;
  const result = `<AssumeRoleResult><Credentials>${keys}<Expiration>${expiration}</Expiration></Credentials></AssumeRoleResult>`;
  const answer = `<AssumeRoleResponse xmlns="${STS}">${result}</AssumeRoleResponse>`;
  answerSts('AssumeRole', (body) => body.includes(`"${roleArn}"`) && body.includes('"backproof"'), answer);
}

function denyRole(): void {
  const error = '<Error><Type>Sender</Type><Code>AccessDenied</Code><Message>not authorized</Message></Error>';
  answerSts('AssumeRole', () => true, `<ErrorResponse xmlns="${STS}">${error}</ErrorResponse>`, 403);
}

function answerRegions(regions: Record<string, string>, status = 200, code = 'UnauthorizedOperation'): void {
  const items = Object.entries(regions).map(
    ([name, optIn]) => `<item><regionName>${name}</regionName><optInStatus>${optIn}</optInStatus></item>`,
  );
  const answer =
    status === 200
      ? `<DescribeRegionsResponse><regionInfo>${items.join('')}</regionInfo></DescribeRegionsResponse>`
      : `<Response><Errors><Error><Code>${code}</Code><Message>no</Message></Error></Errors></Response>`;
  nock('https://ec2.eu-west-1.amazonaws.com').post('/').reply(status, answer, { 'content-type': 'text/xml' });
}

async function scopesOf(request: ScopeRequest): Promise<string[]> {
  const accesses = await resolveScopes({ credentials, ...request });
  return accesses.map(({ scope }) => `${scope.partition} ${scope.accountId} ${scope.region}`);
}

const allKnown = {
  'eu-west-1': 'opt-in-not-required',
  'eu-west-2': 'opt-in-not-required',
  'ap-east-1': 'not-opted-in',
};

describe('the scopes of a scan', () => {
  it('are the account and the Region of the environment', async () => {
    process.env.AWS_REGION = 'eu-west-1';
    answerIdentity();
    answerRegions(allKnown);
    expect(await scopesOf({})).toEqual(['aws 111111111111 eu-west-1']);
  });

  it("are in the profile's Region", async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'backproof-')), 'config');
    await writeFile(file, '[profile audit]\nregion = eu-west-1\naws_access_key_id = A\naws_secret_access_key = S\n');
    process.env.AWS_CONFIG_FILE = file;
    answerIdentity();
    answerRegions(allKnown);
    expect(await scopesOf({ profile: 'audit', credentials: undefined })).toEqual(['aws 111111111111 eu-west-1']);
  });

  it('are the Regions that were named, in any partition, switched off ones included', async () => {
    answerIdentity('arn:aws-eusc:iam::111111111111:user/ci');
    answerRegions(allKnown);
    expect(await scopesOf({ regions: ['eu-west-1', 'ap-east-1'] })).toEqual([
      'aws-eusc 111111111111 eu-west-1',
      'aws-eusc 111111111111 ap-east-1',
    ]);
  });

  it('are the Regions that the account has switched on', async () => {
    process.env.AWS_REGION = 'eu-west-1';
    answerIdentity();
    answerRegions(allKnown);
    expect(await scopesOf({ allRegions: true })).toEqual(['aws 111111111111 eu-west-1', 'aws 111111111111 eu-west-2']);
  });

  it.each([
    ['us-east-1', undefined],
    ['cn-northwest-1', 'arn:aws-cn:iam::200000000000:role/A'],
    ['us-gov-west-1', 'arn:aws-us-gov:iam::200000000000:role/A'],
  ])('are asked for in %s where no Region is named and all are scanned', async (region, roleArn) => {
    const error = '<Error><Code>InvalidClientTokenId</Code><Message>The security token is invalid.</Message></Error>';
    nock(`https://sts.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}`)
      .post('/')
      .reply(403, `<ErrorResponse xmlns="${STS}">${error}</ErrorResponse>`, { 'content-type': 'text/xml' });
    await expect(scopesOf({ allRegions: true, ...(roleArn !== undefined && { roleArns: [roleArn] }) })).rejects.toThrow(
      'Renew them, or use others; for those of China or AWS GovCloud, set AWS_REGION to a Region there.',
    );
  });

  it("are the roles' accounts, each once", async () => {
    const roleArns = ['A', 'B', 'C'].map(
      (name, index) => `arn:aws:iam::${index < 2 ? '2' : '3'}00000000000:role/${name}`,
    );
    answerIdentity();
    for (const roleArn of roleArns) answerRole(roleArn);
    answerIdentity('arn:aws:sts::200000000000:assumed-role/A/backproof');
    answerIdentity('arn:aws:sts::200000000000:assumed-role/B/backproof');
    answerIdentity('arn:aws:sts::300000000000:assumed-role/C/backproof');
    answerRegions(allKnown);

    const accesses = await resolveScopes({ credentials, regions: ['eu-west-1'], roleArns });

    expect(accesses.map(({ scope }) => scope.accountId).sort()).toEqual(['200000000000', '300000000000']);
    expect(accesses[0]?.calls?.()).toEqual([
      { operation: 'sts:GetCallerIdentity', calls: 4, retries: 0 },
      { operation: 'sts:AssumeRole', calls: 3, retries: 0 },
      { operation: 'ec2:DescribeRegions', calls: 1, retries: 0 },
    ]);
  });

  it('include the account of a role that cannot be assumed, where another role can be: all in it is unknown', async () => {
    answerIdentity();
    answerRole('arn:aws:iam::200000000000:role/A');
    answerIdentity('arn:aws:sts::200000000000:assumed-role/A/backproof');
    denyRole();
    answerRegions(allKnown);
    const roleArns = ['arn:aws:iam::200000000000:role/A', 'arn:aws:iam::300000000000:role/B'];

    const scopes = await resolveScopes({ credentials, regions: ['eu-west-1'], roleArns });
    expect(scopes.map(({ scope }) => scope.accountId)).toEqual(['200000000000', '300000000000']);

    const { populations, scopes: scanned } = await collect({
      scopes: scopes.slice(1),
      populations: new Set(['vaults', 'recoveryPoints', 'resources']),
      takenAt: 0,
    });
    expect(scanned).toMatchObject([{ accountId: '300000000000', principalArn: 'arn:aws:iam::300000000000:role/B' }]);
    expect(populations.length).toBeGreaterThan(10);
    expect(new Set(populations.map(({ status }) => status))).toEqual(new Set(['unavailable']));
    const gaps = populations.flatMap((each) => (each.status === 'complete' ? [] : each.gaps));
    expect(new Set(gaps.map((gap) => JSON.stringify(gap)))).toEqual(
      new Set([
        JSON.stringify({
          operation: 'sts:AssumeRole',
          code: 'RoleNotAssumed',
          message:
            "cannot assume arn:aws:iam::300000000000:role/B: AccessDenied. The role's trust policy must name arn:aws:iam::111111111111:role/ci.",
        }),
      ]),
    );
  });

  it('include an account whose Regions may not be listed, where those of another may be: all in it is unknown', async () => {
    const roleArns = ['arn:aws:iam::200000000000:role/A', 'arn:aws:iam::300000000000:role/B'];
    answerIdentity();
    for (const roleArn of roleArns) {
      answerRole(roleArn);
      answerIdentity(`arn:aws:sts::${roleArn.split(':')[4] ?? ''}:assumed-role/A/backproof`);
    }
    answerRegions({ 'eu-west-1': 'opt-in-not-required' });
    answerRegions({}, 403);
    process.env.AWS_REGION = 'eu-west-1';
    const scopes = await resolveScopes({ credentials, allRegions: true, roleArns });
    const { populations } = await collect({
      scopes,
      populations: new Set(['vaults']),
      takenAt: 0,
      limits: { attempts: 1 },
    });
    const gaps = populations.flatMap((each) => (each.status === 'complete' ? [] : each.gaps));
    expect(gaps.filter(({ code }) => code === 'RegionsNotListed')).toHaveLength(1);
  });

  it('need no permission to list Regions where they are named', async () => {
    answerIdentity();
    answerRegions({}, 403);
    expect(await scopesOf({ regions: ['eu-west-1'] })).toEqual(['aws 111111111111 eu-west-1']);
  });
});

describe('an organization', () => {
  function answerOrganization(operation: string, answer: object, status = 200): void {
    nock('https://organizations.us-east-1.amazonaws.com')
      .post('/')
      .matchHeader('x-amz-target', `AWSOrganizationsV20161128.${operation}`)
      .reply(status, answer, { 'content-type': 'application/x-amz-json-1.1' });
  }

  it('has accounts by their State or, from an AWS that does not have it yet, by their Status', async () => {
    answerIdentity();
    answerOrganization('DescribeOrganization', { Organization: { MasterAccountId: '111111111111' } });
    answerOrganization('ListAccounts', {
      Accounts: [
        { Id: '111111111111', Name: 'management', Status: 'ACTIVE' },
        { Id: '200000000000', Name: 'closing', State: 'PENDING_CLOSURE', Status: 'ACTIVE' },
        { Id: '300000000000', Status: 'SUSPENDED' },
      ],
    });
    answerRegions(allKnown);
    const [access, ...others] = await resolveScopes({ credentials, regions: ['eu-west-1'], organization: {} });
    expect(others).toEqual([]);
    expect(access?.accounts).toEqual([
      { partition: 'aws', accountId: '111111111111', name: 'management', isManagement: true },
      { partition: 'aws', accountId: '200000000000', name: 'closing', leftOut: 'PENDING_CLOSURE' },
      { partition: 'aws', accountId: '300000000000', name: '300000000000', leftOut: 'SUSPENDED' },
    ]);
  });

  it('is none for an account that is in none', async () => {
    answerIdentity();
    answerOrganization('DescribeOrganization', { __type: 'AWSOrganizationsNotInUseException', Message: 'no' }, 400);
    await expect(scopesOf({ regions: ['eu-west-1'], organization: {} })).rejects.toThrow(
      'cannot list the accounts of the organization: AWSOrganizationsNotInUseException. Account 111111111111 is in no organization.',
    );
  });
});

describe('what cannot be reached', () => {
  async function reason(request: ScopeRequest): Promise<string> {
    const error: unknown = await resolveScopes(request).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'AwsAccessError' });
    return error instanceof Error ? error.message : '';
  }

  it('no credentials', async () => {
    expect(await reason({ regions: ['eu-west-1'] })).toBe(
      'no AWS credentials: Could not load credentials from any providers. Sign in, name a profile or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.',
    );
  });

  it('no Region', async () => {
    expect(await reason({ credentials })).toBe(
      "no AWS Region. Name one or ask for all, or set AWS_REGION or the profile's region.",
    );
  });

  it.each(['eu-west', 'EU-WEST-1', 'eu-west-1.evil.example', ''])('a Region called "%s"', async (region) => {
    expect(await reason({ credentials, regions: [region] })).toBe(
      `"${region}" is not the name of an AWS Region. Regions are named like eu-west-1.`,
    );
  });

  it('a Region that AWS does not have', async () => {
    answerIdentity();
    answerRegions(allKnown);
    expect(await reason({ credentials, regions: ['eu-west-1', 'eu-wset-2'] })).toBe(
      'AWS has no Region eu-wset-2. Account 111111111111 has ap-east-1, eu-west-1, eu-west-2.',
    );
  });

  it('Regions that may not be listed', async () => {
    answerIdentity();
    answerRegions({}, 403);
    expect(await reason({ credentials, allRegions: true, regions: ['eu-west-1'] })).toBe(
      'cannot list the Regions of account 111111111111: UnauthorizedOperation. Allow arn:aws:sts::111111111111:assumed-role/ci/session ec2:DescribeRegions, or name the Regions.',
    );
  });

  it('Regions that AWS does not list for these credentials, which is no missing permission', async () => {
    answerIdentity();
    answerRegions({}, 401, 'AuthFailure');
    expect(await reason({ credentials, allRegions: true, regions: ['eu-west-1'] })).toBe(
      'cannot list the Regions of account 111111111111: AuthFailure. AWS did not accept the credentials: check that they are valid, that the clock is right and that the Region is enabled. Or name the Regions.',
    );
  });

  it('a role that does not trust the caller', async () => {
    answerIdentity();
    denyRole();
    expect(
      await reason({ credentials, regions: ['eu-west-1'], roleArns: ['arn:aws:iam::222222222222:role/Backproof'] }),
    ).toBe(
      "cannot assume arn:aws:iam::222222222222:role/Backproof: AccessDenied. The role's trust policy must name arn:aws:iam::111111111111:role/ci.",
    );
  });

  it.each(['<!DOCTYPE html><html><br>Welcome</html>', '<html>Welcome</html>'])(
    'an endpoint that says %s',
    async (html) => {
      nock('http://localhost:4566').post('/').reply(200, html);
      expect(await reason({ credentials, regions: ['eu-west-1'], endpointUrl: 'http://localhost:4566' })).toMatch(
        /^http:\/\/localhost:4566 does not answer as AWS does \(\w+\)\. Check the endpoint's URL\.$/,
      );
    },
  );

  it('expired credentials', async () => {
    const error = '<Error><Code>ExpiredToken</Code><Message>The token has expired.</Message></Error>';
    answerSts('GetCallerIdentity', () => true, `<ErrorResponse xmlns="${STS}">${error}</ErrorResponse>`, 403);
    expect(await reason({ credentials, regions: ['eu-west-1'] })).toBe(
      'AWS does not accept the credentials: ExpiredToken: The token has expired. Renew them, or use others.',
    );
  });

  it.each([
    { fault: 'throttles', status: 400, code: 'Throttling' },
    { fault: 'has a fault', status: 500, code: 'InternalFailure' },
  ])('an STS that $fault, which is no reason to renew credentials', async ({ status, code }) => {
    const error = `<Error><Code>${code}</Code><Message>Rate exceeded</Message></Error>`;
    answerSts('GetCallerIdentity', () => true, `<ErrorResponse xmlns="${STS}">${error}</ErrorResponse>`, status);
    expect(await reason({ credentials, regions: ['eu-west-1'], limits: { attempts: 1 } })).toBe(
      `AWS STS did not answer: ${code}: Rate exceeded. Try again later.`,
    );
  });

  it('an STS that throttles a few times is asked again', async () => {
    const error = '<Error><Code>Throttling</Code><Message>Rate exceeded</Message></Error>';
    for (let times = 0; times < 2; times++) {
      answerSts('GetCallerIdentity', () => true, `<ErrorResponse xmlns="${STS}">${error}</ErrorResponse>`, 400);
    }
    answerIdentity();
    answerRegions(allKnown);
    expect(await scopesOf({ regions: ['eu-west-1'] })).toEqual(['aws 111111111111 eu-west-1']);
  });
});
