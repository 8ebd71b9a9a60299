import type { Instant } from './instant.js';
import type { PopulationKind } from './population-kind.js';
import type { Scope } from './scope.js';

/** The reason why something could not be read, with the way out. */
export interface Gap {
  /** `backup:ListRecoveryPointsByBackupVault` */
  readonly operation: string;
  /** AWS's error code, or the network's: `AccessDeniedException`, `ECONNREFUSED`. */
  readonly code: string;
  readonly message: string;
  /** The IAM action that is missing, where access was denied. */
  readonly iamAction?: string;
  /** The one item of a list that could not be read, the others could: `DBInstanceIdentifier orders`. */
  readonly item?: string;
  /**
   * The ARNs of the resources that it is about, in order; that of a backup plan stands for those that the plan may
   * assign. Absent: it may be about any.
   */
  readonly resources?: readonly string[];
  readonly requestId?: string;
  readonly httpStatus?: number;
}

/** A gap as outcomes name it: thousands of them need not name the resources of each other. */
export function withoutResources({ resources: _, ...gap }: Gap): Gap {
  return gap;
}

/** The gaps of a population that may be about any resource. */
export function gapsAboutAny(population: Population): readonly Gap[] {
  return gapsOf(population).filter(({ resources }) => resources === undefined);
}

/** The reasons why a population may lack something. */
export function gapsOf(population: Population): readonly Gap[] {
  return population.status === 'complete' ? [] : population.gaps;
}

interface PopulationBase {
  readonly kind: PopulationKind;
  readonly scope: Scope;
  /** Which part of the kind: a resource type (`resources`, `tags`, `nativeBackups`, `replicas`) or a vault's ARN (`recoveryPoints`). */
  readonly of?: string;
  readonly count: number;
  readonly pages: number;
  /** Recovery points: those that were created before were not asked for. Absent: all were. */
  readonly createdAfter?: Instant;
  /** The ARNs of the resources whose recovery points were all asked for nevertheless. Absent: none. */
  readonly readInFull?: readonly string[];
  /** Words of AWS about its items that this version does not know. The items count: rules answer unknown where a word decides. */
  readonly unknownWords?: readonly UnknownWord[];
}

/** A word that AWS added since. */
export interface UnknownWord {
  /** `backup:ListRestoreJobs`; for the state of a resource the service alone. */
  readonly operation: string;
  /** The member that has it: `ValidationStatus`. */
  readonly field: string;
  readonly word: string;
  /** The first item that has it, by its ARN or id. */
  readonly item: string;
  /** The number of items that have it. */
  readonly items: number;
}

/** One kind of thing in one scope, and how it was read: only a complete one allows to say that something is not there. */
export type Population =
  | (PopulationBase & { readonly status: 'complete' })
  | (PopulationBase & { readonly status: 'partial' | 'unavailable'; readonly gaps: readonly [Gap, ...Gap[]] });
