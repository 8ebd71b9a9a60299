import type { Resource } from '@backproof/core';
import { afterEach, describe, expect, it } from '@jest/globals';
import { answerOnce, expectAllAsked, pagesOf, scope } from '../reading.fixture.js';
import { backupgateway } from './service.js';
import { readTags, readVirtualMachines } from './virtual-machines.js';

const arn = (id: string) => `arn:aws:backup-gateway:eu-west-1:111111111111:vm/vm-${id}`;
const machine = (id: string, name: string): Resource => ({
  type: 'VirtualMachine',
  arn: arn(id),
  accountId: scope.accountId,
  region: scope.region,
  name,
});

function listed(body: object, NextToken?: string): void {
  const input = NextToken === undefined ? {} : { NextToken };
  answerOnce('backup-gateway', 'BackupOnPremises_v20210101.ListVirtualMachines', input, body);
}

function tagged(id: string, body: object, status?: number): void {
  const target = 'BackupOnPremises_v20210101.ListTagsForResource';
  answerOnce('backup-gateway', target, { ResourceArn: arn(id) }, body, status);
}

afterEach(expectAllAsked);

describe('virtual machines', () => {
  it('are read through every page', async () => {
    listed({ VirtualMachines: [{ Name: 'erp', ResourceArn: arn('1'), HypervisorId: 'hype-1' }], NextToken: 'a' });
    listed({ VirtualMachines: [{ Name: 'files', ResourceArn: arn('2'), LastBackupDate: 1_763_700_000 }] }, 'a');
    expect(await pagesOf(backupgateway, { read: readVirtualMachines })).toEqual([
      { resources: [machine('1', 'erp')] },
      { resources: [machine('2', 'files')] },
    ]);
  });

  it('are not none where the list is missing', async () => {
    listed({});
    await expect(pagesOf(backupgateway, { read: readVirtualMachines })).rejects.toThrow(
      'AWS answered ListVirtualMachines without VirtualMachines',
    );
  });

  it('have tags, which are asked for one machine at a time', async () => {
    tagged('1', { Tags: [{ Key: 'backup', Value: 'daily' }] });
    tagged('2', { Tags: [] });
    const before = { resources: [machine('1', 'erp'), machine('2', 'files')] };
    const pages = await pagesOf(backupgateway, { before, read: readTags });
    expect(pages.flatMap(({ tags = new Map() }) => [...tags])).toEqual([
      [arn('1'), { backup: 'daily' }],
      [arn('2'), {}],
    ]);
  });
});
