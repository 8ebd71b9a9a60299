import {
  BackupClient,
  GetBackupPlanCommand,
  ListRecoveryPointsByLegalHoldCommand,
  paginateListLegalHolds,
  paginateListRecoveryPointsByLegalHold,
} from '@aws-sdk/client-backup';
import { afterAll, expect, it } from '@jest/globals';
import { startSandbox } from '../../server.js';

const accountId = '111111111111';
const region = 'eu-central-1';
const createdAt = new Date(Date.UTC(2026, 9, 1));
const holds = ['1', '2', '3'].map((id) => ({
  Title: `case ${id}`,
  Status: id === '3' ? ('CANCELED' as const) : ('ACTIVE' as const),
  LegalHoldId: id,
  LegalHoldArn: `arn:aws:backup:${region}:${accountId}:legal-hold:${id}`,
  CreationDate: createdAt,
}));
const points = ['a', 'b', 'c'].map((id) => ({ RecoveryPointArn: `arn:${id}`, ResourceType: 'EBS' }));
const plan = { BackupPlanName: 'daily', Rules: [{ RuleName: 'night', TargetBackupVaultName: 'prod' }] };

const sandbox = await startSandbox({
  world: {
    partition: 'aws',
    now: Date.UTC(2026, 10, 22),
    accounts: [{ id: accountId, name: 'main' }],
    regions: [region],
    scopes: [
      {
        accountId,
        region,
        legalHolds: holds.map((hold, index) => ({ hold, points: index === 0 ? points : [] })),
        plans: [{ id: 'plan-1', arn: 'arn:plan-1', createdAt, plan, selections: [] }],
      },
    ],
  },
});
afterAll(sandbox.close);

const client = new BackupClient({ endpoint: sandbox.url, region, credentials: sandbox.credentials, maxAttempts: 1 });

it('legal holds come in pages, those that have ended among them', async () => {
  const pages: unknown[] = [];
  for await (const { LegalHolds } of paginateListLegalHolds({ client, pageSize: 2 }, {})) pages.push(LegalHolds);
  expect(pages).toEqual([holds.slice(0, 2), holds.slice(2)]);
});

it('what a legal hold keeps comes in pages', async () => {
  const pages: unknown[] = [];
  const held = paginateListRecoveryPointsByLegalHold({ client, pageSize: 2 }, { LegalHoldId: '1' });
  for await (const { RecoveryPoints } of held) pages.push(RecoveryPoints);
  expect(pages).toEqual([points.slice(0, 2), points.slice(2)]);
});

it('a legal hold that is not there is missed', async () => {
  const command = new ListRecoveryPointsByLegalHoldCommand({ LegalHoldId: '9' });
  await expect(client.send(command)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
});

it('a plan says when it was made, where the world does', async () => {
  const { CreationDate } = await client.send(new GetBackupPlanCommand({ BackupPlanId: 'plan-1' }));
  expect(CreationDate).toEqual(createdAt);
});
