import { describe, expect, it } from '@jest/globals';
import { mergeScopes } from './merge.js';

const ireland = { accountId: '111111111111', region: 'eu-west-1' };
const frankfurt = { accountId: '111111111111', region: 'eu-central-1' };

describe('mergeScopes', () => {
  it('keeps Regions apart and lists in their order', () => {
    const scopes = mergeScopes([
      { ...ireland, volumes: [{ VolumeId: 'vol-1' }] },
      { ...frankfurt, volumes: [{ VolumeId: 'vol-2' }] },
      { ...ireland, volumes: [{ VolumeId: 'vol-3' }] },
    ]);
    expect(scopes.map(({ region, volumes }) => [region, volumes])).toEqual([
      ['eu-west-1', [{ VolumeId: 'vol-1' }, { VolumeId: 'vol-3' }]],
      ['eu-central-1', [{ VolumeId: 'vol-2' }]],
    ]);
  });

  it('joins the points of a vault, and the settings of a scope', () => {
    const [scope] = mergeScopes([
      { ...ireland, recoveryPoints: { a: [{ RecoveryPointArn: '1' }] }, optIn: { EC2: true } },
      { ...ireland, recoveryPoints: { b: [{ RecoveryPointArn: '2' }] }, optIn: { EBS: false } },
      { ...ireland, recoveryPoints: { a: [{ RecoveryPointArn: '3' }] } },
    ]);
    expect(scope?.recoveryPoints).toEqual({
      a: [{ RecoveryPointArn: '1' }, { RecoveryPointArn: '3' }],
      b: [{ RecoveryPointArn: '2' }],
    });
    expect(scope?.optIn).toEqual({ EC2: true, EBS: false });
  });

  it('treats a vault named __proto__ as any other', () => {
    const [scope] = mergeScopes([{ ...ireland, recoveryPoints: Object.fromEntries([['__proto__', [{}]]]) }]);
    expect(Object.entries(scope?.recoveryPoints ?? {})).toEqual([['__proto__', [{}]]]);
  });
});
