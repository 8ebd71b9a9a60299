import type { KeptInBin } from '../recycle-bin-rule.js';
import type { RelationKind } from '../relation.js';
import type { Capability } from './capability.js';

/**
 * Everything that distinguishes one resource type from another. `Shape` is the form of its resources in the model. Its
 * functions are methods, so that the descriptor of a type is one of all resources: `descriptorOf` gives each its own.
 */
export interface TypeDescriptor<Shape> {
  /** AWS Backup's own name for it, which is also its key among the opt-ins of a Region. @source API DescribeRegionSettings */
  readonly type: string;
  /** Its names in a sentence: `S3 bucket`, `S3 buckets`. */
  readonly label: { readonly one: string; readonly many: string };
  readonly arns: readonly ArnForm[];
  readonly optIn: OptInFacts<Shape>;
  /** The kinds that differ in what AWS Backup can do for them. The first that applies counts; the last applies to all. */
  readonly variants: readonly TypeVariant<Shape>[];
  /** The reasons for which AWS Backup cannot back up a resource although it supports the type, by id; the first counts. */
  readonly unsupported: Readonly<Record<string, UnsupportedCase<Shape>>>;
  readonly requirements: readonly Requirement<Shape>[];
  /** The relations that its resources may have, and the types of the others. */
  readonly relations: Readonly<Partial<Record<RelationKind, readonly string[]>>>;
  /** The kinds of native backup that are looked for, by mechanism, in the order in which they are named. */
  readonly nativeBackups: Readonly<Record<string, NativeBackupFacts>>;
  /** The kinds of replication, by mechanism. */
  readonly replications: Readonly<Record<string, ReplicationFacts>>;
  /** Policies of Data Lifecycle Manager may target its resources. */
  readonly lifecyclePolicies: boolean;
  /** Its backups are these things of EC2, which locks of snapshots and Recycle Bin may keep; false: they are none. */
  readonly keptByEc2: KeptInBin | false;
  /** A stopped one makes no backups, and its data cannot change. */
  readonly restsWhenStopped: boolean;
  /** It groups resources that are judged themselves, so it is judged only if a backup plan selects it. */
  readonly onlyIfSelected: boolean;
}

/** A form of ARN. @source Service Authorization Reference */
export interface ArnForm {
  /** The service, as ARNs name it: `elasticfilesystem`. */
  readonly service: string;
  /** The last part, with the names of what varies in braces: `volume/{id}`. */
  readonly resource: string;
  /** Absent: the ARN names its account and Region. */
  readonly scopeless?: true;
  /** AWS Config's name for these resources. Absent: it does not record them. @source API ResourceType of AWS Config */
  readonly configType?: string;
}

/** The dependence of a type on the opt-in of its Region. @source Developer Guide, assigning-resources-json, getting-started */
export interface OptInFacts<Shape> {
  /** It counts however a selection names the resource. */
  readonly always: boolean;
  /** Returns true if the ARN has the form of another type's too, so that a pattern does not name the type. */
  sharesArn?(resource: Shape): boolean;
  /** Returns true if AWS does not document which opt-in counts for the resource. */
  isAssumed?(resource: Shape): boolean;
}

/** The state of a switch in the settings of a Region. `unknown`: the settings do not name the type. */
export type Switch = 'on' | 'off' | 'unknown';

/** The switches of a type in its Region. @source API DescribeRegionSettings */
export interface TypeSwitches {
  readonly optIn: Switch;
  readonly management: Switch;
}

/** A kind of resource that differs in what AWS Backup can do for it. */
export interface TypeVariant<Shape> {
  readonly name: string;
  /** Absent: it applies to all that are left. */
  applies?(resource: Shape, switches: TypeSwitches): boolean;
  readonly can: Capability;
  /** The differences in Regions that an account has to opt in to. @source Developer Guide, backup-feature-availability */
  readonly inOptInRegions?: Partial<Capability>;
}

export interface UnsupportedCase<Shape> {
  /** The reason as a clause: `RDS Custom is not supported`. */
  readonly meaning: string;
  applies(resource: Shape): boolean;
}

/** A setting of a resource without which AWS Backup makes no backup of it. */
export interface Requirement<Shape> {
  /** Its name in a sentence: `versioning`. */
  readonly setting: string;
  /** Undefined: it was not read. */
  isMet(resource: Shape): boolean | undefined;
}

/** The facts about a kind of native backup. */
export interface NativeBackupFacts {
  /** Its name in a sentence, in the plural. */
  readonly name: string;
  /**
   * `automatic`: made regularly, without a request for each. `manual`: somebody has to take each. `versions`: the
   * service keeps what is overwritten or deleted, object by object; it reports no restorable time.
   */
  readonly made: 'automatic' | 'manual' | 'versions';
  /** It can restore any moment of its window, not only the moments at which backups were made. */
  readonly continuous: boolean;
  /** They lie in another Region than the resource. Absent: they lie with it. */
  readonly inAnotherRegion?: true;
  /** The time that its first backup may take after it was enabled. Absent: nothing announces it. */
  readonly firstWithin?: number;
  /**
   * The effect of deleting the resource by the call's own defaults. `stays`: all backups stay. `goes`: none does.
   * `last-moment`: one backup of the moment before the deletion, for 35 days.
   * @source the call that deletes the resource: API DeleteDBInstance, DeleteDBCluster, DeleteFileSystem, DeleteCluster,
   * DeleteNamespace, DeleteBucket, DeleteVolume; DynamoDB Developer Guide, pointintimerecovery-howitworks; RDS User Guide,
   * USER_DeleteInstance
   */
  readonly afterDeletion: 'stays' | 'goes' | 'last-moment';
}

export interface ReplicationFacts {
  /** Its name in a sentence. */
  readonly name: string;
  /** The relation of the replica to what it follows. */
  readonly relation: 'source' | 'peer';
}
