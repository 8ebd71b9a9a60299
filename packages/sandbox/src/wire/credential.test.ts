import { describe, expect, it } from '@jest/globals';
import { accessKeyIdOf, accountIdOf, readCredential } from './credential.js';

describe('readCredential', () => {
  it('reads who calls which service where', () => {
    const header =
      'AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE/20261122/eu-central-1/elasticfilesystem/aws4_request, ' +
      'SignedHeaders=host;x-amz-date, Signature=abc';
    expect(readCredential(header)).toEqual({
      accessKeyId: 'AKIAEXAMPLE',
      region: 'eu-central-1',
      service: 'elasticfilesystem',
    });
  });

  it.each([undefined, '', 'Bearer abc', 'AWS4-HMAC-SHA256 Credential=AKIA/20261122/eu-central-1'])(
    'finds nothing in %p',
    (header) => {
      expect(readCredential(header)).toBeUndefined();
    },
  );
});

describe('access keys', () => {
  it.each(['AKIA', 'ASIA'] as const)('an %s key names its account', (kind) => {
    expect(accountIdOf(accessKeyIdOf('111122223333', kind))).toBe('111122223333');
  });

  it("somebody else's key names none", () => {
    expect(accountIdOf('AKIAIOSFODNN7EXAMPLE')).toBeUndefined();
  });
});
