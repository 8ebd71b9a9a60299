import type { Instant, IsoInstant } from '../model/instant.js';
import type { JobOrigin, RestoreJob } from '../model/job.js';
import type { Resource } from '../model/resource.js';
import type { Scope } from '../model/scope.js';
import type { EvidenceKind } from '../rule/evidence-kind.js';
import { scopeOf } from '../semantics/arn.js';
import type { JoinedInventory } from './joined-inventory.js';
import type { PointDigest, pointDigester } from './point-digest.js';

const RESTORES_TOLD = 3;

/** A restore job, in short. */
export interface RestoreInBrief {
  readonly id: string;
  /** When it was created, ISO 8601. */
  readonly at: IsoInstant;
  /** `test`: a restore-testing plan started it. */
  readonly kind: 'test' | 'onDemand';
  /** The call of its service that restored it without AWS Backup. Absent: AWS Backup did. */
  readonly nativeCall?: string;
  readonly status: string;
  readonly validationStatus?: string;
  /** From its creation to its completion. */
  readonly durationMs?: number;
  /** Where it ran. */
  readonly accountId: string;
  readonly region: string;
  readonly origin?: JobOrigin;
}

/** The evidence about one judged resource that a run keeps, whatever the verdicts: enough to draw it. */
export interface Protection extends PointDigest {
  readonly arn: string;
  /** Its account and Region, where its ARN does not name them. */
  readonly home?: Pick<Scope, 'accountId' | 'region'>;
  /** Its newest restores, newest first. */
  readonly restores: readonly RestoreInBrief[];
  /** The ARNs of the instances whose backups hold it too. */
  readonly hosts?: readonly string[];
  /** The kinds of evidence that were not read completely: there may be more. */
  readonly unread?: readonly EvidenceKind[];
}

/** Works out the protection of a resource, as of the moment of the digests. */
export function protectionMaker(
  { gather, gaps, relationsOf }: JoinedInventory,
  digest: ReturnType<typeof pointDigester>,
): (resource: Resource) => Protection {
  return (resource) => {
    const hosts = relationsOf(resource).flatMap(({ kind, resource: host }) =>
      kind === 'host' && host ? [host.arn] : [],
    );
    const unread = TOLD_KINDS.filter((kind) => gaps.of(resource, kind).length > 0);
    return {
      arn: resource.arn,
      ...(scopeOf(resource.arn) === undefined && {
        home: { accountId: resource.accountId, region: resource.region },
      }),
      ...digest(resource, gather.recoveryPoints(resource), gather.nativeBackups(resource)),
      restores: gather.restoreJobs(resource).slice(0, RESTORES_TOLD).map(inBrief),
      ...(hosts.length > 0 && { hosts }),
      ...(unread.length > 0 && { unread }),
    };
  };
}

const TOLD_KINDS = ['recoveryPoints', 'restoreJobs'] as const satisfies readonly EvidenceKind[];

/** A restore job in short. */
export function inBrief(job: RestoreJob): RestoreInBrief {
  const { id, createdAt, completedAt, status, nativeCall, validationStatus, restoreTestingPlanArn, scope, origin } =
    job;
  return {
    id,
    at: iso(createdAt),
    kind: restoreTestingPlanArn === undefined ? 'onDemand' : 'test',
    status,
    ...(nativeCall !== undefined && { nativeCall }),
    ...(validationStatus !== undefined && { validationStatus }),
    ...(completedAt !== undefined && { durationMs: completedAt - createdAt }),
    accountId: scope.accountId,
    region: scope.region,
    ...(origin !== undefined && { origin }),
  };
}

function iso(instant: Instant): string {
  return new Date(instant).toISOString();
}
