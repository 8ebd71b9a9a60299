import { afterEach, describe, expect, it } from '@jest/globals';
import { answerGet, collected, gapsOf, populationLines, scope } from '../../collecting.fixture.js';
import { expectAllAsked } from '../reading.fixture.js';

afterEach(expectAllAsked);

const arn = (id: string) => `arn:aws:backup:eu-west-1:111111111111:legal-hold:${id}`;
const hold = (id: string, more: object = {}) => ({
  LegalHoldId: id,
  LegalHoldArn: arn(id),
  Title: `case ${id}`,
  Status: 'ACTIVE',
  CreationDate: 1_763_700_000,
  ...more,
});
const page = { maxResults: '1000' };
const points = (...arns: string[]) => arns.map((RecoveryPointArn) => ({ RecoveryPointArn }));

describe('legal holds', () => {
  it('are read with the points that each keeps, through every page', async () => {
    answerGet('/legal-holds', page, { LegalHolds: [hold('1')], NextToken: 'a' });
    answerGet('/legal-holds', { ...page, nextToken: 'a' }, { LegalHolds: [hold('2')] });
    answerGet('/legal-holds/1/recovery-points', page, { RecoveryPoints: points('arn:c', 'arn:a'), NextToken: 'b' });
    answerGet('/legal-holds/1/recovery-points', { ...page, nextToken: 'b' }, { RecoveryPoints: points('arn:b') });
    answerGet('/legal-holds/2/recovery-points', page, { RecoveryPoints: [] });

    const inventory = await collected('legalHolds');

    expect(populationLines(inventory)).toEqual(['legalHolds complete 2']);
    const createdAt = 1_763_700_000_000;
    expect(inventory.legalHolds).toEqual([
      { scope, arn: arn('1'), title: 'case 1', createdAt, recoveryPointArns: ['arn:a', 'arn:b', 'arn:c'] },
      { scope, arn: arn('2'), title: 'case 2', createdAt, recoveryPointArns: [] },
    ]);
  });

  it.each(['CREATING', 'CANCELING', 'CANCELED'])('that are %s keep nothing, and are not asked', async (Status) => {
    answerGet('/legal-holds', page, { LegalHolds: [hold('1', { Status })] });
    expect((await collected('legalHolds')).legalHolds).toEqual([]);
  });

  it('with a status that AWS added later are a gap: they may keep points', async () => {
    answerGet('/legal-holds', page, { LegalHolds: [hold('1', { Status: 'SUSPENDED' })] });
    const inventory = await collected('legalHolds');
    expect(gapsOf(inventory.populations[0])).toMatchObject([{ code: 'UnknownWord', item: 'LegalHoldId 1' }]);
  });

  it('of which the points may not be listed are a gap that names the action', async () => {
    answerGet('/legal-holds', page, { LegalHolds: [hold('1'), hold('2')] });
    answerGet('/legal-holds/1/recovery-points', page, {}, 403);
    answerGet('/legal-holds/2/recovery-points', page, { RecoveryPoints: [] });

    const inventory = await collected('legalHolds');

    expect(populationLines(inventory)).toEqual(['legalHolds partial 1']);
    expect(gapsOf(inventory.populations[0])).toMatchObject([{ iamAction: 'backup:ListRecoveryPointsByLegalHold' }]);
  });

  it('without a title are a gap with their id', async () => {
    answerGet('/legal-holds', page, { LegalHolds: [hold('1', { Title: undefined })] });
    const inventory = await collected('legalHolds');
    expect(gapsOf(inventory.populations[0])).toMatchObject([
      { message: 'AWS answered ListLegalHolds without Title (LegalHoldId 1)' },
    ]);
  });
});
