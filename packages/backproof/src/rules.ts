import type { Rule } from '@backproof/core';
import backupCoverage from '@backproof/rule-backup-coverage';

/** The rules that Backproof brings with it; all of them judge unless a scan names some. */
export const RULES: readonly Rule[] = [backupCoverage].flatMap(({ rules }) => rules);
