/**
 * The causes for which copies to a vault fail until a setting is changed: each with words of AWS's message, in lower
 * case.
 */
const SIGNS = {
  // The key policy of an AWS managed key cannot be changed, so no other account may ever use the key.
  'aws-managed-key': [
    'snapshots encrypted with the aws managed key can',
    'encrypted snapshots with amazon ebs default key cannot be shared',
  ],
  'default-vault-key': ['the destination backup vault is encrypted with the default backup service managed key'],
  organization: [
    'both source and destination account must be a member of the same organization',
    'cross-account copy feature is not enabled for the current organization',
  ],
  'vault-lock': ['retention specified in the job is not within the range specified for the target backup vault'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** A cause for which copies to a vault fail until a setting is changed. */
export type CopyFailureCause = keyof typeof SIGNS;

const CAUSES = Object.keys(SIGNS) as readonly CopyFailureCause[];

/**
 * Finds the lasting cause in the message of a failed copy job; undefined where it names no known one, as with failures
 * that may pass by themselves.
 * @source Developer Guide, backup-dashboards: problem job reasons
 */
export function copyFailureCause(message: string | undefined): CopyFailureCause | undefined {
  const text = message?.toLowerCase() ?? '';
  return CAUSES.find((cause) => SIGNS[cause].some((sign) => text.includes(sign)));
}

/**
 * The name of the vault that AWS Backup makes by itself. Its key cannot be shared, so no other account can copy to it.
 * @source Developer Guide, create-cross-account-backup
 */
export const DEFAULT_VAULT_NAME = 'Default';
