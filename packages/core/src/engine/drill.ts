import type { Instant } from '../model/instant.js';
import { DAY } from '../model/instant.js';
import type { Inventory } from '../model/inventory.js';
import type { CopyJob, RestoreJob } from '../model/job.js';
import type { Resource } from '../model/resource.js';
import { scopeKey } from '../model/scope.js';
import { scopeOf } from '../semantics/arn.js';
import { deletionGuards } from '../semantics/deletion-guard.js';
import { survivalOf, waysBack } from '../semantics/survival/index.js';
import type { Loss, LossGrounds, Place, Survival, SurvivalEvidence } from '../semantics/survival/index.js';
import { unsupportedReason } from '../semantics/unsupported.js';
import { heldPoints, tallyUnusable } from '../semantics/usable-points.js';
import { joinInventory } from './joined-inventory.js';
import { partsSurvival } from './parts-survival.js';

/** One resource, and what is left of it after each loss. */
export interface DrilledResource {
  readonly resource: Resource;
  /** In the order of the losses; undefined where a loss does not strike the resource. */
  readonly survivals: readonly (Survival | undefined)[];
  /** The longest of its last three successful restores, in milliseconds; undefined: none is known. */
  readonly restoreMs: number | undefined;
}

export interface DrillOptions {
  readonly losses: readonly Loss[];
  /** The moment of the loss. */
  readonly now: Instant;
  /** Resources that are left out. */
  readonly excluded?: ReadonlySet<string> | undefined;
}

/**
 * Works out what is left of each resource after each loss, from evidence alone: nothing is started or changed. Resources
 * that AWS Backup cannot back up are left out.
 */
export function* drill(
  inventory: Inventory,
  { losses, now, excluded = new Set() }: DrillOptions,
): Generator<DrilledResource> {
  const { gather, gaps, relationsOf, find } = joinInventory(inventory);
  const held = heldPoints(inventory.legalHolds);
  const grounds = groundsOf(inventory, now);
  const scanned = new Set(inventory.scopes.map(scopeKey));
  const views = new Set(
    inventory.vaults.flatMap(({ arn, vaultType }) => (vaultType === 'RESTORE_ACCESS_BACKUP_VAULT' ? arn : [])),
  );
  const isView = (vaultArn: string): boolean => views.has(vaultArn);

  const ownWays = (resource: Resource, from?: Instant) => {
    const [points, nativeBackups] = [gather.recoveryPoints(resource), gather.nativeBackups(resource)];
    const backups = { resource, points, nativeBackups, backupJobs: gather.backupJobs(resource), isView };
    return waysBack(from === undefined ? backups : { ...backups, from }, now, held);
  };
  const isUnread = (resource: Resource): boolean =>
    gaps.of(resource, 'recoveryPoints').length > 0 ||
    gaps.of(resource, 'nativeBackups').length > 0 ||
    (gaps.of(resource, 'legalHolds').length > 0 &&
      tallyUnusable(gather.recoveryPoints(resource), now, held).has('past-deletion'));

  const evidenceOf = (resource: Resource): SurvivalEvidence & RestoresSeen => {
    const related = relationsOf(resource).filter(({ kind, halted }) => kind !== 'parts' && halted === undefined);
    const others = related.flatMap(({ resource: other, since }) =>
      other === undefined || since === 'unread' ? [] : [{ other, since }],
    );
    return {
      resource,
      ways: [ownWays(resource), ...others.map(({ other, since }) => ownWays(other, since))].flat(),
      replicas: gather.replicas(resource).flatMap(({ sourceArn, replicaArn }) => {
        const replica = sourceArn === resource.arn && replicaArn !== undefined ? find(replicaArn) : undefined;
        return replica === undefined ? [] : [replica];
      }),
      unread: isUnread(resource) || others.length < related.length || others.some(({ other }) => isUnread(other)),
      unscanned: gather.copyJobs(resource).flatMap((job) => unscannedCopy(job, scanned, now)),
      ...restoresOf(gather.restoreJobs(resource)),
    };
  };

  for (const resource of inventory.resources) {
    if (excluded.has(resource.arn) || unsupportedReason(resource) !== undefined) continue;
    const evidence = evidenceOf(resource);
    const volumes = relationsOf(resource).flatMap(({ kind, resource: part }) =>
      kind === 'parts' && part ? [part] : [],
    );
    const ofVolumes = volumes.map((volume) => ({ ...evidenceOf(volume), ways: ownWays(volume) }));
    const survivals = losses.map((loss) => {
      if (!strikes(loss, resource, evidence)) return undefined;
      const own = survivalOf(evidence, loss, grounds);
      if (own.status === 'survives' || ofVolumes.length === 0) return own;
      return partsSurvival(
        own,
        ofVolumes.map((each) => survivalOf(each, loss, grounds)),
      );
    });
    yield { resource, survivals, restoreMs: evidence.longestMs };
  }
}

function groundsOf(inventory: Inventory, now: Instant): LossGrounds {
  const { vaults, vaultPolicies, backupKeys, encryptionKeys, accounts } = inventory;
  const managers = new Map([...encryptionKeys, ...backupKeys].map(({ arn, managedByAws }) => [arn, managedByAws]));
  return {
    now,
    guards: deletionGuards(vaults, vaultPolicies, now),
    managedByAws: (keyArn) => managers.get(keyArn),
    organization: accounts.length === 0 ? undefined : new Set(accounts.map(({ accountId }) => accountId)),
  };
}

/** Returns true if a loss concerns a resource: a loss of a place those in it, a loss of a key what it encrypts. */
function strikes(loss: Loss, { accountId, region, encryptionKeyArn }: Resource, { ways }: SurvivalEvidence): boolean {
  switch (loss.kind) {
    case 'region':
      return loss.region === undefined || loss.region === region;
    case 'account':
    case 'hostile-admin':
      return loss.accountId === undefined || loss.accountId === accountId;
    case 'key':
      return encryptionKeyArn === loss.keyArn || ways.some(({ keyArn }) => keyArn === loss.keyArn);
    case 'deletion':
    case 'late':
    case 'organization':
      return true;
  }
}

const RESTORES_COUNTED = 3;

/** The points that were restored successfully, and the longest of the last restores; undefined: none is known. */
interface RestoresSeen {
  readonly restored: ReadonlySet<string>;
  readonly longestMs: number | undefined;
}

/** Finds the points of a resource that were restored successfully, and how long that took. The jobs are newest first. */
function restoresOf(jobs: readonly RestoreJob[]): RestoresSeen {
  const good = jobs.filter(
    ({ status, validationStatus = 'SUCCESSFUL' }) => status === 'COMPLETED' && validationStatus === 'SUCCESSFUL',
  );
  const times = good.flatMap(({ createdAt, completedAt }) =>
    completedAt === undefined ? [] : [completedAt - createdAt],
  );
  const last = times.slice(0, RESTORES_COUNTED);
  return {
    restored: new Set(good.flatMap(({ recoveryPointArn }) => recoveryPointArn ?? [])),
    longestMs: last.length === 0 ? undefined : Math.max(...last),
  };
}

/** The place of a copy that the scan did not look at, unless its lifecycle has ended. */
function unscannedCopy(job: CopyJob, scanned: ReadonlySet<string>, now: Instant): readonly Place[] {
  const { state, createdAt, destinationVaultArn, destinationLifecycle } = job;
  const place = scopeOf(destinationVaultArn);
  if (state !== 'COMPLETED' || place === undefined || scanned.has(scopeKey(place))) return [];
  const days = destinationLifecycle?.deleteAfterDays;
  return days !== undefined && createdAt + days * DAY <= now ? [] : [place];
}
