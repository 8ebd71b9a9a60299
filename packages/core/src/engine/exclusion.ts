import type { ResourceMatch } from '../config/resource-match.js';
import { descriptorOf } from '../model/resource.js';
import type { Ec2Instance, Resource, ResourceType } from '../model/resource.js';
import { isRestoreTestResource } from '../semantics/restore-test-resource.js';
import { hasVanished } from '../semantics/vanished.js';
import { matchResource } from './matching.js';

/** Reasons for which a resource is not judged unless the scan includes it: machines that are replaced, not restored. */
export const EPHEMERAL_REASONS = ['auto-scaling', 'spot', 'instance-store', 'service-managed'] as const;

export type EphemeralReason = (typeof EPHEMERAL_REASONS)[number];

/** The reason why a resource is not judged. The run counts and names each one that is left out. */
export type ExclusionReason =
  | EphemeralReason
  | 'region-not-scanned'
  | 'restore-test-leftover'
  | 'cluster-member'
  | 'being-created'
  | 'being-deleted'
  | 'vanished'
  | 'not-in-a-plan'
  | 'not-selected'
  | 'excluded-by-user';

/** The reasons in words: what the resources are that are not judged. */
export const EXCLUSION_NAMES: Readonly<Record<ExclusionReason, string>> = {
  'auto-scaling': 'instances of an Auto Scaling group, and their volumes',
  spot: 'Spot Instances, and their volumes',
  'instance-store': 'instances with an instance store root volume, and their volumes',
  'service-managed': 'instances that an AWS service manages, and their volumes',
  'region-not-scanned': 'in Regions that were not scanned',
  'restore-test-leftover': 'resources that a restore test left behind',
  'cluster-member': 'members of a database cluster, which is judged as a whole',
  'being-created': 'resources that are being created',
  'being-deleted': 'resources that are being deleted',
  vanished: 'resources that were deleted during the scan',
  'not-in-a-plan': 'CloudFormation stacks that no backup plan selects; their resources are judged',
  'not-selected': 'not among the selected types or tags',
  'excluded-by-user': 'excluded by the configuration',
};

/** Resources that a user leaves out, and why. */
export interface UserExclusion {
  readonly match: ResourceMatch;
  readonly reason: string;
}

/** The reason why a resource is not judged, with the user's own words where a user excluded it. */
export interface Exclusion {
  readonly reason: ExclusionReason;
  readonly userReason?: string;
}

/** Which resources a scan judges. What is left out of it is still read: it may be another resource's evidence. */
export interface Subjects {
  /** Only these types. */
  readonly types?: readonly ResourceType[];
  /** Only resources that carry all of these tags; a value of undefined asks for the key alone. */
  readonly tags?: readonly { readonly key: string; readonly value?: string }[];
  readonly include?: readonly EphemeralReason[];
  /** Not these. The first one that matches gives the reason. */
  readonly exclude?: readonly UserExclusion[];
}

/** The parts of an inventory that determine whether a resource is judged. */
interface Surroundings {
  readonly find: (arn: string) => Resource | undefined;
  /** Returns true unless the account of a resource was scanned, but not in the resource's Region. */
  readonly isScanned: (resource: Resource) => boolean;
  /** Returns true if a selection means this volume: by its exact ARN, or by a tag that it has. */
  readonly isMeant: (resource: Resource) => boolean;
  /** Returns true if a selection of a backup plan matches the resource, or may match it. */
  readonly mayBeInPlan: (resource: Resource) => boolean;
  /** Returns true if a selection of a backup plan matches the resource. */
  readonly isInPlan: (resource: Resource) => boolean;
}

/** Finds the reason why a resource is not judged; undefined if it is judged. */
export function exclusionOf(resource: Resource, subjects: Subjects, around: Surroundings): Exclusion | undefined {
  if (!around.isScanned(resource)) return { reason: 'region-not-scanned' };
  if (isRestoreTestResource(resource)) return { reason: 'restore-test-leftover' };
  if ('form' in resource && resource.form === 'clusterMember') return { reason: 'cluster-member' };
  const { state } = resource;
  if (state?.is === 'creating') return { reason: 'being-created' };
  if (hasVanished(state)) return { reason: 'vanished' };
  if (state?.is === 'deleting') return { reason: 'being-deleted' };
  if (descriptorOf(resource).onlyIfSelected && !around.mayBeInPlan(resource)) return { reason: 'not-in-a-plan' };
  const ephemeral = ephemeralReason(resource, around);
  if (ephemeral !== undefined && !subjects.include?.includes(ephemeral)) return { reason: ephemeral };
  if (!isSelected(resource, subjects)) return { reason: 'not-selected' };
  // A resource of which it cannot be told stays in: leaving it out would hide it.
  const byUser = subjects.exclude?.find(({ match }) => matchResource(resource, match) === 'yes');
  return byUser && { reason: 'excluded-by-user', userReason: byUser.reason };
}

/**
 * A volume shares the fate of the instances that it is attached to, if it is deleted with them and nothing says that it
 * is data: no selection means it, and no claim of Kubernetes made it.
 */
function ephemeralReason(resource: Resource, around: Surroundings): EphemeralReason | undefined {
  if (resource.type === 'EC2') return reasonOfInstance(resource);
  return fateOf(resource, around, (deleteOnTermination) => deleteOnTermination === true);
}

/**
 * Returns true if it is not known whether a resource is to be judged: no plan is known to select it, which is judged only if
 * one does, or it is a volume whose instances are left out, and an inventory of an earlier schema does not show whether it
 * is deleted with them.
 */
export function isFateUnread(resource: Resource, subjects: Subjects, around: Surroundings): boolean {
  if (descriptorOf(resource).onlyIfSelected) return !around.isInPlan(resource);
  const reason = fateOf(resource, around, (deleteOnTermination) => deleteOnTermination !== false);
  return reason !== undefined && !(subjects.include ?? []).includes(reason);
}

function fateOf(
  resource: Resource,
  { find, isMeant }: Surroundings,
  isShared: (deleteOnTermination: boolean | undefined) => boolean,
): EphemeralReason | undefined {
  if (resource.type !== 'EBS' || isClaimed(resource)) return undefined;
  const reasons = resource.attachments.map(({ instanceArn, deleteOnTermination }) => {
    const instance = find(instanceArn);
    return isShared(deleteOnTermination) && instance?.type === 'EC2' ? reasonOfInstance(instance) : undefined;
  });
  const [reason] = reasons;
  return reasons.includes(undefined) || reason === undefined || isMeant(resource) ? undefined : reason;
}

function reasonOfInstance(instance: Ec2Instance): EphemeralReason | undefined {
  if (instance.managedBy !== undefined) return 'service-managed';
  if (instance.autoScalingGroup !== undefined) return 'auto-scaling';
  if (instance.spot) return 'spot';
  return instance.rootDevice === 'instance-store' ? 'instance-store' : undefined;
}

/** Tags of volumes that were made for a claim. @source Kubernetes, EBS CSI driver: tagging; in-tree provisioner */
const CLAIM_TAGS = ['kubernetes.io/created-for/pvc/name', 'kubernetes.io/created-for/pv/name', 'CSIVolumeName'];

function isClaimed({ tags = {} }: Resource): boolean {
  return CLAIM_TAGS.some((key) => Object.hasOwn(tags, key));
}

function isSelected({ type, tags }: Resource, subjects: Subjects): boolean {
  if (subjects.types !== undefined && !subjects.types.includes(type)) return false;
  // A resource whose tags could not be read stays in: leaving it out would hide it.
  if (subjects.tags === undefined || tags === undefined) return true;
  return subjects.tags.every(
    ({ key, value }) => Object.hasOwn(tags, key) && (value === undefined || tags[key] === value),
  );
}
