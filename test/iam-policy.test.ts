import { readOnlyPolicy, SERVICES } from '@backproof/aws';
import { demo } from '@backproof/sandbox';
import type { World } from '@backproof/sandbox';
import { RULES } from 'backproof';
import { describe, expect, it } from '@jest/globals';
import { backproof } from './support/cli.js';
import { rulesOf, scanWorld } from './support/estate-scan.js';

interface Policy {
  readonly Statement: readonly {
    readonly Sid: string;
    readonly Action: readonly string[];
    readonly Resource: string;
  }[];
}

const OPERATIONS = SERVICES.flatMap(({ name, operations }) =>
  Object.entries(operations).map(([operation, { iam }]) => ({ iam, operation: `${name}:${operation}` })),
);

/** The policy that the command prints. */
async function policyOf(...args: readonly string[]): Promise<Policy> {
  const { status, stdout, stderr } = await backproof(['iam-policy', ...args]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return JSON.parse(stdout) as Policy;
}

/** The demo estate, whose accounts allow these actions and no others. */
function underPolicy(actions: readonly string[]): World {
  const faults = OPERATIONS.filter(({ iam }) => !actions.includes(iam)).map(({ operation }) => ({
    ...{ operation, code: 'AccessDeniedException', message: 'not allowed', status: 403 },
  }));
  const { accounts, regions, scopes } = demo.world;
  const known = new Set(scopes.map(({ accountId, region }) => `${accountId} ${region}`));
  const others = accounts.flatMap(({ id }) =>
    regions.flatMap((region) => (known.has(`${id} ${region}`) ? [] : { accountId: id, region, faults })),
  );
  return { ...demo.world, scopes: [...scopes.map((scope) => ({ ...scope, faults })), ...others] };
}

const rules = rulesOf(demo);

describe('under the policy of', () => {
  it.each([undefined, ...RULES.map(({ id }) => id)])('%s nothing is denied', async (id) => {
    const policy = await policyOf(...(id === undefined ? [] : ['--rule', id]));
    const { run, requests } = await scanWorld(underPolicy(policy.Statement[0]?.Action ?? []), {
      rules: rules.filter(({ rule }) => (id === undefined ? rule.recommended : rule.id === id)),
    });
    const gaps = run.populations.flatMap((each) => (each.status === 'complete' ? [] : each.gaps));
    expect(gaps.filter(({ iamAction }) => iamAction !== undefined)).toEqual([]);
    expect(requests.length).toBeGreaterThan(20);
  });
});

it('one rule needs less than the recommended ones, and these need what the documented policy has without the audit and the others', async () => {
  const one = (await policyOf('--rule', 'replication-only')).Statement[0]?.Action ?? [];
  const all = (await policyOf()).Statement[0]?.Action ?? [];
  expect(one.length).toBeLessThan(all.length);
  expect(one).not.toContain('cloudtrail:LookupEvents');
  const [documented] = readOnlyPolicy().Statement;
  expect(documented?.Action.filter((action) => !all.includes(action))).toEqual([
    'backup:DescribeBackupVault',
    'backup:GetBackupVaultAccessPolicy',
    'backup:ListFrameworks',
    'ec2:DescribeLockedSnapshots',
    'rbin:ListRules',
  ]);
});

it('the caller of an organization may also list its accounts and assume the role in each', async () => {
  const [, list, assume] = (await policyOf('--org', '--role-name', 'Scanner')).Statement;
  expect(list?.Action).toEqual([
    'organizations:DescribeOrganization',
    'organizations:ListAccounts',
    'organizations:ListAccountsForParent',
    'organizations:ListOrganizationalUnitsForParent',
  ]);
  expect(assume).toMatchObject({ Action: ['sts:AssumeRole'], Resource: 'arn:*:iam::*:role/Scanner' });
});

describe('the role', () => {
  it('as a CloudFormation template has the policy, a name and whom it trusts', async () => {
    const { stdout } = await backproof(['iam-policy', '--format', 'cloudformation']);
    const { Resources, Parameters } = JSON.parse(stdout) as {
      readonly Resources: {
        readonly Role: { readonly Properties: { readonly RoleName: string; readonly Policies: readonly object[] } };
      };
      readonly Parameters: object;
    };
    expect(Object.keys(Parameters)).toEqual(['TrustedPrincipal', 'ExternalId']);
    expect(Resources.Role.Properties.RoleName).toBe('BackproofReadOnly');
    expect(Resources.Role.Properties.Policies).toEqual([
      { PolicyName: 'BackproofReadOnly', PolicyDocument: await policyOf() },
    ]);
  });

  it('as Terraform has the same policy', async () => {
    const { stdout } = await backproof(['iam-policy', '--format', 'terraform', '--role-name', 'Scanner']);
    expect(stdout).toContain('  name = "Scanner"\n');
    const [, policy = ''] = /<<-POLICY\n([^]*?)\n {2}POLICY/.exec(stdout) ?? [];
    expect(JSON.parse(policy)).toEqual(await policyOf());
  });

  it('has a name that IAM accepts', async () => {
    expect(await backproof(['iam-policy', '--role-name', 'a"b'])).toMatchObject({
      status: 2,
      stderr: 'backproof: "a"b" is not a valid name of a role.\n',
    });
  });
});
