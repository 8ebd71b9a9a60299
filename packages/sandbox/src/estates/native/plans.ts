import type { Entry } from '../builders/entry.js';
import { daily, plan } from '../builders/plan.js';
import type { EstateResource } from '../builders/resource.js';
import type { Restore } from '../builders/restore.js';
import { vault } from '../builders/vault.js';
import { production } from '../company.js';

const { ireland, frankfurt } = production;

export const vaults = [vault(ireland, 'main'), vault(frankfurt, 'main')] as const;

const selections = [{ SelectionName: 'everything', Resources: ['*'] }];

export const irelandPlan = plan(ireland, { name: 'daily', rules: [daily(35, vaults[0])], selections });
export const frankfurtPlan = plan(frankfurt, { name: 'daily', rules: [daily(35, vaults[1])], selections });

type Claim = NonNullable<NonNullable<Entry['and']>['restore-test']>;

/** A resource that is backed up every day, with the verdict on its restores. */
export function backedUp(resource: EstateResource, claim: Claim, restores: readonly Restore[] = []): Entry {
  const own = resource.scope === frankfurt ? frankfurtPlan : irelandPlan;
  return {
    resource,
    history: [{ plan: own, since: 100 }],
    restores,
    expect: 'backed-up',
    why: 'its newest point is from this morning',
    and: { 'restore-test': claim },
  };
}
