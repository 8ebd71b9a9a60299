import type { IsoInstant } from '../model/instant.js';
import type { CallCount, ScannedScope } from '../model/record-kind.js';
import type { OrganizationAccount } from '../model/scope.js';
import type { Population } from '../model/population.js';
import type { Severity } from '../model/severity.js';
import type { RuleMetadata } from '../rule/rule.js';
import type { BaselineInRun } from './baseline.js';
import type { Completeness } from './completeness.js';
import type { WaiverInRun } from './disposition.js';
import type { EvidenceElsewhere } from './evidence-elsewhere.js';
import type { Exclusion, Subjects } from './exclusion.js';
import type { Gate } from './gate.js';
import type { Leftovers } from '../model/leftovers.js';
import type { Outcome, OutcomeSubject } from './outcome.js';
import type { Protection } from './protection.js';
import type { EffectiveSetting, RuleSettings } from './rule-settings.js';
import type { Tally, UnknownTally } from './tally.js';

/** The version of the run's form that this code writes, and the newest that it reads. Its changes: `run-versions.ts`. */
export const RUN_SCHEMA_VERSION = 3;

/** A resource that is not judged, and why. */
export interface ExcludedResource extends Exclusion {
  readonly subject: OutcomeSubject;
}

/** A rule as it took part in a run. */
export interface RuleInRun
  extends
    Pick<RuleMetadata, 'id' | 'version' | 'title' | 'rationale' | 'remediation' | 'controls'>,
    EffectiveSetting,
    Pick<RuleSettings, 'overrides'> {
  readonly tally: Tally;
  /** The unknown outcomes by kind. Absent: an earlier version did not record the kinds. */
  readonly unknownKinds?: UnknownTally;
  /** It rests on every recovery point, its passes too. Absent: they stand whatever other points there are. */
  readonly needsAllPoints?: true;
  /** For how many resources it was switched off. */
  readonly switchedOff: number;
}

/** A run that is a part of another one. */
export type RunPart = Pick<Run, 'id' | 'now' | 'inventory'>;

/**
 * One evaluated scan: the document that all reporters read. The same inventory, settings and `now` give the same bytes.
 * A field that came after schema 2 is optional: where it is absent, an earlier version did not record it.
 */
export interface Run {
  readonly schemaVersion: typeof RUN_SCHEMA_VERSION;
  /** SHA-256 of what the run follows from: the tool, the moment, the inventory and the settings. */
  readonly id: string;
  readonly tool: { readonly name: string; readonly version: string };
  /** The moment that ages were measured against, ISO 8601. */
  readonly now: IsoInstant;
  readonly inventory: { readonly schemaVersion: number; readonly sha256: string; readonly takenAt: IsoInstant };
  /**
   * The runs that this one was merged from, ordered by id. Its own `id` and the hash of its inventory follow from theirs,
   * and its moments are the earliest of theirs. Absent: it was judged as a whole.
   */
  readonly parts?: readonly RunPart[];
  /** All that users set: which resources are judged, by which rules, what is accepted, what lets a build pass. */
  readonly settings: { readonly sha256: string; readonly subjects: Subjects };
  readonly gate: Gate;
  readonly rules: readonly RuleInRun[];
  /** Open failures by severity. */
  readonly open: Readonly<Record<Severity, number>>;
  readonly scopes: readonly ScannedScope[];
  /** The accounts of the organization, scanned or left out. Absent: the scan was not asked for an organization. */
  readonly accounts?: readonly OrganizationAccount[];
  /** Evidence that crosses between scopes of the run and others. Absent: an earlier version did not record it. */
  readonly elsewhere?: readonly EvidenceElsewhere[];
  readonly populations: readonly Population[];
  readonly completeness: Completeness;
  readonly excluded: readonly ExcludedResource[];
  /**
   * The leftovers that the scan found besides the judged resources. Absent: it did not look for them (`pointsCreatedAfter`),
   * or in a run of an earlier schema.
   */
  readonly leftovers?: Leftovers;
  /** Recovery points from before were read only where later ones did not decide, ISO 8601. Absent: all were read. */
  readonly pointsCreatedAfter?: IsoInstant;
  readonly waivers: readonly WaiverInRun[];
  readonly baseline?: BaselineInRun;
  /** Ordered by rule, account, Region and ARN. */
  readonly outcomes: readonly Outcome[];
  /** The protection of every judged resource, ordered by account, Region and ARN. */
  readonly protection: readonly Protection[];
  readonly calls: readonly CallCount[];
}

/**
 * A run whose outcomes, and the protection of its resources, may be walked through as often as needed, but need not all be
 * in memory at once. A `Run` is one.
 */
export type ReportedRun = Omit<Run, 'outcomes' | 'protection'> & {
  readonly outcomes: Iterable<Outcome>;
  readonly protection: Iterable<Protection>;
};
