import type { ActiveRule, Rule } from '@backproof/core';

/** The name of the preset. */
export const THREE_TWO_ONE = 'three-two-one-one-zero';

/**
 * The rule 3-2-1-1-0 in terms of AWS: three copies of the data, two of them backups; two places, a second Region among them;
 * one copy in another account; one that an administrator cannot delete; and no error in a restore. Rules that are not named
 * do not judge.
 */
const SETTINGS: Readonly<Record<string, object>> = {
  'backup-coverage': {},
  'replication-only': {},
  'cross-region-copy': { proof: 'observed' },
  'cross-account-copy': { proof: 'observed' },
  'deletion-protection': {},
  'restore-test': { requireValidation: true },
  // Any moment is enough: how much data may be lost is for each owner to say.
  'recovery-objectives': { objectives: { deletion: {}, region: {}, account: {}, 'hostile-admin': {} } },
};

/** The rules of the preset, as it has them. */
export function threeTwoOne(rules: readonly Rule[]): readonly ActiveRule[] {
  return rules.flatMap((rule) => {
    const options = SETTINGS[rule.id];
    return options === undefined ? [] : [{ rule, options }];
  });
}
