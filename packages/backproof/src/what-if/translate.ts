import { toPlan, toSelection } from '@backproof/aws';
import { buildArn, defined, schemaFaults, scopeOf } from '@backproof/core';
import type { BackupPlan, ProposedPlans, Scope, Vault } from '@backproof/core';
import { faultText } from '../config/yaml-source.js';
import { isRecord } from '../is-record.js';
import { PLAN_SCHEMA, SELECTION_SCHEMA } from './api-schema.js';
import type { RawPlan, RawProposal, RawSelection, RawVault } from './raw-proposal.js';
import { firstUnresolved } from './unresolved.js';

type ApiPlan = NonNullable<Parameters<typeof toPlan>[1]['BackupPlan']>;
type ApiSelection = NonNullable<Parameters<typeof toSelection>[1]['BackupSelection']>;

/** The file that a proposal was read from, and the scope of what names none. */
export interface ProposalFile {
  readonly path: string;
  readonly scope: Scope;
  readonly inRegion: (region: string) => Scope;
}

const ANSWER = { $metadata: {} };

/**
 * Translates a proposal as a scan translates AWS's answers. What is not known before it is applied is left open.
 * @throws RangeError if a plan or selection does not have the form of AWS's API; it has the place
 */
export function translated({ plans, selections, vaults, deleted }: RawProposal, file: ProposalFile): ProposedPlans {
  const scopes = new Map(plans.map((raw) => [raw.id, scopeOfPlan(raw, file)]));
  const found = selections.map((raw) => selectionOf(raw, file, scopes));
  return {
    plans: plans.map((raw) => planOf(raw, file)),
    selections: found.flatMap(({ selection }) => selection ?? []),
    openSelections: found.flatMap(({ open }) => open ?? []),
    vaults: vaults.flatMap((raw) => vaultOf(raw, file) ?? []),
    deleted: new Set(deleted),
  };
}

/** A state that AWS does not have: the engine takes what it does not know for a reason not to be sure. */
const NOT_KNOWN = 'NOT_KNOWN_BEFORE_IT_IS_APPLIED';

function vaultOf({ name, region, lock }: RawVault, { scope: anywhere, inRegion }: ProposalFile): Vault | undefined {
  if (typeof name !== 'string') return undefined;
  const scope = region === undefined ? anywhere : inRegion(region);
  const arn = buildArn({ ...scope, service: 'backup', resource: `backup-vault:${name}` });
  const vault = { scope, arn, name, vaultType: 'BACKUP_VAULT', recoveryPointCount: 0 } as const;
  if (lock === undefined) return { ...vault, state: 'AVAILABLE' };
  if (firstUnresolved(lock) !== undefined) return { ...vault, state: NOT_KNOWN };
  const days = (of: unknown) => (typeof of === 'number' && of > 0 ? of : undefined);
  const bounds = defined({
    ...{ minRetentionDays: days(lock.minRetentionDays), maxRetentionDays: days(lock.maxRetentionDays) },
  });
  return { ...vault, state: 'AVAILABLE', lock: bounds };
}

function scopeOfPlan({ arn, region }: RawPlan, { scope, inRegion }: ProposalFile): Scope {
  const place = arn === undefined ? undefined : scopeOf(arn);
  if (place !== undefined)
    return { partition: arn?.split(':')[1] ?? scope.partition, accountId: place.accountId, region: place.region };
  return region === undefined ? scope : inRegion(region);
}

function planOf(raw: RawPlan, file: ProposalFile): BackupPlan & { readonly why?: string } {
  const { place, id, plan } = raw;
  const scope = scopeOfPlan(raw, file);
  const arn = raw.arn ?? buildArn({ ...scope, service: 'backup', resource: `backup-plan:${id}` });
  const open = firstUnresolved(plan);
  if (open !== undefined) {
    const name = isRecord(plan) && typeof plan.BackupPlanName === 'string' ? plan.BackupPlanName : id;
    return { scope, id, arn, name, rules: [], unread: true, why: `${file.path}: ${place}: ${open}` };
  }
  if (!isPlan(plan)) throw faultIn(place, PLAN_SCHEMA, plan);
  return toPlan(scope, { ...ANSWER, BackupPlanId: id, BackupPlanArn: arn, BackupPlan: plan }, undefined);
}

function selectionOf(
  { place, id, planId, region, selection }: RawSelection,
  { path, scope: anywhere, inRegion }: ProposalFile,
  scopes: ReadonlyMap<string, Scope>,
): {
  readonly selection?: ProposedPlans['selections'][number];
  readonly open?: ProposedPlans['openSelections'][number];
} {
  const scope = scopes.get(planId ?? '') ?? (region === undefined ? anywhere : inRegion(region));
  // The role does not decide which resources are selected.
  const content = isRecord(selection) ? { ...selection, IamRoleArn: 'not known' } : selection;
  const name = isRecord(selection) && typeof selection.SelectionName === 'string' ? selection.SelectionName : place;
  const open = planId === undefined ? 'BackupPlanId: not known' : firstUnresolved(content);
  if (open !== undefined) return { open: { scope, planId: planId ?? '', name, why: `${path}: ${place}: ${open}` } };
  if (!isSelection(content)) throw faultIn(place, SELECTION_SCHEMA, content);
  const answer = { ...ANSWER, BackupPlanId: planId, SelectionId: id ?? place, BackupSelection: content };
  return { selection: toSelection(scope, answer) };
}

function isPlan(value: unknown): value is ApiPlan {
  return schemaFaults(PLAN_SCHEMA, value).length === 0;
}

function isSelection(value: unknown): value is ApiSelection {
  return schemaFaults(SELECTION_SCHEMA, value).length === 0;
}

function faultIn(place: string, schema: object, value: unknown): RangeError {
  const [fault] = schemaFaults(schema, value);
  return new RangeError(`${place}: ${fault === undefined ? 'is not valid' : faultText(fault)}`);
}
