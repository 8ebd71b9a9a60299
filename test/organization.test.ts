import { resolveScopes } from '@backproof/aws';
import type { ScopeRequest } from '@backproof/aws';
import { estates, startSandbox } from '@backproof/sandbox';
import type { Sandbox, World } from '@backproof/sandbox';
import { scan } from 'backproof';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { backproof } from './support/cli.js';
import { credentialsIn, rulesOf, unmetLabels, UNPACED } from './support/estate-scan.js';

const region = 'eu-west-1';
const [management, shop, bank, audit, closed] = [
  '100000000000',
  '200000000000',
  '300000000000',
  '400000000000',
  '500000000000',
];
const refusal = { operation: 'sts:AssumeRole', code: 'AccessDenied', message: 'no trust', status: 403 };

const world: World = {
  partition: 'aws',
  now: Date.UTC(2026, 10, 22),
  regions: [region, 'us-east-1'],
  accounts: [
    { id: management, name: 'management' },
    { id: shop, name: 'shop', units: ['ou-sbox-prod', 'ou-sbox-work'] },
    { id: bank, name: 'bank', units: ['ou-sbox-work'] },
    { id: audit, name: 'audit', isDelegatedAdministrator: true },
    { id: closed, name: 'old-shop', state: 'SUSPENDED' },
  ],
  scopes: [{ accountId: management, region, faults: [{ ...refusal, inputContains: `${bank}:role/` }] }],
};

const org = estates.get('org');
if (org === undefined) throw new Error('there is no estate org');

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ world });
});
afterAll(() => sandbox.close());

/** Credentials of the sandbox in an account: the key of a session says which. */
async function credentialsOf(accountId: string) {
  const role = `arn:aws:iam::${accountId}:role/Caller`;
  const [access] = await resolveScopes({ ...AT(), roleArns: [role] });
  const provided = access?.connection.credentials;
  if (typeof provided !== 'function') throw new Error('no credentials');
  return provided();
}

const AT = (): ScopeRequest => ({ endpointUrl: sandbox.url, credentials: sandbox.credentials, regions: [region] });

async function principals(request: ScopeRequest): Promise<Readonly<Record<string, string>>> {
  const accesses = await resolveScopes({ ...AT(), ...request });
  return Object.fromEntries(accesses.map(({ scope, principalArn }) => [scope.accountId, principalArn]));
}

describe('the accounts of an organization', () => {
  it('are the active ones: its own by the credentials of the caller, the others by the role', async () => {
    expect(await principals({ organization: {} })).toEqual({
      [management]: `arn:aws:iam::${management}:user/sandbox`,
      [shop]: `arn:aws:sts::${shop}:assumed-role/sandbox/sandbox`,
      [bank]: `arn:aws:iam::${bank}:role/BackproofReadOnly`,
      [audit]: `arn:aws:sts::${audit}:assumed-role/sandbox/sandbox`,
    });
  });

  it('are entered by another role if one is named', async () => {
    const assumed = await principals({ organization: { roleName: 'team/Scanner' } });
    expect(assumed[bank]).toBe(`arn:aws:iam::${bank}:role/team/Scanner`);
  });

  it.each([
    ['named accounts', { accounts: [shop, management] }, [management, shop]],
    ['all but some', { excludedAccounts: [bank, management] }, [shop, audit]],
    ['those of a unit and of the units below it', { organizationalUnits: ['ou-sbox-work'] }, [shop, bank]],
    ['those of a lower unit', { organizationalUnits: ['ou-sbox-prod'] }, [shop]],
  ])('can be %s', async (_story, organization, accounts) => {
    expect(Object.keys(await principals({ organization })).sort()).toEqual(accounts);
  });

  it('can be listed by a delegated administrator', async () => {
    const assumed = await principals({ credentials: await credentialsOf(audit), organization: { accounts: [shop] } });
    expect(Object.keys(assumed)).toEqual([shop]);
  });

  it('are scanned in all of their Regions, without a Region to start with', async () => {
    const { regions: _none, ...at } = AT();
    const accesses = await resolveScopes({ ...at, allRegions: true, organization: {} });
    expect(accesses.map(({ scope }) => `${scope.accountId} ${scope.region}`).sort()).toEqual(
      [management, shop, bank, audit].flatMap((id) => [`${id} ${region}`, `${id} us-east-1`]),
    );
  });
});

it('an account that cannot be entered is a gap with the reason, one that is left out is named, and the scan goes on', async () => {
  const { run } = await scan({
    ...AT(),
    organization: { excludedAccounts: [audit] },
    now: world.now,
    limits: UNPACED,
  });
  expect(run.accounts).toEqual([
    { partition: 'aws', accountId: management, name: 'management', isManagement: true },
    { partition: 'aws', accountId: shop, name: 'shop' },
    { partition: 'aws', accountId: bank, name: 'bank' },
    { partition: 'aws', accountId: audit, name: 'audit', leftOut: 'excluded' },
    { partition: 'aws', accountId: closed, name: 'old-shop', leftOut: 'SUSPENDED' },
  ]);
  const unread = run.populations.flatMap((each) =>
    each.status === 'complete'
      ? []
      : each.gaps.map(({ code, message }) => ({ id: each.scope.accountId, code, message })),
  );
  expect(new Set(unread.map(({ id }) => id))).toEqual(new Set([bank]));
  expect(unread[0]).toEqual({
    id: bank,
    code: 'RoleNotAssumed',
    message: `cannot assume arn:aws:iam::${bank}:role/BackproofReadOnly: AccessDenied. The role's trust policy must name arn:aws:iam::${management}:user/sandbox.`,
  });
  expect(run.gate.result).toBe('incomplete');
});

describe('what ends before a scan', () => {
  const reason = (request: ScopeRequest) =>
    resolveScopes({ ...AT(), ...request }).then(
      () => 'none',
      (error: unknown) => String(error),
    );

  it.each([
    [
      'a caller who may not list accounts',
      {},
      shop,
      /AccessDeniedException\. Allow .* organizations:ListAccounts, and use the management account or a delegated administrator: account 2000/,
    ],
    [
      'an account outside',
      { accounts: ['999999999999'] },
      management,
      /account 999999999999 is not in the organization, which has 5 accounts/,
    ],
    [
      'an account outside that is excluded',
      { excludedAccounts: ['999999999999'] },
      management,
      /is not in the organization/,
    ],
    [
      'a unit that does not exist',
      { organizationalUnits: ['ou-none'] },
      management,
      /ParentNotFoundException\. Check the ids of the organizational units/,
    ],
    ['nothing that is left', { accounts: [closed] }, management, /no account of the organization is left to scan/],
  ])('%s', async (_story, organization, account, message) => {
    const credentials = account === management ? sandbox.credentials : await credentialsOf(account);
    expect(await reason({ credentials, organization })).toMatch(message);
  });
});

describe('the command', () => {
  const environment = (at: Sandbox) => ({
    ...credentialsIn(at),
    AWS_ENDPOINT_URL: at.url,
    AWS_REGION: region,
    COLUMNS: '1000',
  });

  it('scans an organization from its management account with no other flag', async () => {
    const at = await startSandbox({ world: org.world });
    const { status, stdout, stderr } = await backproof(
      ['scan', '--org', '--now', new Date(org.world.now).toISOString()],
      environment(at),
    );
    await at.close();
    expect(stderr).toMatch(/^(read \d{12} eu-west-1 with \d+ calls\n){5}$/);
    expect(stdout).toContain('5 accounts, 1 Region');
    expect(status).toBe(1);
  });

  it('names the accounts that it does not scan', async () => {
    const args = ['scan', '--org', '--exclude-account', `${bank},${audit}`, '--now', '2026-11-22T00:00:00Z'];
    const { stdout } = await backproof(args, environment(sandbox));
    expect(stdout).toContain(
      `Accounts not scanned: bank (${bank}, excluded), audit (${audit}, excluded), old-shop (${closed}, SUSPENDED)\n`,
    );
  });

  it.each([
    [['--ou', 'ou-1'], '--ou needs --org. Add --org.'],
    [['--org', '--accounts', '12'], '"12" is not the id of an account, which has 12 digits.'],
  ])('refuses %j', async (args, line) => {
    expect(await backproof(['scan', ...args], {})).toMatchObject({ status: 2, stderr: `backproof: ${line}\n` });
  });
});

it('an estate scanned by its organization has the verdicts of one that is scanned by its roles', async () => {
  const at = await startSandbox({ world: org.world, throttles: false });
  const { run } = await scan({
    ...{ endpointUrl: at.url, credentials: at.credentials, regions: org.world.regions, organization: {} },
    ...{ now: org.world.now, limits: UNPACED, rules: rulesOf(org) },
  });
  await at.close();
  expect(unmetLabels(org, run)).toEqual([]);
});
