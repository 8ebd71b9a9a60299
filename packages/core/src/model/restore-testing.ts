import type { Instant } from './instant.js';
import type { Scope } from './scope.js';
import type { TagCondition } from './backup-plan.js';

/** A plan to restore points and throw the result away: an intent. @source API GetRestoreTestingPlan */
export interface RestoreTestingPlan {
  readonly scope: Scope;
  readonly arn: string;
  readonly name: string;
  readonly scheduleExpression: string;
  readonly timezone: string;
  readonly lastExecutedAt?: Instant;
  readonly algorithm: string;
  readonly recoveryPointTypes: readonly string[];
  readonly includeVaults: readonly string[];
  readonly excludeVaults: readonly string[];
  readonly selectionWindowDays: number;
}

/** Which resources' points such a plan may restore. @source API GetRestoreTestingSelection */
export interface RestoreTestingSelection {
  readonly scope: Scope;
  readonly planName: string;
  readonly name: string;
  readonly resourceType: string;
  /** ARNs, or `*`. */
  readonly resourceArns: readonly string[];
  /** Matched against the tags of the latest recovery point, not of the resource. */
  readonly stringEquals: readonly TagCondition[];
  readonly stringNotEquals: readonly TagCondition[];
  readonly validationWindowHours: number;
}
