import type { KeptInBin, RecycleBinRule } from '../../model/recycle-bin-rule.js';
import { groupBy } from '../../model/group-by.js';
import { descriptorOf } from '../../model/resource.js';
import type { Resource } from '../../model/resource.js';
import { scopeKey } from '../../model/scope.js';
import { parseArn } from '../arn.js';
import type { Place } from './place.js';

/**
 * Returns for how many days Recycle Bin keeps a snapshot or image after its deletion, by a rule that cannot be deleted
 * first; undefined: no such rule applies.
 */
export type BinDays = (place: Place, kept: KeptInBin) => number | undefined;

/**
 * Indexes the rules of Recycle Bin. An image can be restored from the bin only with its snapshots, so both must be kept;
 * of several rules the longest counts.
 *
 * @source Amazon EBS User Guide, recycle-bin-factors, recycle-bin-lock
 */
export function binDays(rules: readonly RecycleBinRule[]): BinDays {
  const locked = groupBy(
    rules.filter((rule) => rule.locked),
    ({ scope, keeps }) => `${scopeKey(scope)} ${keeps}`,
  );
  const longest = (place: Place, keeps: KeptInBin): number => {
    const days = locked.get(`${scopeKey(place)} ${keeps}`)?.map(({ retentionDays }) => retentionDays) ?? [];
    return Math.max(0, ...days);
  };
  return (place, kept) => {
    const snapshots = longest(place, 'EBS_SNAPSHOT');
    const days = kept === 'EBS_SNAPSHOT' ? snapshots : Math.min(snapshots, longest(place, 'EC2_IMAGE'));
    return days === 0 ? undefined : days;
  };
}

/** The kind of thing in EC2 that a recovery point is; undefined: it is none of EC2's. */
export function pointInEc2(arn: string): KeptInBin | undefined {
  const { service, resource = '' } = parseArn(arn) ?? {};
  if (service !== 'ec2') return undefined;
  return resource.startsWith('image/') ? 'EC2_IMAGE' : 'EBS_SNAPSHOT';
}

/** The kind of thing in EC2 that the native backups of a resource are; undefined: they are none of EC2's. */
export function nativeInEc2(resource: Pick<Resource, 'type'>): KeptInBin | undefined {
  return descriptorOf(resource).keptByEc2 || undefined;
}

/** The evidence about Recycle Bin. */
export interface Bins {
  readonly binDays: BinDays;
  /** Locks of snapshots, or rules of Recycle Bin, could not all be read. */
  readonly locksUnread: boolean;
}

/** For how long Recycle Bin keeps a backup of a kind of EC2's in a place: see `WayBack`. */
export function keptInBin(
  { binDays, locksUnread }: Bins,
  place: Place,
  kept: KeptInBin | undefined,
): number | 'unread' | undefined {
  if (kept === undefined) return undefined;
  return binDays(place, kept) ?? (locksUnread ? 'unread' : undefined);
}
