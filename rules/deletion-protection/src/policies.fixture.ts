import { home } from '@backproof/testing';
import type { Stories, Story } from '@backproof/testing';
import { CALLS, denial, disk, point, policy } from './estate.fixture.js';

const role = 'arn:aws:iam::111111111111:role/BackupAdmin';
const root = 'arn:aws:iam::111111111111:root';
const [deletion = '', ...detours] = CALLS;

/** A volume whose only recovery point lies in an unlocked vault with a policy of these statements. */
function story(name: string, message: string, statements: readonly object[], options?: object): Story {
  return {
    name,
    given: { resource: disk, recoveryPoints: [point], vaultPolicies: [policy(...statements)] },
    message,
    data: { vault: 'main' },
    ...(options && { options }),
  };
}

const except = (operator: string, arn: string) => ({ Condition: { [operator]: { 'aws:PrincipalArn': [arn] } } });

/** Stories of access policies of vaults. */
export const policies: Stories = {
  pass: [
    story('a policy denies everybody everything', 'denied-by-policy', [denial()]),
    story('it names everybody as AWS does', 'denied-by-policy', [denial({ Principal: { AWS: '*' } })]),
    story('it takes two statements', 'denied-by-policy', [
      denial({ Action: deletion, Resource: point.arn }),
      denial({ Action: detours }),
    ]),
    story('it denies all but reading', 'denied-by-policy', [
      denial({ Action: undefined, NotAction: ['backup:Describe*', 'backup:List*', 'backup:Get*'] }),
    ]),
    story('its condition is met by everybody of the account', 'denied-by-policy', [
      denial({ Condition: { StringEquals: { 'aws:PrincipalAccount': home.accountId } } }),
    ]),
    story('whom it lets through is of another account', 'denied-by-policy', [
      denial(except('ArnNotLike', 'arn:aws:iam::222222222222:role/*')),
    ]),
    story('whom it lets through may, by the options', 'denied-by-policy', [denial(except('StringNotEquals', role))], {
      exceptPrincipals: [role],
    }),
    story('an Allow beside it changes nothing', 'denied-by-policy', [denial(), denial({ Effect: 'Allow' })]),
  ],
  fail: [
    story('a policy denies the deletion alone', 'policy-can-be-replaced', [denial({ Action: deletion })]),
    story('it denies all but the change of the policy', 'policy-can-be-replaced', [
      denial({ Action: CALLS.slice(0, 3) }),
    ]),
    story('it lets a role through', 'unlocked', [denial(except('ArnNotEquals', role))]),
    story('it lets whoever it does not name through', 'unlocked', [denial(except('ArnEquals', role))]),
    story('a value without wildcards is met by nobody', 'unlocked', [denial(except('StringEquals', '*'))]),
    story('it denies one role', 'unlocked', [denial({ Principal: { AWS: role } })]),
    story('it denies all but one role', 'unlocked', [
      denial({ Principal: undefined, NotPrincipal: { AWS: [role, root] } }),
    ]),
    story('it is about other recovery points', 'unlocked', [denial({ Resource: 'arn:aws:ec2:*:*:snapshot/other-*' })]),
    story('it is about everybody of another account', 'unlocked', [
      denial({ Condition: { StringEquals: { 'aws:PrincipalAccount': '222222222222' } } }),
    ]),
    story('it allows no more than copies', 'unlocked', [
      { Effect: 'Allow', Principal: '*', Action: 'backup:CopyIntoBackupVault', Resource: '*' },
    ]),
  ],
  unknown: [
    story('a condition asks for the second factor', 'policy-undecided', [
      denial({ Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } } }),
    ]),
    story('a condition asks for an organization', 'policy-undecided', [
      denial({ Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } } }),
    ]),
    story('a condition has a variable', 'policy-undecided', [
      denial(except('ArnNotLike', 'arn:aws:iam::*:role/${aws:x}')),
    ]),
    story('it names the vault and not what lies in it', 'policy-undecided', [
      denial({ Resource: 'arn:aws:backup:*:*:backup-vault:*' }),
    ]),
    story('it denies the account as a whole', 'policy-undecided', [denial({ Principal: { AWS: root } })]),
    story(
      'it denies all but a role that may',
      'policy-undecided',
      [denial({ Principal: undefined, NotPrincipal: { AWS: [role, root] } })],
      { exceptPrincipals: [role] },
    ),
    story('two statements may deny it to everybody together', 'policy-undecided', [
      denial(except('ArnNotEquals', role)),
      denial(except('ArnEquals', role)),
    ]),
    story('it has an effect that policies do not have', 'policy-undecided', [denial({ Effect: 'Forbid' })]),
    {
      name: 'it is not JSON',
      given: {
        resource: disk,
        recoveryPoints: [point],
        vaultPolicies: [{ ...policy(), policy: 'Deny' }],
      },
      message: 'policy-undecided',
    },
  ],
};
