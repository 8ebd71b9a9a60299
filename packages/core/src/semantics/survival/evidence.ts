import type { BackupKey } from '../../model/backup-key.js';
import type { NativeBackup, Replica } from '../../model/evidence.js';
import { DAY } from '../../model/instant.js';
import type { Instant } from '../../model/instant.js';
import type { Inventory } from '../../model/inventory.js';
import type { BackupJob, CopyJob, RestoreJob } from '../../model/job.js';
import type { RecoveryPoints } from '../../model/recovery-point.js';
import type { LockedSnapshot } from '../../model/locked-snapshot.js';
import type { Resource } from '../../model/resource.js';
import { scopeKey } from '../../model/scope.js';
import { scopeOf } from '../arn.js';
import { deletionGuards } from '../deletion-guard.js';
import { keyFault } from '../key-fault.js';
import type { KeyFault } from '../key-fault.js';
import { heldPoints, tallyUnusable } from '../usable-points.js';
import type { HeldPoints } from '../usable-points.js';
import type { LossGrounds } from './fate.js';
import type { Loss } from './loss.js';
import type { Place } from './place.js';
import { binDays } from './recycle-bin.js';
import type { BinDays } from './recycle-bin.js';
import { restoresSeen } from './restores-seen.js';
import type { RestoresSeen } from './restores-seen.js';
import type { SurvivalEvidence } from './survival.js';
import { waysBack } from './ways-back.js';

/** The evidence about the backups of one resource: the part of a dossier that its survival rests on. */
export interface BackupsRead {
  readonly resource: Resource;
  /** Backups of before do not contain what is asked about. */
  readonly evidenceFrom?: Instant;
  readonly recoveryPoints: RecoveryPoints;
  readonly nativeBackups: readonly NativeBackup[];
  readonly lockedSnapshots: readonly LockedSnapshot[];
  readonly backupJobs: readonly BackupJob[];
  readonly copyJobs: readonly CopyJob[];
  readonly restoreJobs: readonly RestoreJob[];
  readonly replicas: readonly Replica[];
  /** The kinds of these, `legalHolds`, `recycleBinRules` and `disabledImages`, that could not all be read. */
  readonly unread: readonly string[];
}

/** The facts that the survival of all resources of a scan rests on. */
export interface SurvivalCommon {
  /** The losses that are asked about. */
  readonly losses: readonly Loss[];
  readonly grounds: LossGrounds;
  readonly held: HeldPoints;
  readonly binDays: BinDays;
  /** The ARNs of the images that are disabled. */
  readonly disabledImages: ReadonlySet<string>;
  /** Returns true for a vault that only gives access to the points of another one: it keeps nothing itself. */
  readonly isView: (vaultArn: string) => boolean;
  /** Returns the place of a vault that the scan did not look at; undefined: it did, or the place is not known. */
  readonly unscannedPlace: (vaultArn: string) => Place | undefined;
  /** The place of a resource. Undefined: it is not known. */
  readonly placeOf: (arn: string) => Place | undefined;
}

/** The question that is asked of all resources. */
export interface Asking {
  readonly now: Instant;
  readonly losses: readonly Loss[];
  /** Absent: the place that an ARN names, which those of buckets do not. */
  readonly placeOf?: SurvivalCommon['placeOf'];
}

/** Works out, once for all resources, what their survival rests on. */
export function survivalCommon(
  common: Pick<
    Inventory,
    | 'scopes'
    | 'vaults'
    | 'vaultPolicies'
    | 'backupKeys'
    | 'encryptionKeys'
    | 'legalHolds'
    | 'recycleBinRules'
    | 'disabledImages'
    | 'vaultApprovals'
    | 'accounts'
  >,
  { now, losses, placeOf = scopeOf }: Asking,
): SurvivalCommon {
  const { scopes, vaults, vaultPolicies, backupKeys, encryptionKeys, legalHolds, accounts } = common;
  const managers = new Map([...encryptionKeys, ...backupKeys].map(({ arn, managedByAws }) => [arn, managedByAws]));
  const faults = keyFaults(backupKeys);
  const teams = new Map(common.vaultApprovals.map(({ vaultArn, teamArn }) => [vaultArn, teamArn ?? 'none']));
  const views = new Set(
    vaults.flatMap(({ arn, vaultType }) => (vaultType === 'RESTORE_ACCESS_BACKUP_VAULT' ? arn : [])),
  );
  const scanned = new Set(scopes.map(scopeKey));
  const places = new Map<string, Place | undefined>();
  const unscannedPlace = (vaultArn: string): Place | undefined => {
    const place = scopeOf(vaultArn);
    return place === undefined || scanned.has(scopeKey(place)) ? undefined : place;
  };
  return {
    losses,
    grounds: {
      now,
      guards: deletionGuards(vaults, vaultPolicies, now),
      teamOf: (vaultArn) => teams.get(vaultArn),
      managedByAws: (keyArn) => managers.get(keyArn),
      faultOf: (keyArn) => faults.get(keyArn),
      organization: accounts.length === 0 ? undefined : new Set(accounts.map(({ accountId }) => accountId)),
    },
    held: heldPoints(legalHolds),
    binDays: binDays(common.recycleBinRules),
    disabledImages: new Set(common.disabledImages.map(({ arn }) => arn)),
    isView: (vaultArn) => views.has(vaultArn),
    unscannedPlace: (vaultArn) => {
      if (!places.has(vaultArn)) places.set(vaultArn, unscannedPlace(vaultArn));
      return places.get(vaultArn);
    },
    placeOf,
  };
}

/**
 * The keys that do not work. Where KMS finds none of the keys of an account and Region, it is more likely that it does not
 * find what is there.
 */
function keyFaults(keys: readonly BackupKey[]): ReadonlyMap<string, KeyFault> {
  const found = new Set(keys.flatMap(({ scope, state }) => (state === 'NotFound' ? [] : scopeKey(scope))));
  return new Map(
    keys.flatMap((key) => {
      const isFound = found.has(scopeKey(key.scope));
      const fault = isFound ? keyFault(key) : ({ kind: 'unknown-state' } as const);
      return fault === undefined ? [] : [[key.arn, fault] as const];
    }),
  );
}

/** The kinds of evidence that may hold a survivor that nothing else shows. */
const MAY_HOLD_SURVIVORS: readonly string[] = ['recoveryPoints', 'nativeBackups', 'copyJobs'];

/** Gathers what the survival of one resource rests on: its own backups, not those of what contains or feeds it. */
export function survivalEvidence(read: BackupsRead, common: SurvivalCommon): SurvivalEvidence & RestoresSeen {
  const { resource, recoveryPoints: points, nativeBackups, lockedSnapshots, backupJobs, unread, evidenceFrom } = read;
  const { grounds, losses, held, binDays, disabledImages, isView, placeOf } = common;
  const locksUnread = unread.includes('lockedSnapshots') || unread.includes('recycleBinRules');
  const backups = {
    ...{ resource, points, nativeBackups, lockedSnapshots, backupJobs, binDays, locksUnread, isView, disabledImages },
    imagesUnread: unread.includes('disabledImages'),
  };
  const { now, guards } = grounds;
  const restores = restoresSeen(read.restoreJobs);
  const asked = { now, losses, guards, restored: restores.restored };
  return {
    resource,
    ways: waysBack(evidenceFrom === undefined ? backups : { ...backups, from: evidenceFrom }, now, held, asked),
    replicas: read.replicas.flatMap(({ sourceArn, replicaArn }) => {
      const place = sourceArn === resource.arn && replicaArn !== undefined ? placeOf(replicaArn) : undefined;
      return place === undefined || replicaArn === undefined
        ? []
        : [{ accountId: place.accountId, region: place.region, arn: replicaArn }];
    }),
    unread: mayHoldMore(read, common),
    ...(unread.includes('lockedSnapshots') && { locksUnread: true }),
    unscanned: unscannedCopies(read.copyJobs, common),
    ...restores,
  };
}

/** Returns true if something was not read that may hold a survivor of a resource. */
export function mayHoldMore(
  { unread, recoveryPoints }: Pick<BackupsRead, 'unread' | 'recoveryPoints'>,
  { grounds: { now }, held }: SurvivalCommon,
): boolean {
  if (unread.some((kind) => MAY_HOLD_SURVIVORS.includes(kind))) return true;
  return unread.includes('legalHolds') && tallyUnusable(recoveryPoints, now, held).has('past-deletion');
}

/** The places of copies that the scan did not look at, unless their lifecycle has ended. */
function unscannedCopies(
  jobs: readonly CopyJob[],
  { unscannedPlace, grounds: { now } }: SurvivalCommon,
): readonly Place[] {
  const places: Place[] = [];
  for (const { state, createdAt, destinationVaultArn, destinationLifecycle } of jobs) {
    const days = destinationLifecycle?.deleteAfterDays ?? Infinity;
    if (state !== 'COMPLETED' || createdAt + days * DAY <= now) continue;
    const place = unscannedPlace(destinationVaultArn);
    if (place !== undefined) places.push(place);
  }
  return places;
}
