import type { EffectiveSetting, OutcomeEvidence, ScannedScope, Severity, Tally, WaiverInRun } from '@backproof/core';
import type { ControlStatus } from '@backproof/frameworks';
import type { LedgerFault, LedgerTimestamp, OwnershipFields, OwnershipTags } from '@backproof/ledger';
import type { AuditedRestore } from './audited-restore.js';
import type { ControlWalkthrough } from './control-walkthrough.js';
import type { SettingChange } from './history.js';
import type { AuditedPopulation } from './population.js';
import type { AuditedRecovery } from './recovery.js';
import type { AuditedResponses } from './response.js';
import type { RunRef } from './run-ref.js';
import type { AuditedSample } from './sample.js';
import type { Closing } from './tracks.js';

/** The version of the audit's form that this code writes. */
export const AUDIT_SCHEMA_VERSION = 1;

/** A time, in ISO 8601. `until` is the first moment that is no longer part of it. */
export interface AuditedPeriod {
  readonly name: string;
  readonly from: string;
  readonly until: string;
}

/**
 * The conclusion of the audit. `incomplete` outranks `violations`: the ledger is not intact, the period is not covered, or
 * an outcome is unknown that AWS has not forgotten. The reasons name forgotten ones, too.
 */
export interface Conclusion {
  readonly result: 'clean' | 'violations' | 'incomplete';
  readonly reasons: readonly string[];
}

/** A time without a run that is longer than it should be. */
export interface Gap {
  readonly kind: 'no-run' | 'before-first' | 'between' | 'after-last';
  readonly from: string;
  readonly to: string;
  readonly ms: number;
}

/** The coverage of the period by runs. */
export interface Coverage {
  /** The planned interval of runs, in milliseconds. */
  readonly cadenceMs: number;
  /** The longest time within the period without a run. */
  readonly longestMs: number;
  /**
   * The end of the period where a run followed it in time, and the last run otherwise. Absent: the period has no run.
   */
  readonly until?: string;
  /** The first run after the period, if it followed in time. */
  readonly after?: RunRef;
  readonly gaps: readonly Gap[];
}

/** A run of the period, with what it takes to perform it again. */
export interface AuditedRun extends RunRef {
  /** The moment that ages were measured against. */
  readonly judgedAt: string;
  readonly tool: string;
  /** SHA-256 of the code of the tool as it was installed. Absent: not recorded. */
  readonly toolSha256?: string;
  readonly gate: string;
  readonly tally: Tally;
  /** The number of subjects that it judged, and of resources that it excluded. */
  readonly judged: number;
  readonly excluded: number;
  readonly populations: { readonly complete: number; readonly incomplete: number };
  readonly inventorySha256: string;
  readonly settingsSha256: string;
  readonly manifest?: { readonly number: number; readonly sha256: string; readonly recordedAt: string };
}

/** An account in a Region, the principal that read it, and the runs. */
export interface AuditedScope extends Pick<ScannedScope, 'accountId' | 'region' | 'principalArn'> {
  readonly first: RunRef;
  readonly last: RunRef;
  readonly runs: number;
}

/** Resources that were not judged for one reason: how many different ones in the period, and how many in its last run. */
export interface AuditedExclusion {
  readonly reason: string;
  readonly userReason?: string;
  readonly type: string;
  readonly resources: number;
  readonly inLastRun: number;
  /** The first and the last run that left any of them out. */
  readonly first: RunRef;
  readonly last: RunRef;
}

/** A rule's parameters for as long as they held. */
export interface RuleParameters extends EffectiveSetting {
  readonly ruleId: string;
  readonly title: string;
  readonly version: string;
  readonly overrides: readonly object[];
  readonly first: RunRef;
  readonly last: RunRef;
  readonly runs: number;
}

/** A list that could not be read completely, and the runs. */
export interface UnreadPopulation {
  readonly population: string;
  readonly of?: string;
  readonly accountId: string;
  readonly region: string;
  readonly operation: string;
  readonly code: string;
  readonly iamAction?: string;
  readonly first: RunRef;
  readonly last: RunRef;
  readonly runs: number;
}

/** The status of one rule or control over the period. */
export interface PeriodStatus {
  /** The worst of all runs; a pass only where the runs cover the period. */
  readonly status: ControlStatus;
  /** In the last run; absent where there is none. */
  readonly atEnd?: ControlStatus;
  /** In the last run of the period before; absent where there is none. */
  readonly before?: ControlStatus;
  /** The number of runs by result. */
  readonly runs: Readonly<Record<ControlStatus, number>>;
}

export interface AuditedControl extends PeriodStatus {
  readonly id: string;
  readonly title: string;
  /** The purpose of it as far as rules assess it, in our words. */
  readonly objective: string;
  /** A number that the framework, or a profile of it, sets. */
  readonly frequency?: string;
  /** The reason why no rule assesses it; absent if one does. */
  readonly beyond?: string;
  readonly rules: readonly string[];
  /** The subjects that its rules passed or failed in the last run, each once, and those of an unknown outcome. */
  readonly tested: number;
  readonly unknown: number;
  readonly walkthrough: ControlWalkthrough;
}

export interface AuditedFramework {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly publisher: string;
  readonly controls: readonly AuditedControl[];
}

/** A verdict in words, with the evidence for it and the run that gave it. */
export interface AuditedFinding extends RunRef {
  readonly messageId: string;
  readonly message: string;
  readonly evidence: readonly OutcomeEvidence[];
}

/** A decision about an exception, with the first and the last run that have it. */
export interface AuditedDisposition {
  readonly kind: 'open' | 'waived' | 'baseline';
  readonly waiver?: string;
  readonly first: RunRef;
  readonly last: RunRef;
}

/** A requirement that one resource did not meet, from the run that first saw it to the run that saw its end. */
export interface AuditException extends OwnershipFields {
  readonly ruleId: string;
  readonly controls: readonly string[];
  readonly severity: Severity;
  readonly arn: string;
  readonly name: string;
  readonly type: string;
  readonly accountId: string;
  readonly region: string;
  /** `approved`: a waiver accepted it for all of its time. */
  readonly state: 'open' | 'approved' | 'closed';
  readonly opened: RunRef;
  /** The last earlier run without the failure. Absent: not recorded before. */
  readonly clear?: RunRef;
  readonly lastSeen: RunRef;
  readonly closed?: RunRef & {
    readonly how: Closing;
    readonly reason?: string;
    /** The verdict that closed it. */
    readonly finding?: AuditedFinding;
    /** The rule or its parameters were others than when it was last seen: it may have been closed by that alone. */
    readonly criteriaChanged: boolean;
  };
  /** From the first sight to the end, or to the last run. In milliseconds. */
  readonly lastedMs: number;
  /** The number of later runs in which the outcome is unknown, and of those that did not judge it. */
  readonly unknown: number;
  readonly unjudged: number;
  readonly dispositions: readonly AuditedDisposition[];
  /** As it was last seen. */
  readonly finding?: AuditedFinding;
  /** The ids of the responses to it. */
  readonly responses: readonly string[];
}

/** A time within the period of which not all restores are known. */
export interface RestoreGap {
  readonly accountId: string;
  readonly region: string;
  readonly from: string;
  readonly to: string;
}

/** A waiver with the terms that it had last. */
export interface AuditedWaiver extends WaiverInRun {
  readonly first: RunRef;
  readonly last: RunRef;
  /** It ran out within the period. */
  readonly expiredInPeriod: boolean;
  /** The last run of the period no longer knows it. */
  readonly removed: boolean;
  /** Runs from which on its terms were others than before. */
  readonly changed: readonly RunRef[];
}

/** One run in numbers. */
export interface TrendEntry extends RunRef {
  /** By rule: how many of its outcomes that are not `notApplicable` passed. */
  readonly rules: Readonly<Record<string, { readonly passed: number; readonly tested: number }>>;
}

/** The time to compliance of the exceptions that ended with a pass. */
export interface TimeToCompliance {
  readonly ruleId: string;
  readonly closed: number;
  readonly meanMs?: number;
  /** Those that are open still; their time is not in the mean. */
  readonly open: number;
  /** The same by the runs that saw them end, oldest first. */
  readonly trend: readonly RemediedByRun[];
}

/** The exceptions of a rule that one run saw remedied: how many they are, and how long they had lasted. */
export interface RemediedByRun extends RunRef {
  readonly closed: number;
  readonly meanMs: number;
}

export interface AuditedIntegrity {
  readonly intact: boolean;
  readonly faults: readonly LedgerFault[];
  /** The reason why the ledger could not be read; absent if it could. */
  readonly unreadable?: string;
  readonly head?: { readonly number: number; readonly sha256: string };
  readonly manifests: number;
  readonly parts: number;
  /** True if the newest manifest is signed with a given key; absent if no key was given. */
  readonly signed?: boolean;
  /** The manifests with a timestamp by a given authority; absent if no certificate of one was given. */
  readonly timestamps?: readonly LedgerTimestamp[];
}

/** The audit of a period from a ledger. The same ledger and request give the same bytes. */
export interface Audit {
  readonly schemaVersion: typeof AUDIT_SCHEMA_VERSION;
  readonly tool: { readonly name: string; readonly version: string };
  readonly period: AuditedPeriod;
  readonly previous: AuditedPeriod & { readonly runs: number };
  readonly conclusion: Conclusion;
  readonly integrity: AuditedIntegrity;
  readonly coverage: Coverage;
  readonly runs: readonly AuditedRun[];
  readonly scopes: readonly AuditedScope[];
  readonly population: AuditedPopulation;
  /** The tags of the last run that owners and systems are from. Absent: it recorded none. */
  readonly ownership?: OwnershipTags;
  /** Absent: none was asked for. */
  readonly sample?: AuditedSample;
  readonly exclusions: readonly AuditedExclusion[];
  readonly parameters: readonly RuleParameters[];
  /** The changes of how runs were made, from the last run before the period on. */
  readonly history: readonly SettingChange[];
  readonly unread: readonly UnreadPopulation[];
  readonly rules: readonly (PeriodStatus & { readonly ruleId: string })[];
  readonly frameworks: readonly AuditedFramework[];
  readonly exceptions: readonly AuditException[];
  /** Absent: no register of responses was given. */
  readonly responses?: AuditedResponses;
  readonly changes: { readonly new: number; readonly resolved: number; readonly persisting: number };
  readonly restores: readonly AuditedRestore[];
  readonly restoreGaps: readonly RestoreGap[];
  readonly recovery: AuditedRecovery;
  readonly waivers: readonly AuditedWaiver[];
  readonly trends: readonly TrendEntry[];
  readonly timeToCompliance: readonly TimeToCompliance[];
}
