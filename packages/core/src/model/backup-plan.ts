import type { Instant } from './instant.js';
import type { Scope } from './scope.js';

/**
 * The lifecycle of a recovery point. An absent field means never: no `deleteAfterDays` keeps the point forever. AWS's
 * -1 ("remove the lifecycle") is translated to absent by the collector.
 * @source API Lifecycle
 */
export interface Lifecycle {
  readonly deleteAfterDays?: number;
  readonly moveToColdStorageAfterDays?: number;
  /** The point is a temporary one, on its way to a logically air-gapped vault (`DELETE_AFTER_COPY`). */
  readonly deleteAfterCopy?: true;
}

/** @source API CopyAction */
export interface CopyAction {
  readonly destinationVaultArn: string;
  /** Absent: the copy follows the lifecycle of its source. */
  readonly lifecycle?: Lifecycle;
}

/** One rule of a backup plan. @source API BackupRule */
export interface BackupRule {
  readonly id: string;
  readonly name: string;
  readonly targetVaultName: string;
  /** As AWS gave it, `cron(0 5 ? * * *)`. AWS's default where it gave none. */
  readonly scheduleExpression: string;
  /** IANA name. */
  readonly timezone: string;
  readonly startWindowMinutes: number;
  readonly completionWindowMinutes?: number;
  readonly continuous: boolean;
  readonly lifecycle: Lifecycle;
  readonly copyActions: readonly CopyAction[];
  /** A logically air-gapped vault that the points go to. */
  readonly airGappedVaultArn?: string;
}

/** A backup plan: an intent, not a proof. @source API GetBackupPlan */
export interface BackupPlan {
  readonly scope: Scope;
  /** Ids that begin with `orgs/` belong to plans that an organization's backup policy made. */
  readonly id: string;
  readonly arn: string;
  readonly name: string;
  /** When the plan was created. Absent: not read. */
  readonly createdAt?: Instant;
  readonly rules: readonly BackupRule[];
  /** Its rules could not be read, so what it promises is not known. Absent: they were. */
  readonly unread?: true;
}

/** A tag that a resource is asked for, without AWS's optional `aws:ResourceTag/` prefix. Case sensitive. */
export interface TagCondition {
  readonly key: string;
  readonly value: string;
}

/** All of these must hold. @source API Conditions */
export interface SelectionConditions {
  readonly stringEquals: readonly TagCondition[];
  readonly stringNotEquals: readonly TagCondition[];
  /** `*` stands for any characters, anywhere in the value. */
  readonly stringLike: readonly TagCondition[];
  readonly stringNotLike: readonly TagCondition[];
}

/** Which resources a plan backs up. @source API BackupSelection */
export interface BackupSelection {
  readonly scope: Scope;
  readonly planId: string;
  readonly id: string;
  readonly name: string;
  readonly iamRoleArn: string;
  /** ARNs and ARN patterns, of which one must match. */
  readonly resources: readonly string[];
  readonly notResources: readonly string[];
  /** Tags, of which one must match. */
  readonly listOfTags: readonly TagCondition[];
  readonly conditions: SelectionConditions;
}

/**
 * The opt-ins of one account in one Region, by AWS Backup's names for resource types (they contain spaces). A type that
 * is missing is neither on nor off: AWS does not say what that means.
 * @source API DescribeRegionSettings
 */
export interface RegionSettings {
  readonly scope: Scope;
  readonly optIn: Readonly<Record<string, boolean>>;
  readonly management: Readonly<Record<string, boolean>>;
}

/** Switches of the organization, as AWS's strings. @source API DescribeGlobalSettings */
export interface GlobalSettings {
  readonly scope: Scope;
  readonly settings: Readonly<Record<string, string>>;
}
