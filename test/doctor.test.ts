import { SERVICES } from '@backproof/aws';
import { estates, partial, startSandbox } from '@backproof/sandbox';
import type { Sandbox, World } from '@backproof/sandbox';
import { groupBy } from '@backproof/core';
import { expect, it } from '@jest/globals';
import { backproof } from './support/cli.js';
import { credentialsIn } from './support/estate-scan.js';

const region = 'eu-west-1';

async function doctor(world: World, args: readonly string[] = [], env: Readonly<Record<string, string>> = {}) {
  const sandbox = await startSandbox({ world });
  const now = new Date(world.now).toISOString();
  const environment = { ...credentialsIn(sandbox), AWS_ENDPOINT_URL: sandbox.url, AWS_REGION: region, ...env };
  const result = await backproof(['doctor', '--now', now, ...args], environment);
  await sandbox.close();
  return { ...result, requests: sandbox.requests satisfies Sandbox['requests'] };
}

const org = estates.get('org');
if (org === undefined) throw new Error('there is no estate org');
const PER_ITEM = new Set(
  SERVICES.flatMap(({ name, operations }) =>
    Object.entries(operations).flatMap(([operation, { perItem }]) =>
      perItem === undefined ? [] : `${name}:${operation}`,
    ),
  ),
);

it('an organization that can be read: one page, and one call of an operation at most in each account', async () => {
  const { status, stdout, stderr, requests } = await doctor(org.world, ['--org']);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain('5 accounts to scan\n  333333333333 management as arn:aws:iam::333333333333:user/sandbox\n');
  expect(stdout).toMatch(
    /\nTried \d+ operations with \d+ calls, in one Region of each account\..*\nEverything that was tried can be read\.\n$/,
  );
  expect(stdout.split('\n').length).toBeLessThan(30);
  const ofScan = requests.filter(({ service }) => service !== 'sts' && service !== 'organizations');
  const calls = groupBy(ofScan, ({ service, operation, accountId }) => `${service}:${operation} ${accountId}`);
  expect([...calls].filter(([call, { length }]) => length > 1 && !call.startsWith('ec2:DescribeRegions'))).toEqual([]);
  expect([...calls.keys()].filter((call) => PER_ITEM.has(call.split(' ')[0] ?? ''))).toEqual([]);
});

it('what is denied, with the rules that it blinds and the way out', async () => {
  const { status, stdout } = await doctor(partial.world);
  expect(status).toBe(3);
  expect(stdout).toContain(
    '\ncloudtrail:LookupEvents: no permission for cloudtrail:LookupEvents\n  in 111111111111\n  Needed by restore-test.\n  Grant cloudtrail:LookupEvents.\n',
  );
});

it('only what the rules of the scan need is tried', async () => {
  const { status, stdout, requests } = await doctor(partial.world, ['--rule', 'replication-only']);
  expect(requests.map(({ operation }) => operation)).not.toContain('LookupEvents');
  expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringContaining('Everything that was tried') });
});

it('an account that cannot be entered, and one that is not scanned', async () => {
  const [first, ...others] = org.world.accounts;
  const refusal = { operation: 'sts:AssumeRole', code: 'AccessDenied', message: 'no trust', status: 403 };
  const faults = [{ ...refusal, inputContains: '666666666666:role/' }];
  const accounts: World['accounts'] = [
    first,
    ...others.map((each) => (each.name === 'shop' ? { ...each, state: 'SUSPENDED' as const } : each)),
  ];
  const scopes = org.world.scopes.map((scope) => (scope.accountId === first.id ? { ...scope, faults } : scope));
  const { status, stdout } = await doctor({ ...org.world, accounts, scopes }, ['--org']);
  expect(status).toBe(3);
  expect(stdout).toContain('  444444444444 shop is not scanned: SUSPENDED\n');
  expect(stdout).toMatch(
    /\nsts:AssumeRole: RoleNotAssumed: cannot assume arn:aws:iam::666666666666:role\/BackproofReadOnly.*\n {2}in 666666666666\n {2}Needed by backup-coverage, /,
  );
});

it('a proxy is shown without its password', async () => {
  const env = { HTTPS_PROXY: 'http://ci:geheim@127.0.0.1:1', HTTP_PROXY: 'http://ci:geheim@127.0.0.1:1' };
  const { stdout, stderr } = await doctor(org.world, [], env);
  expect(`${stdout}${stderr}`).not.toContain('geheim');
});
