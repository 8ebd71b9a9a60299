import type { CallCount, ScannedScope } from '../model/inventory.js';
import type { Gap, Population } from '../model/population.js';
import type { ResourceType } from '../model/resource.js';
import type { Severity, RuleMetadata } from '../rule/rule.js';
import type { Evidence, VerdictStatus } from '../rule/verdict.js';
import type { ExclusionReason } from './exclusion.js';

/** The version of the run's form that this code writes. */
export const RUN_SCHEMA_VERSION = 1;

/** The resource that an outcome is about. */
export interface OutcomeSubject {
  readonly arn: string;
  readonly type: ResourceType;
  readonly name: string;
  readonly accountId: string;
  readonly region: string;
}

/** Evidence with its time in ISO 8601. */
export type OutcomeEvidence = Omit<Evidence, 'at'> & { readonly at?: string };

/** What became of one rule and one resource. */
export interface Outcome {
  readonly ruleId: string;
  readonly subject: OutcomeSubject;
  readonly status: VerdictStatus;
  readonly severity: Severity;
  /** The rule's, or the engine's own: `evidence-incomplete`, `rule-error`. */
  readonly messageId: string;
  /** The message with its values: the whole explanation in words. */
  readonly message: string;
  /** The message's values; times in ISO 8601. */
  readonly data: Readonly<Record<string, string | number>>;
  readonly evidence: readonly OutcomeEvidence[];
  /** What could not be read and would have been needed, or would have said more. */
  readonly gaps: readonly Gap[];
  /** SHA-256 of the rule and the resource: the same finding has the same one in every run. */
  readonly fingerprint: string;
}

/** A resource that is not judged, and why. */
export interface ExcludedResource {
  readonly subject: OutcomeSubject;
  readonly reason: ExclusionReason;
}

/** A rule as it took part in a run. */
export interface RuleInRun extends Pick<
  RuleMetadata,
  'id' | 'version' | 'title' | 'severity' | 'remediation' | 'controls'
> {
  readonly options: object;
}

/** One evaluated scan: the document that all reporters read. The same inventory, rules and `now` give the same bytes. */
export interface Run {
  readonly schemaVersion: typeof RUN_SCHEMA_VERSION;
  readonly tool: { readonly name: string; readonly version: string };
  /** The moment that ages were measured against, ISO 8601. */
  readonly now: string;
  readonly inventory: { readonly schemaVersion: number; readonly sha256: string; readonly takenAt: string };
  readonly rules: readonly RuleInRun[];
  readonly scopes: readonly ScannedScope[];
  readonly populations: readonly Population[];
  readonly excluded: readonly ExcludedResource[];
  /** Ordered by rule, account, Region and ARN. */
  readonly outcomes: readonly Outcome[];
  readonly calls: readonly CallCount[];
}
