import type { Rule } from '@backproof/core';
import backupCoverage from '@backproof/rule-backup-coverage';
import crossAccountCopy from '@backproof/rule-cross-account-copy';
import crossRegionCopy from '@backproof/rule-cross-region-copy';
import deletionProtection from '@backproof/rule-deletion-protection';
import encryption from '@backproof/rule-encryption';
import recoveryObjectives from '@backproof/rule-recovery-objectives';
import hygiene from '@backproof/rule-hygiene';
import replicationOnly from '@backproof/rule-replication-only';
import restoreTest from '@backproof/rule-restore-test';
import retentionTiers from '@backproof/rule-retention-tiers';

/** The rules that Backproof brings with it; the recommended ones judge unless a scan names some. */
export const RULES: readonly Rule[] = [
  backupCoverage,
  retentionTiers,
  crossAccountCopy,
  restoreTest,
  replicationOnly,
  crossRegionCopy,
  deletionProtection,
  encryption,
  recoveryObjectives,
  hygiene,
].flatMap(({ rules }) => rules);
