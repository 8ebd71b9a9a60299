import type { Instant } from '../model/instant.js';
import type { Resource } from '../model/resource.js';
import { scopeOf } from '../semantics/arn.js';
import { capabilityOf } from '../semantics/capability.js';
import { recoverySteps } from '../semantics/recovery-step.js';
import type { RecoveryStep } from '../semantics/recovery-step.js';
import { mayHoldMore, survivalCommon, survivalEvidence, survivalOf } from '../semantics/survival/index.js';
import type { BackupsRead, Loss, RestoresSeen, Survival, SurvivalEvidence } from '../semantics/survival/index.js';
import type { JoinedInventory } from './joined-inventory.js';
import { partsSurvival } from './parts-survival.js';

/** One resource, and what is left of it after each loss. */
export interface DrilledResource {
  readonly resource: Resource;
  /** In the order of the losses; undefined where a loss does not strike the resource. */
  readonly survivals: readonly (Survival | undefined)[];
  /** In the order of the losses: the steps each of which alone would let it survive, the one to prefer first. */
  readonly steps: readonly (readonly RecoveryStep[])[];
  /** The longest of its last three successful restores, in milliseconds; undefined: none is known. */
  readonly restoreMs: number | undefined;
}

/** The evidence of which a part that was not read leaves something unknown. */
const READ = [
  'recoveryPoints',
  'nativeBackups',
  'lockedSnapshots',
  'recycleBinRules',
  'disabledImages',
  'copyJobs',
  'legalHolds',
] as const;

/**
 * Finds what is left of a resource after each loss, from evidence alone; undefined for one that AWS Backup cannot back up.
 */
export function survivalFinder(
  { inventory, find, gather, gaps, relationsOf }: JoinedInventory,
  losses: readonly Loss[],
  now: Instant,
): (resource: Resource) => DrilledResource | undefined {
  const common = survivalCommon(inventory, { now, losses, placeOf: (arn) => find(arn) ?? scopeOf(arn) });
  const unreadOf = (resource: Resource) => READ.filter((kind) => gaps.of(resource, kind).length > 0);
  const readOf = (resource: Resource, from?: Instant, restored = resource): BackupsRead => ({
    resource,
    ...(from !== undefined && { evidenceFrom: from }),
    recoveryPoints: gather.recoveryPoints(resource),
    nativeBackups: gather.nativeBackups(resource),
    lockedSnapshots: gather.lockedSnapshots(resource),
    backupJobs: gather.backupJobs(resource),
    copyJobs: gather.copyJobs(resource),
    restoreJobs: gather.restoreJobs(restored),
    replicas: gather.replicas(resource),
    unread: unreadOf(resource),
  });
  const evidenceFrom = (...of: Parameters<typeof readOf>) => survivalEvidence(readOf(...of), common);

  /** The others whose backups contain or feed a resource, and whether more of these may hold survivors. */
  const backersOf = (resource: Resource) => {
    const related = relationsOf(resource).filter(({ kind, halted }) => kind !== 'parts' && halted === undefined);
    const known = related.flatMap(({ resource: other, since }) =>
      other === undefined || since === 'unread' ? [] : [{ other, since }],
    );
    // A source that is not known may have backups that hold its data, too.
    const isUnread = known.length < related.length || gaps.of(resource, 'replicas').length > 0;
    return {
      known,
      unread:
        isUnread ||
        known.some(({ other }) =>
          mayHoldMore({ unread: unreadOf(other), recoveryPoints: gather.recoveryPoints(other) }, common),
        ),
    };
  };
  const evidenceOf = (resource: Resource): SurvivalEvidence & RestoresSeen => {
    const own = evidenceFrom(resource);
    const { known, unread } = backersOf(resource);
    const others = known.flatMap(({ other, since }) => evidenceFrom(other, since, resource).ways);
    return { ...own, ways: [...own.ways, ...others], unread: own.unread || unread };
  };
  const evidenceOfVolume = (volume: Resource): SurvivalEvidence => {
    const own = evidenceFrom(volume);
    return { ...own, unread: own.unread || backersOf(volume).unread };
  };

  return (resource) => {
    const capability = capabilityOf(resource, gather.regionSettings(resource));
    if (!capability.supported) return undefined;
    const evidence = evidenceOf(resource);
    const volumes = relationsOf(resource).flatMap(({ kind, resource: part }) =>
      kind === 'parts' && part ? [part] : [],
    );
    let gathered: readonly SurvivalEvidence[] | undefined;
    // Most instances survive by themselves.
    const ofVolumes = () => (gathered ??= volumes.map(evidenceOfVolume));
    const survivals = losses.map((loss) => {
      if (!strikes(loss, resource, evidence)) return undefined;
      const own = survivalOf(evidence, loss, common.grounds);
      if (own.status === 'survives' || volumes.length === 0) return own;
      return partsSurvival(
        own,
        ofVolumes().map((each) => survivalOf(each, loss, common.grounds)),
      );
    });
    const steps = losses.map((loss, index) => {
      const left = survivals[index];
      return left ? recoverySteps({ loss, left, evidence, resource, capability, grounds: common.grounds }) : [];
    });
    return { resource, survivals, steps, restoreMs: evidence.longestMs };
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
