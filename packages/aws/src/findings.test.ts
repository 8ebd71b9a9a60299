import { InventoryBuilder } from '@backproof/core';
import type { EfsFileSystem } from '@backproof/core';
import { describe, expect, it } from '@jest/globals';
import { scope, takenAt } from './collecting.fixture.js';
import { Findings } from './findings.js';

const arn = (id: string) => `arn:aws:elasticfilesystem:eu-west-1:111111111111:file-system/${id}`;
const share: EfsFileSystem = {
  type: 'EFS',
  arn: arn('fs-1'),
  accountId: '111111111111',
  region: 'eu-west-1',
  name: 'share',
  tags: {},
};
const replica = (sourceArn: string, replicaArn?: string) =>
  ({ scope, mechanism: 'efs-replication', sourceArn, ...(replicaArn !== undefined && { replicaArn }) }) as const;

describe('the count of a population', () => {
  it.each([
    ['resources', { kind: 'resources', of: 'EFS' }, 1],
    ['resources of another type', { kind: 'resources', of: 'FSx' }, 0],
    ['replications of which either end is of the type', { kind: 'replicas', of: 'EFS' }, 2],
    ['replications of another type', { kind: 'replicas', of: 'FSx' }, 0],
    ['replications of all types', { kind: 'replicas' }, 3],
    ['tags, by the resources that have them', { kind: 'tags', of: 'EFS' }, 1],
    ['what has no parts', { kind: 'vaults' }, 0],
  ] as const)('is that of %s', (_, population, count) => {
    const page = {
      resources: [share],
      replicas: [
        replica(share.arn, arn('fs-elsewhere')),
        replica(arn('fs-elsewhere'), share.arn),
        replica(arn('fs-elsewhere')),
      ],
      tags: new Map([
        [share.arn, {}],
        [arn('fs-gone'), {}],
      ]),
    };
    const findings = new Findings(new InventoryBuilder(takenAt));
    findings.addPage(page);
    expect(findings.countIn(page, population)).toBe(count);
  });

  it('is that of native backups, each counted once though two readings tell of it', () => {
    const backup = { scope, resourceArn: share.arn, mechanism: 'rds-automated-backups', enabled: true } as const;
    const findings = new Findings(new InventoryBuilder(takenAt));
    findings.addPage({ resources: [share] });
    const counts = [backup, { ...backup, retentionDays: 7 }].map((each) => {
      const page = { nativeBackups: [each] };
      findings.addPage(page);
      return findings.countIn(page, { kind: 'nativeBackups', of: 'EFS' });
    });
    expect(counts).toEqual([1, 0]);
  });
});
