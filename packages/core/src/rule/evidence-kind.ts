import type { GlobalSettings, RegionSettings } from '../model/backup-plan.js';
import type { BackupKey } from '../model/backup-key.js';
import type { NativeBackup, Replica } from '../model/evidence.js';
import type { BackupJob, CopyJob, RestoreJob } from '../model/job.js';
import type { LifecyclePolicy } from '../model/lifecycle-policy.js';
import type { LockedSnapshot } from '../model/locked-snapshot.js';
import type { PopulationKind } from '../model/population-kind.js';
import type { RecoveryPoints } from '../model/recovery-point.js';
import type { DisabledImage } from '../model/disabled-image.js';
import type { RecycleBinRule } from '../model/recycle-bin-rule.js';
import type { LegalHold } from '../model/legal-hold.js';
import type { Tags } from '../model/resource.js';
import type { Scope } from '../model/scope.js';
import type { VaultApproval } from '../model/vault-approval.js';
import type { VaultPolicy } from '../model/vault-policy.js';
import type { Vault } from '../model/vault.js';
import type { RestoreTestingPlan } from '../model/restore-testing.js';
import type { ExplainedSelection } from '../semantics/assignment.js';
import type { FoundByKind } from './found.js';
import type { SubjectKind } from './subject-kind.js';
import type { TimeSpan } from '../semantics/time-spans.js';

/** The evidence about one subject, by kind. Lists are in canonical order, jobs newest first. */
export interface EvidenceByKind extends FoundByKind {
  /** Its tags. Undefined: they could not be read. */
  readonly tags: Tags | undefined;
  /** The selections of backup plans that concern it: that assign it, that may, or that reach it and yet leave it out. */
  readonly assignments: readonly ExplainedSelection[];
  /** Its recovery points in every vault of the scan, those of other accounts and Regions included. */
  readonly recoveryPoints: RecoveryPoints;
  readonly backupJobs: readonly BackupJob[];
  readonly copyJobs: readonly CopyJob[];
  readonly restoreJobs: readonly RestoreJob[];
  readonly restoreHistory: RestoreHistory;
  /** The same, where the event history of CloudTrail counts as much as the lists of AWS Backup. */
  readonly restoreEvents: RestoreHistory;
  readonly nativeRestores: NativeRestores;
  /** Restores of similar resources, including itself. */
  readonly peerRestores: PeerRestores;
  /** Restore-testing plans that may pick its recovery points, where it lies and where it is copied to. */
  readonly restoreTestingPlans: readonly RestoreTestingPlan[];
  readonly nativeBackups: readonly NativeBackup[];
  /** Its snapshots that cannot be deleted before a moment, whoever made them. */
  readonly lockedSnapshots: readonly LockedSnapshot[];
  /** The replications that it is the source or the replica of. */
  readonly replicas: readonly Replica[];
  /** The policies of Data Lifecycle Manager that target it, or an instance that it is attached to. */
  readonly lifecyclePolicies: readonly LifecyclePolicy[];
  /** The legal holds that are active where its recovery points may lie. They keep points past the end of their lifecycle. */
  readonly legalHolds: readonly LegalHold[];
  /** The KMS keys behind its data. AWS Backup encrypts with them what it does not fully manage. */
  readonly encryptionKeys: readonly DataKey[];
  /** All vaults of the scan, by ARN: the place of a copy is that of its vault. */
  readonly vaults: readonly Vault[];
  /** The access policies of the vaults of the scan, by ARN, of those whose lock does not settle what can be deleted. */
  readonly vaultPolicies: readonly VaultPolicy[];
  /** The KMS keys that recovery points of the scan are encrypted with, by ARN. */
  readonly backupKeys: readonly BackupKey[];
  /** The approval teams of the logically air-gapped vaults of the scan, by the ARNs of the vaults. */
  readonly vaultApprovals: readonly VaultApproval[];
  /** The rules of Recycle Bin of the scan about snapshots and images. */
  readonly recycleBinRules: readonly RecycleBinRule[];
  /** The images of the scan that are disabled. */
  readonly disabledImages: readonly DisabledImage[];
  /** All scopes of the scan, by their key. What lies in others may exist and cannot be seen. */
  readonly scannedScopes: readonly Scope[];
  /** Those of its own scope. */
  readonly regionSettings: RegionSettings | undefined;
  /** The settings of its organization, as its own scope reports them; an account without an organization has none. */
  readonly globalSettings: GlobalSettings | undefined;
}

/** The places and times for which the restore jobs of a resource are known. */
export interface RestoreHistory {
  /**
   * The scopes in which they may run: its own, and the scanned ones that the plans of its scope copy to; by their keys.
   */
  readonly scopes: readonly string[];
  /** The times for which every job there is known. None where the plans could not be read. */
  readonly known: readonly TimeSpan[];
}

/** Restores of a resource without AWS Backup. Those that are known to be of it are among its `restoreJobs`. */
export interface NativeRestores {
  /** True if the event history of CloudTrail was searched for them. */
  readonly searched: boolean;
  /** Those in its scope that may be of it: of something of its type, from a snapshot that no longer exists. */
  readonly unmatched: readonly RestoreJob[];
}

/** A KMS key behind the data of a resource. */
export interface DataKey {
  readonly arn: string;
  /** No other account may ever use it. Absent: not known. */
  readonly managedByAws?: boolean;
}

/** The group of resources of one account and Region for which the test of one of them counts. */
export type PeerGroup = 'type' | 'plan' | `tag:${string}`;

/** The restore jobs of the resources that share a group with one, newest first. The lists are the same ones for all of them. */
export type PeerRestores = (group: PeerGroup) => {
  /** One list for each of the groups that it is in. */
  readonly jobs: readonly (readonly RestoreJob[])[];
  /** The jobs of resources that may share the group: their tags or an opt-in could not be read. */
  readonly doubtful: readonly RestoreJob[];
};

export type EvidenceKind = keyof EvidenceByKind;

/** Evidence that a scope has, so that a vault, a plan or an account has it too. */
export const SCOPE_KINDS = [
  'vaults',
  'vaultPolicies',
  'backupKeys',
  'recycleBinRules',
  'disabledImages',
  'vaultApprovals',
  'scannedScopes',
  'regionSettings',
  'globalSettings',
  'legalHolds',
] as const satisfies readonly EvidenceKind[];

export type ScopeKind = (typeof SCOPE_KINDS)[number];

/** Evidence that is found by going through all resources: a vault, a plan or an account may have it. */
export const FOUND_KINDS = [
  'planReach',
  'testReach',
  'optedOut',
  'leftovers',
  'failingJobs',
] as const satisfies readonly (keyof FoundByKind)[];

export type FoundKind = (typeof FOUND_KINDS)[number];

/** The evidence that a resource may have. */
export type ResourceKind = Exclude<EvidenceKind, FoundKind>;

/** Returns true for evidence that is found by going through all resources. */
export function isFoundKind(kind: EvidenceKind): kind is FoundKind {
  return FOUND_KINDS.some((each) => each === kind);
}

/** The evidence that a rule may need of its subject. */
export type EvidenceKindOf<Subject extends SubjectKind> = Subject extends 'resource'
  ? ResourceKind
  : ScopeKind | FoundKind;

/** The populations that a kind of evidence is made of. */
export const POPULATIONS_OF = {
  tags: ['tags'],
  assignments: ['tags', 'backupPlans', 'backupSelections', 'regionSettings'],
  recoveryPoints: ['vaults', 'recoveryPoints'],
  backupJobs: ['backupJobs'],
  copyJobs: ['copyJobs'],
  restoreJobs: ['restoreJobs'],
  restoreHistory: ['restoreJobs', 'backupPlans'],
  restoreEvents: ['restoreEvents'],
  nativeRestores: ['nativeRestores'],
  peerRestores: ['restoreJobs', 'backupPlans', 'backupSelections', 'regionSettings'],
  restoreTestingPlans: ['restoreTestingPlans', 'restoreTestingSelections'],
  nativeBackups: ['nativeBackups'],
  replicas: ['replicas'],
  lifecyclePolicies: ['lifecyclePolicies'],
  legalHolds: ['legalHolds'],
  encryptionKeys: ['encryptionKeys'],
  vaults: ['vaults'],
  vaultPolicies: ['vaultPolicies'],
  backupKeys: ['backupKeys'],
  lockedSnapshots: ['lockedSnapshots'],
  recycleBinRules: ['recycleBinRules'],
  disabledImages: ['disabledImages'],
  vaultApprovals: ['vaultApprovals'],
  scannedScopes: [],
  regionSettings: ['regionSettings'],
  globalSettings: ['globalSettings'],
  planReach: ['resources', 'tags', 'backupPlans', 'backupSelections', 'regionSettings'],
  testReach: ['vaults', 'recoveryPoints', 'restoreTestingPlans', 'restoreTestingSelections'],
  optedOut: ['resources', 'tags', 'backupPlans', 'backupSelections', 'regionSettings'],
  leftovers: ['resources', 'vaults', 'recoveryPoints'],
  failingJobs: ['resources', 'backupJobs'],
} as const satisfies Record<EvidenceKind, readonly PopulationKind[]>;

/**
 * The conclusions that a rule may draw where evidence of a kind could not be read completely.
 *
 * - `all`: none. The engine answers `unknown` and does not ask the rule.
 * - `enough`: a pass, if what was read proves it, as no further evidence of this kind could disprove it. The engine
 *   turns a fail into `unknown`: what was not read might have proved the contrary.
 * - `context`: any. The evidence explains the verdict. Where it could still decide one, the rule answers `unknown` by a
 *   message of its own: `dossier.unread` names the kinds that could not be read completely.
 */
export type Need = 'all' | 'enough' | 'context';

export type Needs = Readonly<Partial<Record<EvidenceKind, Need>>>;

/** The needs of a rule about resources. */
export type ResourceNeeds = Readonly<Partial<Record<ResourceKind, Need>>>;
