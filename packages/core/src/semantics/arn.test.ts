import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { accountOf, buildArn, buildVaultArn, parseArn, regionOf, scopeOf, vaultNameOf } from './arn.js';

const scopes = [
  { partition: 'aws', accountId: '111111111111', region: 'eu-west-1' },
  { partition: 'aws-cn', accountId: '111111111111', region: 'cn-north-1' },
  { partition: 'aws-us-gov', accountId: '111111111111', region: 'us-gov-west-1' },
  { partition: 'aws-eusc', accountId: '111111111111', region: 'eusc-de-east-1' },
  { partition: 'aws-iso', accountId: '111111111111', region: 'us-iso-east-1' },
  { partition: 'aws-iso-b', accountId: '111111111111', region: 'us-isob-east-1' },
];

describe('parseArn', () => {
  it('keeps the colons and slashes of the resource', () => {
    expect(parseArn('arn:aws:rds:eu-west-1:111111111111:cluster:orders')?.resource).toBe('cluster:orders');
    expect(parseArn('arn:aws:storagegateway:eu-west-1:111111111111:gateway/sgw-1/volume/vol-1')).toEqual({
      partition: 'aws',
      service: 'storagegateway',
      region: 'eu-west-1',
      accountId: '111111111111',
      resource: 'gateway/sgw-1/volume/vol-1',
    });
  });

  it.each([
    '',
    '*',
    'arn',
    'arn:aws',
    'arn:aws:ec2:eu-west-1:111111111111',
    'arn:aws:ec2:::',
    'arn::ec2:r:a:x',
    'urn:a:b:c:d:e',
  ])('knows that %j is no ARN', (text) => {
    expect(parseArn(text)).toBeUndefined();
  });

  it('gives back what buildArn made, and never throws', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('arn', 'aws', ':', '/', '*', 'ec2', '__proto__')), (pieces) => {
        const text = pieces.join('');
        const arn = parseArn(text);
        if (arn !== undefined) expect(buildArn(arn)).toBe(text);
      }),
    );
  });
});

describe('what an ARN names', () => {
  it.each(scopes)('in $partition: its account, its Region, its scope', (scope) => {
    const arn = buildArn({ ...scope, service: 'ec2', resource: 'volume/vol-1' });
    expect(arn).toBe(`arn:${scope.partition}:ec2:${scope.region}:111111111111:volume/vol-1`);
    expect([accountOf(arn), regionOf(arn), scopeOf(arn)]).toEqual(['111111111111', scope.region, scope]);
  });

  it('is neither account nor Region where the ARN leaves them out', () => {
    expect(accountOf('arn:aws:ec2:eu-west-1::snapshot/snap-1')).toBeUndefined();
    expect(scopeOf('arn:aws:ec2:eu-west-1::snapshot/snap-1')).toBeUndefined();
    expect(regionOf('arn:aws:s3:::ledger')).toBeUndefined();
  });

  it('is nothing where the text is no ARN', () => {
    expect([accountOf('*'), regionOf('*'), scopeOf('*'), vaultNameOf('*')]).toEqual(Array(4).fill(undefined));
  });
});

describe('vaultNameOf', () => {
  it.each(scopes)('in $partition: names the vault, slashes included', (scope) => {
    expect(vaultNameOf(buildVaultArn(scope, 'prod'))).toBe('prod');
    expect(vaultNameOf(buildVaultArn(scope, 'aws/efs/automatic-backup-vault'))).toBe('aws/efs/automatic-backup-vault');
  });

  it('names none for anything but a vault', () => {
    expect(vaultNameOf('arn:aws:backup:eu-west-1:111111111111:recovery-point:1')).toBeUndefined();
    expect(vaultNameOf('arn:aws:s3:eu-west-1:111111111111:backup-vault:prod')).toBeUndefined();
    expect(vaultNameOf('arn:aws:backup:eu-west-1:111111111111:backup-vault:')).toBeUndefined();
  });
});
