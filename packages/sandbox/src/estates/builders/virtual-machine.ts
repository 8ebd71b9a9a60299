import type { Scope } from '@backproof/core';
import { hexId } from './ids.js';
import { arnIn, inScope, LONG_AGO, type EstateResource, type Named } from './resource.js';

/** A VMware virtual machine. AWS Backup gateway does not know since when there is one. */
export function virtualMachine(scope: Scope, { name, tags }: Omit<Named, 'createdAt'>): EstateResource {
  const arn = arnIn(scope, 'backup-gateway', `vm/vm-${hexId(16, 'vm', scope.accountId, scope.region, name)}`);
  const machine = {
    ...{ HostName: 'esxi-1', HypervisorId: `hype-${hexId(16, 'hypervisor', scope.accountId)}` },
    ...{ Name: name, Path: `/datacenter/vm/${name}`, ResourceArn: arn },
  };
  const world = inScope(scope, { virtualMachines: [machine], ...(tags && { tags: { [arn]: tags } }) });
  return { scope, arn, type: 'VirtualMachine', name, createdAt: LONG_AGO, world };
}
