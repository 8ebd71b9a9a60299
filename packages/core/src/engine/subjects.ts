import type { Inventory } from '../model/inventory.js';
import { parseArn, buildArn } from '../semantics/arn.js';
import type { Resource } from '../model/resource.js';
import type { Scope } from '../model/scope.js';
import type { SubjectByKind } from '../rule/dossier.js';
import type { SubjectKind } from '../rule/subject-kind.js';
import type { OutcomeSubject } from './outcome.js';

/** A thing that is judged and is no resource. */
export type ScopeSubject = {
  readonly [Kind in Exclude<SubjectKind, 'resource'>]: {
    readonly kind: Kind;
    readonly value: SubjectByKind[Kind];
    readonly ref: OutcomeSubject;
  };
}[Exclude<SubjectKind, 'resource'>];

/** The vaults, plans and accounts of an inventory, each as a subject. */
export function scopeSubjects(inventory: Inventory): readonly ScopeSubject[] {
  const { vaults, backupPlans, restoreTestingPlans, scopes } = inventory;
  return [
    ...vaults.map((value) => ({ kind: 'vault', value, ref: named('Backup vault', value) }) as const),
    ...backupPlans
      .filter(({ unread }) => !unread)
      .map((value) => ({ kind: 'plan', value, ref: named('Backup plan', value) }) as const),
    ...restoreTestingPlans.map(
      (value) => ({ kind: 'plan', value, ref: named('Restore testing plan', value) }) as const,
    ),
    ...scopes.map((value) => ({ kind: 'account', value, ref: accountRef(value) }) as const),
  ];
}

/** The reference of a resource in outcomes. */
export function subjectOf({ accountId, arn, name, region, type }: Resource): OutcomeSubject {
  return { accountId, arn, name, region, type };
}

interface Named {
  readonly scope: Scope;
  readonly arn: string;
  readonly name: string;
}

function named(type: OutcomeSubject['type'], { scope, arn, name }: Named): OutcomeSubject {
  return { accountId: scope.accountId, arn, name, region: scope.region, type };
}

/** An account is known by the ARN of its root: one subject in each Region. */
function accountRef({ partition, accountId, region }: Scope): OutcomeSubject {
  const arn = buildArn({ partition, service: 'iam', region: '', accountId, resource: 'root' });
  return { accountId, arn, name: accountId, region, type: 'Account' };
}

/** The identity of a finding's subject: its ARN, and for an account also its Region. */
export function identityOf({ arn, region }: OutcomeSubject): string {
  return parseArn(arn)?.service === 'iam' ? `${arn}\n${region}` : arn;
}
