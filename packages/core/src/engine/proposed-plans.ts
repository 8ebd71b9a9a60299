import type { BackupPlan, BackupSelection } from '../model/backup-plan.js';
import { deepFreeze } from '../model/deep-freeze.js';
import type { Inventory } from '../model/inventory.js';
import { compare } from '../model/order.js';
import type { Gap, Population } from '../model/population.js';
import { IDENTITIES } from '../model/record-kind.js';
import { sameScope, scopeKey } from '../model/scope.js';
import type { Scope } from '../model/scope.js';
import type { Vault } from '../model/vault.js';

/** A selection whose resources or conditions are not known before it is applied: it may assign any resource of its scope. */
export interface OpenSelection {
  readonly scope: Scope;
  readonly planId: string;
  readonly name: string;
  /** The reason, as a clause with the file and the place. */
  readonly why: string;
}

/** A change of backup plans that is not applied yet. */
export interface ProposedPlans {
  /** Plans that are new, or replace one of the same id or name. Unread: their rules are not known before they are applied. */
  readonly plans: readonly (BackupPlan & { readonly why?: string })[];
  /** Selections that are new, or replace one of the same id, or of the same plan and name. */
  readonly selections: readonly BackupSelection[];
  readonly openSelections: readonly OpenSelection[];
  /** Vaults that are created with the plans. */
  readonly vaults: readonly Vault[];
  /** The ids of plans and selections that are deleted. */
  readonly deleted: ReadonlySet<string>;
}

/** The operations of AWS Backup that would return what a proposal leaves open. */
const OPERATIONS = { plan: 'backup:GetBackupPlan', selection: 'backup:GetBackupSelection' } as const;

/** The code of a gap whose value is known only once a change is applied. */
const CODE = 'NotKnownBeforeItIsApplied';

/**
 * Returns the inventory as it would be with a proposal: its plans and selections are replaced or joined. What a proposal
 * leaves open becomes a gap, so that everything that rests on it is unknown.
 */
export function withProposal(inventory: Inventory, proposed: ProposedPlans): Inventory {
  const { deleted } = proposed;
  const kept = inventory.backupPlans.filter(({ id }) => !deleted.has(id));
  const planned = proposed.plans.map(({ why: _, ...plan }) => ({ plan, replaced: kept.find(isReplacedBy(plan)) }));
  const idOf = new Map(planned.map(({ plan, replaced }) => [plan.id, replaced?.id ?? plan.id]));
  const plans = planned.map(({ plan, replaced }): BackupPlan =>
    replaced === undefined
      ? plan
      : { ...replaced, name: plan.name, rules: plan.rules, ...(plan.unread && { unread: true }) },
  );
  const backupPlans = [...kept.filter((known) => !planned.some(({ replaced }) => replaced === known)), ...plans];
  const isOfPlan = new Set(backupPlans.map(({ scope, id }) => `${scopeKey(scope)} ${id}`));
  const named = <T extends { readonly planId: string }>(selection: T): T => ({
    ...selection,
    planId: idOf.get(selection.planId) ?? selection.planId,
  });
  const [selections, open] = [proposed.selections.map(named), proposed.openSelections.map(named)];
  const isSuperseded = (known: BackupSelection): boolean =>
    deleted.has(known.id) ||
    selections.some((each) => isSameSelection(each, known) || each.id === known.id) ||
    open.some((each) => isSameSelection(each, known));
  const backupSelections = [
    ...inventory.backupSelections.filter((known) => !isSuperseded(known)),
    ...selections,
  ].filter(({ scope, planId }) => isOfPlan.has(`${scopeKey(scope)} ${planId}`));
  return {
    ...inventory,
    backupPlans: inOrder(backupPlans, IDENTITIES.backupPlans),
    backupSelections: inOrder(backupSelections, IDENTITIES.backupSelections),
    vaults: inOrder(
      [
        ...inventory.vaults,
        ...proposed.vaults.filter(({ arn }) => !inventory.vaults.some((vault) => vault.arn === arn)),
      ],
      IDENTITIES.vaults,
    ),
    populations: inOrder(
      populationsWith(inventory, proposed, { backupPlans, backupSelections, open }),
      IDENTITIES.populations,
    ),
  };
}

function isReplacedBy({ scope, id, name }: BackupPlan): (known: BackupPlan) => boolean {
  return (known) => sameScope(known.scope, scope) && (known.id === id || known.name === name);
}

type NamedSelection = Pick<BackupSelection, 'scope' | 'planId' | 'name'>;

function isSameSelection(a: NamedSelection, b: NamedSelection): boolean {
  return sameScope(a.scope, b.scope) && a.planId === b.planId && a.name === b.name;
}

function inOrder<T>(records: readonly T[], identity: (record: T) => string): readonly T[] {
  return deepFreeze(records.toSorted((a, b) => compare(identity(a), identity(b))));
}

/** The populations of the inventory, with one for the selections of each new plan, and the gaps of what is left open. */
function populationsWith(
  { populations, backupPlans: known }: Inventory,
  { plans, vaults }: ProposedPlans,
  after: Pick<Inventory, 'backupPlans' | 'backupSelections'> & { readonly open: readonly OpenSelection[] },
): readonly Population[] {
  const isKnown = new Set(known.map(({ arn }) => arn));
  const added: Population[] = [
    ...after.backupPlans.flatMap(({ scope, arn, id }): Population[] => {
      const count = after.backupSelections.filter((each) => sameScope(each.scope, scope) && each.planId === id).length;
      return isKnown.has(arn) ? [] : [{ ...READ_IN_FULL, kind: 'backupSelections', scope, of: arn, count }];
    }),
    ...vaults.flatMap(({ scope, arn }): Population[] =>
      populations.some(({ kind, of }) => kind === 'recoveryPoints' && of === arn)
        ? []
        : [{ ...READ_IN_FULL, kind: 'recoveryPoints', scope, of: arn, count: 0 }],
    ),
  ];
  return [...populations, ...added].map((population) => {
    const gaps = [
      ...plans.flatMap((plan) => (plan.unread ? gapsOfPlan(population, plan, after.backupPlans) : [])),
      ...after.open.flatMap((each) => gapsOfSelection(population, each, after.backupPlans)),
    ];
    return gaps.reduce(withGap, population);
  });
}

const READ_IN_FULL = { status: 'complete', pages: 0 } as const;

function gapsOfPlan(
  { kind, scope }: Population,
  { name, why = 'its rules are not known', ...plan }: BackupPlan & { readonly why?: string },
  plans: readonly BackupPlan[],
): readonly Gap[] {
  if (kind !== 'backupPlans' || !sameScope(scope, plan.scope)) return [];
  const resources = plans
    .filter((each) => sameScope(each.scope, plan.scope) && each.name === name)
    .map(({ arn }) => arn);
  return [{ operation: OPERATIONS.plan, code: CODE, message: why, item: `plan ${name}`, resources }];
}

function gapsOfSelection(
  { kind, scope, of }: Population,
  { planId, name, why, ...selection }: OpenSelection,
  plans: readonly BackupPlan[],
): readonly Gap[] {
  const plan = plans.find((each) => sameScope(each.scope, selection.scope) && each.id === planId);
  // A selection of a plan that is not known, either, may add to any.
  const isOfIt = plan === undefined ? kind === 'backupPlans' : kind === 'backupSelections' && of === plan.arn;
  if (!isOfIt || !sameScope(scope, selection.scope)) return [];
  return [{ operation: OPERATIONS.selection, code: CODE, message: why, item: `selection ${name}` }];
}

function withGap(population: Population, gap: Gap): Population {
  if (population.status === 'complete') return { ...population, status: 'partial', gaps: [gap] };
  return { ...population, gaps: [...population.gaps, gap] };
}
