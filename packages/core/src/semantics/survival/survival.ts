import type { Instant } from '../../model/instant.js';
import { fateOf } from './fate-of.js';
import type { Fate, LossGrounds, LostResource, RestoreStep, Why } from './fate.js';
import type { Loss } from './loss.js';
import type { Place } from './place.js';
import type { WayBack } from './way-back.js';

/** The effect of a loss on a resource. */
export type Survival =
  /** It can be restored. */
  | {
      readonly status: 'survives';
      /** The survivor that restores the newest moment. */
      readonly way: WayBack;
      /** The time between that moment and the loss, or for a late one the corruption, in milliseconds. */
      readonly rpoMs: number;
      readonly oldest: Instant;
      /** When the last survivor is deleted; undefined: that is not planned for one of them. */
      readonly until: Instant | undefined;
      readonly needs: readonly RestoreStep[];
      /** There may be a newer survivor: something could not be read, or is not documented. */
      readonly atLeast: boolean;
      /** The newest moment of a survivor that somebody restored successfully; undefined: none was. */
      readonly restoredMoment: Instant | undefined;
    }
  /** It can be restored if somebody acts before a moment. */
  | {
      readonly status: 'at-risk';
      readonly way: WayBack;
      readonly until: Instant;
      readonly why: Why;
      /** There may be another survivor: something could not be read, or is not documented. */
      readonly atLeast: boolean;
    }
  /** The data lives on in a replica, which cannot go back in time. */
  | { readonly status: 'follows'; readonly replicaArn: string }
  /** Nothing is left. */
  | { readonly status: 'lost'; readonly why: Why | 'nothing' }
  /** It is not known if anything is left. */
  | { readonly status: 'unknown'; readonly why: Why | 'unread' };

/** The evidence about one resource. */
export interface SurvivalEvidence {
  readonly resource: LostResource;
  /** All ways back, its own and those of what contains or feeds it. */
  readonly ways: readonly WayBack[];
  /** Its replicas, where they are known to be. */
  readonly replicas: readonly (Place & { readonly arn: string })[];
  /** Something that could hold survivors was not read. */
  readonly unread: boolean;
  /** Locked snapshots, which nothing else shows to be locked, were not all read. Absent: they were. */
  readonly locksUnread?: true;
  /** The places of copies that the scan did not look at. */
  readonly unscanned: readonly Place[];
  /** The recovery points that were restored successfully. */
  readonly restored: ReadonlySet<string>;
}

/** Works out what is left of a resource after a loss. Evidence that is missing never makes it safe, and never lost. */
export function survivalOf(evidence: SurvivalEvidence, loss: Loss, grounds: LossGrounds): Survival {
  const fates = evidence.ways.map((way) => fateOf(way, loss, evidence.resource, grounds));
  const doubts = fates.filter((fate) => fate.kind === 'unknown');
  const stay = fates.filter((fate) => fate.kind === 'stays');
  const newest = newestOf(stay);
  const mayBeLocked = loss.kind === 'hostile-admin' && evidence.locksUnread === true;
  const isElsewhere = evidence.unscanned.some((place) => !isStruck(place, loss, evidence.resource));
  const isUnread = evidence.unread || mayBeLocked || isElsewhere;
  if (newest !== undefined) {
    const lostAt = loss.kind === 'late' ? grounds.now - loss.foundAfterMs : grounds.now;
    const ends = stay.map(({ way }) => way.until);
    return {
      status: 'survives',
      way: newest.way,
      rpoMs: lostAt - newest.way.newest,
      oldest: Math.min(...stay.map(({ way }) => way.oldest ?? way.newest)),
      until: ends.includes(undefined) ? undefined : Math.max(...ends.map((end = Infinity) => end)),
      needs: newest.needs,
      restoredMoment: newestOf(stay.filter(({ way }) => evidence.restored.has(way.arn)))?.way.newest,
      atLeast: isUnread || doubts.some(({ way }) => way.newest > newest.way.newest || loss.kind === 'late'),
    };
  }
  const atRisk = newestOf(fates.filter((fate) => fate.kind === 'at-risk'));
  if (atRisk !== undefined) {
    const { way, until, why } = atRisk;
    return { status: 'at-risk', way, until, why, atLeast: isUnread || doubts.length > 0 };
  }
  const doubt = newestOf(doubts);
  if (doubt !== undefined) return { status: 'unknown', why: doubt.why };
  if (isUnread) return { status: 'unknown', why: 'unread' };
  const replicaArn = followerOf(evidence, loss);
  if (replicaArn !== undefined) return { status: 'follows', replicaArn };
  const allGone = fates.filter((fate) => fate.kind === 'gone');
  const gone = newestOf(allGone.filter(({ why }) => KEPT_BACK.includes(why))) ?? newestOf(allGone);
  return { status: 'lost', why: gone?.why ?? 'nothing' };
}

/** Reasons that are not of the loss: one step now, and the backup survives it. */
const KEPT_BACK: readonly Why[] = ['key-unusable', 'image-disabled'];

function newestOf<F extends Fate>(fates: readonly F[]): F | undefined {
  return fates.reduce<F | undefined>(
    (newest, fate) => (newest && newest.way.newest >= fate.way.newest ? newest : fate),
    undefined,
  );
}

/** A replica outside of the lost place. Of other losses it repeats what happened to its source. */
function followerOf({ resource, replicas }: SurvivalEvidence, loss: Loss): string | undefined {
  if (loss.kind !== 'region' && loss.kind !== 'account') return undefined;
  return replicas.find((replica) => !isStruck(replica, loss, resource))?.arn;
}

/** Returns true if everything in a place is lost. */
function isStruck({ accountId, region }: Place, loss: Loss, home: Place): boolean {
  if (loss.kind === 'region') return region === (loss.region ?? home.region);
  return loss.kind === 'account' && accountId === (loss.accountId ?? home.accountId);
}
