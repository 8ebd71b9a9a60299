import { afterEach, describe, expect, it } from '@jest/globals';
import { redshiftserverless } from './service.js';
import { answerOnce, expectAllAsked, pagesOf, scope } from '../reading.fixture.js';

const arn = (name: string) => `arn:aws:redshift-serverless:eu-west-1:111111111111:namespace/${name}`;
const namespace = (name: string, more: object = {}) => ({
  namespaceName: name,
  namespaceArn: arn(name),
  status: 'AVAILABLE',
  creationDate: '2026-01-02T03:04:05Z',
  ...more,
});
const point = (name: string, time: string, more: object = {}) => ({
  recoveryPointId: `${name} ${time}`,
  namespaceArn: arn(name),
  recoveryPointCreateTime: time,
  ...more,
});
const snapshot = (name: string, time: string, more: object = {}) => ({
  snapshotName: `by-hand-${name}`,
  namespaceArn: arn(name),
  snapshotCreateTime: time,
  status: 'AVAILABLE',
  ...more,
});

function page(operation: string, answer: object, nextToken?: string): void {
  const input = { maxResults: 100, ...(nextToken !== undefined && { nextToken }) };
  answerOnce('redshift-serverless', `RedshiftServerless.${operation}`, input, answer);
}

async function read(recoveryPoints: readonly object[] = [], snapshots: readonly object[] = []) {
  page('ListNamespaces', { namespaces: [namespace('sales')] });
  page('ListRecoveryPoints', { recoveryPoints });
  page('ListSnapshots', { snapshots });
  return (await pagesOf(redshiftserverless)).flatMap(({ nativeBackups = [] }) => nativeBackups);
}

afterEach(expectAllAsked);

describe('namespaces of Redshift Serverless', () => {
  it('are read through every page; where there are none, nothing else is asked for', async () => {
    page('ListNamespaces', { namespaces: [], nextToken: 'a' });
    page('ListNamespaces', { namespaces: [] }, 'a');
    expect(await pagesOf(redshiftserverless)).toEqual([{ resources: [] }, { resources: [] }]);
  });

  it('are translated, without their tags', async () => {
    page('ListNamespaces', { namespaces: [namespace('sales', { status: 'MODIFYING' })] });
    page('ListRecoveryPoints', { recoveryPoints: [] });
    page('ListSnapshots', { snapshots: [] });
    expect((await pagesOf(redshiftserverless))[0]).toEqual({
      resources: [
        {
          type: 'Redshift Serverless',
          arn: arn('sales'),
          accountId: '111111111111',
          region: 'eu-west-1',
          name: 'sales',
          createdAt: Date.parse('2026-01-02T03:04:05Z'),
          state: { is: 'transient', word: 'MODIFYING' },
        },
      ],
    });
  });

  it.each([
    ['namespaces', {}],
    ['namespaceArn', { namespaces: [namespace('sales', { namespaceArn: undefined })] }],
  ])('an answer without %s is an error', async (field, answer) => {
    page('ListNamespaces', answer);
    await expect(pagesOf(redshiftserverless)).rejects.toThrow(`AWS answered ListNamespaces without ${field}`);
  });
});

describe('backups of namespaces', () => {
  const points = {
    scope,
    resourceArn: arn('sales'),
    mechanism: 'redshift-serverless-recovery-points',
    enabled: true,
    retentionDays: 1,
  };

  it('are always on, also where there are none yet', async () => {
    expect(await read()).toEqual([points]);
  });

  it('are the newest recovery point and the newest snapshot', async () => {
    const backups = await read(
      [
        point('sales', '2026-11-22T05:00:00Z'),
        point('sales', '2026-11-22T05:30:00Z'),
        point('gone', '2026-11-22T06:00:00Z'),
      ],
      [snapshot('sales', '2026-11-01T05:00:00Z'), snapshot('sales', '2026-10-01T05:00:00Z')],
    );
    expect(backups).toEqual([
      { ...points, latestRestorableAt: Date.parse('2026-11-22T05:30:00Z') },
      {
        scope,
        resourceArn: arn('sales'),
        mechanism: 'redshift-serverless-snapshots',
        enabled: true,
        latestRestorableAt: Date.parse('2026-11-01T05:00:00Z'),
      },
    ]);
  });

  it.each([
    ['of AWS Backup', { snapshotName: 'awsbackup:job-1' }],
    ['that is being made', { status: 'CREATING' }],
    ['of a namespace that is gone', { namespaceArn: arn('gone') }],
  ])('are no snapshot %s', async (_story, more) => {
    expect(await read([], [snapshot('sales', '2026-11-01T05:00:00Z', more)])).toEqual([points]);
  });

  it.each([
    ['ListRecoveryPoints without recoveryPointCreateTime', [point('sales', '', { recoveryPointCreateTime: null })]],
    ['ListRecoveryPoints without namespaceArn', [point('sales', '2026-11-22T05:00:00Z', { namespaceArn: null })]],
  ])('an answer of %s is an error', async (fault, given) => {
    page('ListNamespaces', { namespaces: [namespace('sales')] });
    page('ListRecoveryPoints', { recoveryPoints: given });
    await expect(pagesOf(redshiftserverless)).rejects.toThrow(`AWS answered ${fault}`);
  });

  it('in a status that AWS added later are not known', async () => {
    const given = [snapshot('sales', '2026-11-01T05:00:00Z', { status: 'ARCHIVED' })];
    await expect(read([], given)).rejects.toThrow('with status ARCHIVED, which this version does not know');
  });
});
