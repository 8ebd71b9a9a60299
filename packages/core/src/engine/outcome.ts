import type { IsoInstant } from '../model/instant.js';
import type { Gap } from '../model/population.js';
import { compare } from '../model/order.js';
import type { ResourceType } from '../model/resource.js';
import type { Severity } from '../model/severity.js';
import type { UnknownKind } from '../model/unknown-kind.js';
import type { Evidence, VerdictStatus } from '../rule/verdict.js';

/** The kind of subject of an outcome: the type of a resource, or one of the other kinds that rules judge. */
export type SubjectType = ResourceType | 'Backup vault' | 'Backup plan' | 'Restore testing plan' | 'Account';

/** The thing that an outcome is about. An account is one in one Region, known by the ARN of its root. */
export interface OutcomeSubject {
  readonly arn: string;
  readonly type: SubjectType;
  readonly name: string;
  readonly accountId: string;
  readonly region: string;
}

/** Evidence with its time in ISO 8601. */
export type OutcomeEvidence = Omit<Evidence, 'at'> & { readonly at?: IsoInstant };

/**
 * The disposition of a failure: it is open, accepted by a waiver, or known from the baseline. An open one names the
 * waiver that accepted it until it expired.
 */
export type Disposition =
  | { readonly kind: 'open'; readonly expiredWaiver?: string }
  | { readonly kind: 'waived'; readonly waiver: string }
  | { readonly kind: 'baseline' };

interface OutcomeBase {
  readonly ruleId: string;
  readonly subject: OutcomeSubject;
  /** The severity of a failure; for other outcomes the highest that a failure of this rule could have here. */
  readonly severity: Severity;
  /** The rule's, or one of the engine's own: `evidence-incomplete`, `covered-by`, ... */
  readonly messageId: string;
  /** The message with its values: the whole explanation in words. */
  readonly message: string;
  /** The message's values; times in ISO 8601. */
  readonly data: Readonly<Record<string, string | number>>;
  readonly evidence: readonly OutcomeEvidence[];
  /** The evidence that could not be read and was needed, or would have added facts. */
  readonly gaps: readonly Gap[];
  /** SHA-256 of the rule and the ARN (of an account, its Region too): the same finding has the same one in every run. */
  readonly fingerprint: string;
}

/** A rule's requirement that is not met. */
export interface Failure extends OutcomeBase {
  readonly status: 'fail';
  readonly disposition: Disposition;
  readonly unknownKind?: never;
  /** True if the baseline knows it; absent in a run without a baseline. */
  readonly inBaseline?: boolean;
}

/** The outcome of one rule for one subject. Only a failure has a disposition. */
export type Outcome = Failure | Unknown | Settled;

/** Nothing decides whether the requirement is met. */
interface Unknown extends OutcomeBase {
  readonly status: 'unknown';
  readonly disposition?: never;
  /** Absent: an earlier version did not record it. A moment from which it will be known is `knownFrom` in `data`. */
  readonly unknownKind?: UnknownKind;
}

interface Settled extends OutcomeBase {
  readonly status: Exclude<VerdictStatus, 'fail' | 'unknown'>;
  readonly disposition?: never;
  readonly unknownKind?: never;
}

/** By account, Region and ARN. */
export function compareSubjects(a: OutcomeSubject, b: OutcomeSubject): number {
  return compare(a.accountId, b.accountId) || compare(a.region, b.region) || compare(a.arn, b.arn);
}
