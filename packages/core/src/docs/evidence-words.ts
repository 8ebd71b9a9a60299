import type { EvidenceKind, Need } from '../rule/evidence-kind.js';

/** The kinds of evidence about a resource, in words. */
export const EVIDENCE_WORDS: Readonly<Record<EvidenceKind, string>> = {
  tags: 'its tags',
  assignments: 'the backup plans that may cover it',
  recoveryPoints: 'its recovery points, in whichever scanned vault they lie',
  backupJobs: 'its backup jobs',
  copyJobs: 'its copy jobs',
  restoreJobs: 'restores of it',
  restoreHistory: 'how far back its restores are known',
  restoreEvents: "how far back CloudTrail's event history shows its restores",
  nativeRestores: 'restores of it without AWS Backup, by calls that CloudTrail records',
  peerRestores: 'restores of what is like it',
  restoreTestingPlans: 'restore-testing plans that may pick it',
  nativeBackups: 'the backups of its own service',
  replicas: 'replications from it and to it',
  lifecyclePolicies: 'the policies of Data Lifecycle Manager that target it',
  legalHolds: 'the legal holds that keep recovery points',
  encryptionKeys: 'the keys that encrypt its data',
  vaults: 'the vaults of the scan',
  vaultPolicies: 'the access policies of the vaults',
  backupKeys: 'the KMS keys that recovery points are encrypted with',
  lockedSnapshots: 'its EBS snapshots that are locked in compliance mode',
  vaultApprovals: 'the approval teams of the air-gapped vaults',
  recycleBinRules: 'the rules of Recycle Bin',
  disabledImages: 'the images of EC2 that are disabled',
  scannedScopes: 'which accounts and Regions were scanned',
  regionSettings: 'the settings of AWS Backup in its Region',
  globalSettings: 'the settings of its organization',
  planReach: 'the resources that a backup plan assigns',
  testReach: 'the recovery points that a restore-testing plan may restore',
  optedOut: 'the resources that a plan would assign by a tag, if their type was opted in',
  leftovers: 'recovery points of resources that are gone, expired ones, and resources that are backed up twice',
  failingJobs: 'backup jobs of resources that no rule judges',
};

/** The result if evidence of a kind could not be read completely, in words. */
export const NEED_WORDS: Readonly<Record<Need, string>> = {
  all: 'the verdict is `unknown`',
  enough: 'a `fail` becomes `unknown`',
  context: 'the verdict stands, with less to explain it',
};
