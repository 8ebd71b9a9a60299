import type { NativeBackup, Replica } from '../model/evidence.js';
import type { BackupJob, CopyJob, RestoreJob } from '../model/job.js';
import type { PopulationKind } from '../model/population.js';
import type { RecoveryPoints } from '../model/recovery-point.js';
import type { Resource } from '../model/resource.js';
import type { Vault } from '../model/vault.js';
import type { ExplainedSelection } from '../semantics/assignment.js';

/** The evidence about one resource, by kind. Lists are in canonical order, jobs newest first. */
export interface EvidenceByKind {
  /** The selections of backup plans that concern it: that assign it, that may, or that reach it and yet leave it out. */
  readonly assignments: readonly ExplainedSelection[];
  /** Its recovery points in every vault of the scan, those of other accounts and Regions included. */
  readonly recoveryPoints: RecoveryPoints;
  readonly backupJobs: readonly BackupJob[];
  readonly copyJobs: readonly CopyJob[];
  readonly restoreJobs: readonly RestoreJob[];
  readonly nativeBackups: readonly NativeBackup[];
  /** The replications that it is the source or the replica of. */
  readonly replicas: readonly Replica[];
  /** All vaults of the scan: where a copy lies is told by its vault. */
  readonly vaults: readonly Vault[];
}

export type EvidenceKind = keyof EvidenceByKind;

/** The populations that a kind of evidence is made of. */
export const POPULATIONS_OF = {
  assignments: ['tags', 'backupPlans', 'backupSelections', 'regionSettings'],
  recoveryPoints: ['vaults', 'recoveryPoints'],
  backupJobs: ['backupJobs'],
  copyJobs: ['copyJobs'],
  restoreJobs: ['restoreJobs'],
  nativeBackups: ['nativeBackups'],
  replicas: ['replicas'],
  vaults: ['vaults'],
} as const satisfies Record<EvidenceKind, readonly PopulationKind[]>;

/**
 * What a rule may conclude where evidence of a kind could not all be read.
 *
 * - `all`: nothing. The engine answers `unknown` and does not ask the rule.
 * - `enough`: a pass, if what was read proves it, as no further evidence of this kind could disprove it. The engine
 *   turns a fail into `unknown`: what was not read might have proved the contrary.
 * - `context`: anything. The evidence explains the verdict and never decides it.
 */
export type Need = 'all' | 'enough' | 'context';

export type Needs = Readonly<Partial<Record<EvidenceKind, Need>>>;

/** All that the inventory knows of one resource, restricted to the kinds of evidence that a rule needs. Frozen. */
export type Dossier<Kind extends EvidenceKind = EvidenceKind> = Pick<EvidenceByKind, Kind> & {
  readonly resource: Resource;
  /** The dossiers of what would be backed up together with it: the instances that a volume is attached to. */
  readonly hosts: readonly Dossier<Kind>[];
};
