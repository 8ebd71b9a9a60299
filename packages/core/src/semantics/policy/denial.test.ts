import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isDenied } from './denial.js';
import type { DeniedAct } from './denial.js';
import { matchesPolicyPattern } from './pattern.js';
import { policyStatements } from './resource-policy.js';
import type { PolicyStatement } from './resource-policy.js';

const accountId = '111111111111';
const role = `arn:aws:iam::${accountId}:role/BackupAdmin`;
const holder = `arn:aws:backup:eu-west-1:${accountId}:backup-vault:main`;
const act: DeniedAct = {
  action: 'backup:DeleteRecoveryPoint',
  resource: 'arn:aws:ec2:eu-west-1::snapshot/snap-1',
  holder,
};
const everybody = { accountId, except: [role], organizationId: 'o-1' };

/** Principals of the account who are not excepted. */
const principals = [
  `arn:aws:iam::${accountId}:root`,
  `arn:aws:iam::${accountId}:role/Ops`,
  `arn:aws:iam::${accountId}:user/eve`,
];

const anyPrincipal = fc.constantFrom(
  '*' as const,
  { AWS: ['*'] },
  { AWS: [role] },
  { AWS: [principals[1] ?? ''] },
  { AWS: [accountId] },
  { Service: ['backup.amazonaws.com'] },
);

const anyCondition = fc.record({
  operator: fc.constantFrom(
    ...[
      'StringEquals',
      'StringLike',
      'StringNotEquals',
      'StringNotLike',
      'ArnEquals',
      'ArnNotLike',
      'arnNotEqualsIfExists',
    ],
    ...['Bool', 'ForAnyValue:StringLike', 'Null'],
  ),
  key: fc.constantFrom(
    'aws:PrincipalArn',
    'aws:principalarn',
    'aws:PrincipalAccount',
    'aws:PrincipalOrgID',
    'aws:SourceIp',
  ),
  values: fc.subarray(
    [
      '*',
      role,
      ...principals,
      accountId,
      '222222222222',
      'o-1',
      'o-2',
      'arn:aws:iam::222222222222:role/*',
      'arn:aws:iam::*:role/*',
      '${aws:username}',
    ],
    { minLength: 1, maxLength: 2 },
  ),
});

const patterns = (all: readonly string[]) => fc.subarray([...all], { minLength: 1, maxLength: 2 });
const anyActions = patterns([
  'backup:DeleteRecoveryPoint',
  'BACKUP:*',
  'backup:Delete*',
  'backup:StartRestoreJob',
  '*',
]);
const anyResources = patterns([
  '*',
  'arn:aws:ec2:*::snapshot/*',
  'arn:aws:ec2:*::snapshot/snap-?',
  holder,
  'arn:aws:s3:::b',
]);

const anyStatement: fc.Arbitrary<PolicyStatement> = fc
  .record({
    effect: fc.constantFrom('Deny', 'Deny', 'Deny', 'Allow', 'Odd'),
    who: fc.oneof(
      anyPrincipal.map((principal) => ({ principal })),
      anyPrincipal.map((notPrincipal) => ({ notPrincipal })),
    ),
    does: fc.oneof(
      anyActions.map((action) => ({ action })),
      anyActions.map((notAction) => ({ notAction })),
    ),
    to: fc.oneof(
      anyResources.map((resource) => ({ resource })),
      anyResources.map((notResource) => ({ notResource })),
    ),
    conditions: fc.array(anyCondition, { maxLength: 2 }),
  })
  .map(({ effect, who, does, to, conditions }) => ({ effect, ...who, ...does, ...to, conditions }));

const anyStatements = fc.array(anyStatement, { maxLength: 3 });
const rank = (denied: ReturnType<typeof isDenied>): number => [false, 'unknown', true].indexOf(denied);

describe('a policy', () => {
  it('lets nobody delete more for a Deny that is added, and no fewer for an Allow', () => {
    fc.assert(
      fc.property(anyStatements, anyStatement, (statements, added) => {
        const [before, after] = [statements, [...statements, added]].map((each) =>
          rank(isDenied(each, act, everybody)),
        );
        expect(after).toBeGreaterThanOrEqual(before ?? NaN);
        if (added.effect === 'Allow') expect(after).toBe(before);
      }),
    );
  });

  it('that denies an act to everybody denies it to each of them', () => {
    fc.assert(
      fc.property(anyStatements, (statements) => {
        fc.pre(isDenied(statements, act, everybody) === true);
        for (const principal of principals) expect(statements.some((each) => denies(each, principal))).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('never denies for good by a statement whose condition is not known', () => {
    const unknown = { operator: 'IpAddress', key: 'aws:SourceIp', values: ['10.0.0.0/8'] };
    fc.assert(
      fc.property(anyStatement, (statement) => {
        const doubtful = { ...statement, conditions: [...statement.conditions, unknown] };
        expect(isDenied([doubtful], act, everybody)).not.toBe(true);
      }),
    );
  });
});

/** Evaluates a statement for one principal, as AWS does; what this test does not know counts as not denied. */
function denies(statement: PolicyStatement, principal: string): boolean {
  const { effect, principal: to, notPrincipal, action, notAction, resource, notResource, conditions } = statement;
  const like = (texts: readonly string[], text: string): boolean =>
    texts.some((each) => matchesPolicyPattern(each, text));
  const lower = (texts: readonly string[]) => texts.map((text) => text.toLowerCase());
  const isNamed = to !== undefined && (to === '*' || like(to.AWS ?? [], principal));
  return (
    effect === 'Deny' &&
    notPrincipal === undefined &&
    isNamed &&
    (action === undefined || like(lower(action), act.action.toLowerCase())) &&
    (notAction === undefined || !like(lower(notAction), act.action.toLowerCase())) &&
    (resource === undefined || like(resource, act.resource)) &&
    (notResource === undefined || !like(notResource, act.resource)) &&
    conditions.every(({ operator, key, values }) => {
      const text = { 'aws:principalarn': principal, 'aws:principalaccount': accountId, 'aws:principalorgid': 'o-1' }[
        key.toLowerCase()
      ];
      const match = /^(string|arn)(not)?(equals|like)(ifexists)?$/i.exec(operator);
      if (text === undefined || match === null || values.some((value) => value.includes('$'))) return false;
      const wild = match[1]?.toLowerCase() === 'arn' || match[3]?.toLowerCase() === 'like';
      const matches = values.some((value) => (wild ? matchesPolicyPattern(value, text) : value === text));
      return matches === (match[2] === undefined);
    })
  );
}

describe('the organization of a principal', () => {
  const statement = (operator: string): PolicyStatement => ({
    effect: 'Deny',
    principal: '*',
    action: ['*'],
    resource: ['*'],
    conditions: [{ operator, key: 'aws:PrincipalOrgID', values: ['o-1'] }],
  });

  it.each([
    ['StringEquals', 'o-1', true],
    ['StringEquals', 'o-2', false],
    ['StringNotEquals', 'o-2', true],
    ['StringNotEquals', 'o-1', false],
    ['StringEquals', undefined, 'unknown'],
  ] as const)('decides by %s where it is %s', (operator, organizationId, denied) => {
    const to = { accountId, except: [], ...(organizationId !== undefined && { organizationId }) };
    expect(isDenied([statement(operator)], act, to)).toBe(denied);
  });
});

describe('policyStatements', () => {
  it('takes one value for a list of one', () => {
    const json =
      '{"Statement":{"Effect":"Deny","Principal":{"AWS":"*"},"Action":"backup:*","Resource":"*","Condition":{"Bool":{"a":true}}}}';
    expect(policyStatements(json)).toEqual([
      {
        effect: 'Deny',
        principal: { AWS: ['*'] },
        action: ['backup:*'],
        resource: ['*'],
        conditions: [{ operator: 'Bool', key: 'a', values: ['true'] }],
      },
    ]);
  });

  it.each(['', '[]', '{}', 'null', '"Deny"'])('has none in %s', (json) => {
    expect(policyStatements(json)).toBeUndefined();
  });

  it.each([
    ['no effect', { Principal: '*' }],
    ['a text for a condition', { Effect: 'Deny', Condition: 'x' }],
    ['a text for the keys of a condition', { Effect: 'Deny', Condition: { Bool: 'x' } }],
    ['a number for an action', { Effect: 'Deny', Action: 1 }],
    ['a number for a principal', { Effect: 'Deny', Principal: 1 }],
    ['a number among principals', { Effect: 'Deny', NotPrincipal: { AWS: [1] } }],
    ['null', null],
  ])('cannot read a statement with %s', (_, statement) => {
    expect(policyStatements(JSON.stringify({ Statement: [statement] }))).toEqual([
      { effect: 'unreadable', conditions: [] },
    ]);
  });
});

describe('matchesPolicyPattern', () => {
  it.each([
    ['*', '', true],
    ['?', '', false],
    ['a?c', 'abc', true],
    ['a*c', 'ac', true],
    ['a*c', 'abcb', false],
    ['*b*', 'abc', true],
    ['a', 'ab', false],
    ['', '', true],
    ['a*b*c', 'a-b-b-c', true],
  ])('%s and "%s": %s', (pattern, text, matches) => {
    expect(matchesPolicyPattern(pattern, text)).toBe(matches);
  });

  it('says what a regular expression says', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 8 });
    fc.assert(
      fc.property(texts, fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 8 }), (pattern, text) => {
        const expression = new RegExp(`^${pattern.replaceAll('*', '.*').replaceAll('?', '.')}$`);
        expect(matchesPolicyPattern(pattern, text)).toBe(expression.test(text));
      }),
    );
  });

  it('takes no longer for a pattern full of stars', () => {
    expect(matchesPolicyPattern('*a'.repeat(1000), 'a'.repeat(999) + 'b'.repeat(5000))).toBe(false);
  });
});
