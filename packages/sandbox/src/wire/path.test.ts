import { describe, expect, it } from '@jest/globals';
import { matchPath } from './path.js';

const template = '/backup-vaults/{BackupVaultName}/recovery-points';

describe('matchPath', () => {
  it.each([
    ['as the JavaScript SDK sends it', '/backup-vaults/prod/recovery-points', 'prod'],
    ['as botocore sends it, with a slash at the end', '/backup-vaults/prod/recovery-points/', 'prod'],
    ['an encoded slash is part of the label', '/backup-vaults/a%2Fb/recovery-points', 'a/b'],
    ['so is an encoded ARN', '/backup-vaults/arn%3Aaws%3As3%3A%3A%3Ab/recovery-points', 'arn:aws:s3:::b'],
  ])('%s', (_story, path, name) => {
    expect(matchPath(template, path)).toEqual(new Map([['BackupVaultName', name]]));
  });

  it.each([
    ['another path', '/backup-vaults/prod/policy'],
    ['a longer one', '/backup-vaults/prod/recovery-points/arn'],
    ['an empty label', '/backup-vaults//recovery-points'],
    ['broken percent-encoding', '/backup-vaults/%E0%A4%A/recovery-points'],
  ])('does not take %s', (_story, path) => {
    expect(matchPath(template, path)).toBeUndefined();
  });
});
