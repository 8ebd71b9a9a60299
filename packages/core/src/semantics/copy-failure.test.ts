import { describe, expect, it } from '@jest/globals';
import { copyFailureCause } from './copy-failure.js';

describe('the cause of a failed copy', () => {
  it.each([
    ["Snapshots encrypted with the AWS managed key can't be shared. Specify another snapshot.", 'aws-managed-key'],
    ['Encrypted snapshots with Amazon EBS default key cannot be shared', 'aws-managed-key'],
    [
      'Copy job failed because the destination Backup vault is encrypted with the default Backup service managed key. The contents of this vault cannot be copied.',
      'default-vault-key',
    ],
    ['Copy job failed. Both source and destination account must be a member of the same organization.', 'organization'],
    ['Copy job failed. Cross-account copy feature is not enabled for the current organization.', 'organization'],
    [
      'Copy job failed. The retention specified in the job is not within the range specified for the target Backup Vault.',
      'vault-lock',
    ],
  ])('is told by "%s"', (message, cause) => {
    expect(copyFailureCause(message)).toBe(cause);
  });

  it('is the same in whatever case AWS writes it', () => {
    expect(copyFailureCause('CROSS-ACCOUNT COPY FEATURE IS NOT ENABLED FOR THE CURRENT ORGANIZATION')).toBe(
      'organization',
    );
  });

  it.each([undefined, '', 'There are too many copy jobs running for resource.', 'constructor', '(.*)+$'])(
    'is not known of %j',
    (message) => {
      expect(copyFailureCause(message)).toBeUndefined();
    },
  );
});
