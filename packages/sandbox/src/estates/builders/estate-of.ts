import { mergeScopes } from '../../world/merge.js';
import type { WorldAccount } from '../../world/place.js';
import type { World, WorldScope } from '../../world/world.js';
import type { Estate, Label } from '../estate.js';
import type { EstateInstance } from './ec2.js';
import { toLabels, type Entry } from './entry.js';
import { historyOf } from './history.js';
import { dayAt, daysAgo, hoursAfter, EVENT_HISTORY_DAYS, JOB_HISTORY_DAYS, NOW } from './moment.js';
import type { EstatePlan } from './plan.js';
import { withDisabledImages } from './image.js';
import { withPointsInServices } from './points-in-services.js';
import { restorable, restoreJob, type Restore } from './restore.js';
import type { EstateTestPlan } from './restore-testing-plan.js';
import type { EstateVault } from './vault.js';

/** The parts of an estate. */
export interface EstatePart {
  readonly entries?: readonly Entry[];
  /** The contracts about plans, vaults and accounts. */
  readonly otherLabels?: readonly Label[];
  readonly plans?: readonly EstatePlan[];
  readonly testPlans?: readonly EstateTestPlan[];
  readonly vaults?: readonly EstateVault[];
  /** The instances whose images are all disabled. */
  readonly disabledImagesOf?: readonly EstateInstance[];
  /** Settings, faults and all that is neither a resource nor about one. */
  readonly world?: readonly WorldScope[];
}

interface EstateOptions {
  readonly name: string;
  readonly title: string;
  readonly accounts: World['accounts'];
  readonly regions: readonly string[];
  readonly parts: readonly EstatePart[];
  /** Absent: that of AWS outside China. */
  readonly partition?: string;
  /** The options of rules, by their ids, under which the labels hold. */
  readonly policy?: Estate['policy'];
  /** They tested every resource that they could, unless its entry says otherwise: each resource by the first that could. */
  readonly testedBy?: readonly EstateTestPlan[];
  /** The moment that it stands at, in epoch milliseconds. Absent: that of all estates. */
  readonly now?: number;
  /** The days on which it was scanned before, counted back from the moment of all estates, the oldest first. */
  readonly scannedOn?: readonly number[];
}

/**
 * Puts an estate together. As labels come from the entries, no resource is without one. Its worlds are made when they
 * are first read: a command that shows one estate does not wait for all of them.
 */
export function estateOf(options: EstateOptions): Estate {
  const { name, title, policy = {} } = options;
  const worldNow = once(() => worldOf(options));
  const worldsBefore = once(() => earlierWorlds(options));
  const labels = once(() => entriesOf(options).flatMap(toLabels));
  const otherLabels = options.parts.flatMap((part) => part.otherLabels ?? []);
  return {
    name,
    title,
    get world() {
      return worldNow();
    },
    get earlier() {
      return worldsBefore();
    },
    get labels() {
      return labels();
    },
    otherLabels,
    policy,
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function entriesOf({ parts }: EstateOptions): readonly Entry[] {
  return parts.flatMap((part) => part.entries ?? []);
}

/** The world that its commands see. */
function worldOf(options: EstateOptions): World {
  const { accounts, regions, parts, partition = 'aws', testedBy = [], now = NOW } = options;
  const entries = entriesOf(options);
  const own = everyScope(accounts, regions);
  const contents = [
    ...parts.flatMap((part) => part.world ?? []),
    ...parts.flatMap((part) => [...(part.vaults ?? []), ...(part.plans ?? [])]).map(({ world }) => world),
    ...[...parts.flatMap((part) => part.testPlans ?? []), ...testedBy].map(({ world }) => world),
    ...entries.map(({ resource }) => resource.world),
    ...entries.flatMap(({ resource, history = [] }) => history.flatMap((each) => historyOf(resource, each, now))),
    ...entries.flatMap((entry) => restoreJobsOf(entry, testedBy, now)),
  ];
  const scopes = mergeScopes([...own, ...contents.filter((content) => own.some((scope) => isSame(scope, content)))]);
  const disabled = parts.flatMap((part) => part.disabledImagesOf ?? []);
  const finished = scopes
    .map(withCounts)
    .map(withProtectedResources)
    .map((scope) => withPointsInServices(scope, now))
    .map((scope) => withDisabledImages(scope, disabled));
  return { partition, now, accounts, regions, scopes: finished };
}

/** The worlds of the days on which it was scanned before: of them, only the restores are remembered. */
function earlierWorlds(options: EstateOptions): readonly World[] {
  const { accounts, regions, partition = 'aws', testedBy = [], scannedOn = [] } = options;
  const own = everyScope(accounts, regions);
  return scannedOn.map((day) => {
    const then = daysAgo(day).getTime();
    const restores = entriesOf(options).flatMap((entry) => restoreJobsOf(entry, testedBy, then));
    return { partition, now: then, accounts, regions, scopes: mergeScopes([...own, ...restores]) };
  });
}

/** The restores that have ended by a moment and that AWS, or the event history of CloudTrail, still shows then. */
function restoreJobsOf(
  { resource, history = [], restores }: Entry,
  testedBy: readonly EstateTestPlan[],
  now: number,
): readonly WorldScope[] {
  const jobOf = (restore: Restore): readonly WorldScope[] => {
    const ended = hoursAfter(daysAgo(restore.day), restore.hours ?? 1).getTime();
    const age = restore.day - dayAt(now);
    if (ended > now || age > EVENT_HISTORY_DAYS) return [];
    const backup = restorable(resource, history, restore);
    return backup ? [restoreJob(backup, restore, age <= JOB_HISTORY_DAYS)] : [];
  };
  if (restores) return restores.flatMap(jobOf);
  for (const by of testedBy.filter(({ types }) => types.includes(resource.type))) {
    const jobs = jobOf({ by, day: by.day, validation: 'SUCCESSFUL' });
    if (jobs.length > 0) return jobs;
  }
  return [];
}

/** Items in another account or Region are not visible: copies that went there, for instance. */
function isSame(a: WorldScope, b: WorldScope): boolean {
  return a.accountId === b.accountId && a.region === b.region;
}

function everyScope(accounts: readonly WorldAccount[], regions: readonly string[]): readonly WorldScope[] {
  return accounts.flatMap(({ id }) => regions.map((region) => ({ accountId: id, region })));
}

function withCounts(scope: WorldScope): WorldScope {
  const { vaults = [], recoveryPoints = {} } = scope;
  const counted = vaults.map((vault) => ({
    ...vault,
    NumberOfRecoveryPoints: recoveryPoints[vault.BackupVaultName ?? '']?.length ?? 0,
  }));
  return { ...scope, vaults: counted };
}

/**
 * Beside what the scope says itself, whatever has a recovery point of any status is listed with its newest one.
 * @source API ListProtectedResources
 */
function withProtectedResources(scope: WorldScope): WorldScope {
  const points = Object.values(scope.recoveryPoints ?? {}).flat();
  const oldestFirst = points.toSorted((a, b) => Number(a.CreationDate) - Number(b.CreationDate));
  const newest = new Map(oldestFirst.map((point) => [point.ResourceArn, point]));
  const protectedResources = [...newest.values()].map((point) => ({
    ResourceArn: point.ResourceArn,
    ResourceType: point.ResourceType,
    ResourceName: point.ResourceName,
    LastBackupTime: point.CreationDate,
    LastBackupVaultArn: point.BackupVaultArn,
    LastRecoveryPointArn: point.RecoveryPointArn,
  }));
  return { ...scope, protectedResources: [...protectedResources, ...(scope.protectedResources ?? [])] };
}
