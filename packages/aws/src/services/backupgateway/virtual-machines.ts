import { ListTagsForResourceCommand, ListVirtualMachinesCommand } from '@backproof/clients';
import type { VirtualMachine as Listed } from '@backproof/clients';
import type { Scope, VirtualMachine } from '@backproof/core';
import type { Page } from '../../page.js';
import type { ReadingContext } from '../../reading.js';
import { required } from '../../required.js';
import { toTags } from '../translate.js';

/** @source API (AWS Backup gateway) ListVirtualMachines: without a hypervisor, those of all are listed */
export async function* readVirtualMachines({ pages, scope, translated }: ReadingContext): AsyncIterable<Page> {
  for await (const page of pages(ListVirtualMachinesCommand, {})) {
    const machines = required(page.VirtualMachines, 'ListVirtualMachines: VirtualMachines', page);
    yield {
      resources: translated(machines, 'ListVirtualMachines: Name', (machine) => toVirtualMachine(scope, machine)),
    };
  }
}

/** The tags of the virtual machines that were listed. */
export async function* readTags({ call, found, forEachItem, translated }: ReadingContext): AsyncIterable<Page> {
  const machines = found('resources').filter(({ type }) => type === 'VirtualMachine');
  const ask = ({ arn }: { readonly arn: string }) => call(new ListTagsForResourceCommand({ ResourceArn: arn }));
  for await (const { item, answer } of forEachItem(machines, ask, ({ arn }) => [arn])) {
    const listed = translated(
      [{ ResourceArn: item.arn, Tags: answer.Tags }],
      'ListTagsForResource: ResourceArn',
      ({ Tags }) => toTags(required(Tags, 'ListTagsForResource: Tags', answer), 'ListTagsForResource'),
      ({ ResourceArn }) => ResourceArn,
    );
    yield { tags: new Map(listed.map((tags) => [item.arn, tags])) };
  }
}

/** @source API (AWS Backup gateway) VirtualMachine: it has no state, and no time of its creation */
function toVirtualMachine({ accountId, region }: Scope, machine: Listed): VirtualMachine {
  return {
    type: 'VirtualMachine',
    arn: required(machine.ResourceArn, 'ListVirtualMachines: ResourceArn'),
    accountId,
    region,
    name: required(machine.Name, 'ListVirtualMachines: Name'),
  };
}
