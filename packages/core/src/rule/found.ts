import type { GoneResource, ExpiredPoints, KeptTwice, UnjudgedFailure } from '../model/leftovers.js';
import type { TestingObstacle } from '../semantics/restore-testing-reach.js';

/** Evidence that is found by going through the resources of an account and Region. No resource has it itself. */
export interface FoundByKind {
  /** The resources that a backup plan assigns. Of a vault, an account or a restore-testing plan: none. */
  readonly planReach: PlanReach;
  /** The recovery points that a restore-testing plan may restore. Of all others: none. */
  readonly testReach: TestReach;
  /** The resources of an account that a plan would assign by a tag, if their type was opted in. */
  readonly optedOut: readonly OptedOut[];
  /** The leftovers in a vault, or of an account in its Region. */
  readonly leftovers: ScopeLeftovers;
  /** The backup jobs of an account for resources that no rule judges. */
  readonly failingJobs: FailingJobs;
}

/** The resources that a backup plan assigns. */
export interface PlanReach {
  /** The number of selections that it has. */
  readonly selections: number;
  /** The number of resources that the scan listed and the plan assigns. */
  readonly assigned: number;
  /** The number of those that it may assign: their tags or an opt-in are unknown. */
  readonly doubtful: number;
  /** The number of resources that it has backed up in the last 31 days and that the scan did not list. */
  readonly unlisted: number;
  /** The resource that it comes closest to assigning. Absent: it comes close to none, or assigns some. */
  readonly nearest?: NearestMiss;
}

/** A resource that a selection nearly assigns. */
export interface NearestMiss {
  readonly resourceArn: string;
  readonly name: string;
  /** The name of the selection. */
  readonly selection: string;
  /** The reason why it does not, as a sentence. */
  readonly why: string;
  /** The lower, the closer. */
  readonly distance: number;
}

/** The recovery points that a restore-testing plan may restore. */
export interface TestReach {
  /** The number of its selections. */
  readonly selections: number;
  /** The number of resources with recovery points that its selections name. */
  readonly named: number;
  /** True if it can pick a recovery point of one of them. */
  readonly able: boolean;
  /** The number of those of which it may pick a recovery point that is in a status that this version does not know. */
  readonly doubtful: number;
  /** The reasons why it can pick none, each with the number of resources. */
  readonly obstacles: Readonly<Partial<Record<TestingObstacle, number>>>;
}

/** Resources that a plan would assign by a tag, if their type was opted in. */
export interface OptedOut {
  readonly accountId: string;
  readonly region: string;
  /** The opt-in that is off. */
  readonly setting: string;
  readonly planArn: string;
  readonly plan: string;
  readonly resources: number;
  /** The first of them by its ARN. */
  readonly example: string;
}

/** The backup jobs of an account for resources that no rule judges. */
export interface FailingJobs {
  readonly failing: readonly UnjudgedFailure[];
  /** The number of resources whose last job is in a state that this version does not know: it may have failed. */
  readonly doubtful: number;
}

/** The leftovers in a vault, or of an account in its Region. */
export interface ScopeLeftovers {
  readonly gone: readonly GoneResource[];
  readonly expired: readonly ExpiredPoints[];
  readonly keptTwice: readonly KeptTwice[];
}
