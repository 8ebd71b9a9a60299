import { BackupGatewayClient, ListTagsForResourceCommand, ListVirtualMachinesCommand } from '@backproof/clients';
import { afterAll, expect, it } from '@jest/globals';
import { startSandbox } from '../../server.js';

const accountId = '111111111111';
const region = 'eu-central-1';
const arnOf = (id: string) => `arn:aws:backup-gateway:${region}:${accountId}:vm/vm-${id}`;
const virtualMachines = ['web', 'erp', 'files'].map((Name) => ({
  HostName: 'esxi-1',
  HypervisorId: 'hype-0a1',
  Name,
  Path: `/dc/vm/${Name}`,
  ResourceArn: arnOf(Name),
  LastBackupDate: new Date(Date.UTC(2026, 10, 21)),
}));

const sandbox = await startSandbox({
  world: {
    partition: 'aws',
    now: Date.UTC(2026, 10, 22),
    accounts: [{ id: accountId, name: 'main' }],
    regions: [region],
    scopes: [{ accountId, region, virtualMachines, tags: { [arnOf('erp')]: { backup: 'daily' } } }],
  },
});
afterAll(sandbox.close);

const { url: endpoint, credentials } = sandbox;
const client = new BackupGatewayClient({ endpoint, region, credentials, maxAttempts: 1 });

it('virtual machines come in pages', async () => {
  const { VirtualMachines, NextToken } = await client.send(new ListVirtualMachinesCommand({ MaxResults: 2 }));
  const rest = await client.send(new ListVirtualMachinesCommand({ NextToken }));
  expect([VirtualMachines, rest.VirtualMachines, rest.NextToken]).toEqual([
    virtualMachines.slice(0, 2),
    virtualMachines.slice(2),
    undefined,
  ]);
});

it.each([
  ['erp', [{ Key: 'backup', Value: 'daily' }]],
  ['web', []],
])('the tags of %s are listed', async (name, tags) => {
  const { Tags } = await client.send(new ListTagsForResourceCommand({ ResourceArn: arnOf(name) }));
  expect(Tags).toEqual(tags);
});

it.each([{ MaxResults: 0 }, { NextToken: 'x' }])('%o is refused', async (wanted) => {
  const error = { name: 'ValidationException' };
  await expect(client.send(new ListVirtualMachinesCommand(wanted))).rejects.toMatchObject(error);
});

it('an unknown virtual machine is missed', async () => {
  const error = { name: 'ResourceNotFoundException' };
  await expect(client.send(new ListTagsForResourceCommand({ ResourceArn: arnOf('x') }))).rejects.toMatchObject(error);
});
