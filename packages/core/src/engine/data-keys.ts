import type { Inventory } from '../model/inventory.js';
import type { Resource } from '../model/resource.js';
import type { DataKey } from '../rule/evidence-kind.js';
import { accountOf } from '../semantics/arn.js';

/** Finds the keys that encrypt the data of a resource: its own, or for an instance those of its attached volumes. */
export function dataKeys({
  resources,
  encryptionKeys,
}: Pick<Inventory, 'resources' | 'encryptionKeys'>): (resource: Resource) => readonly DataKey[] {
  const known = new Map(encryptionKeys.map(({ arn, managedByAws }) => [arn, managedByAws]));
  const attached = new Map<string, Set<string>>();
  for (const volume of resources) {
    if (volume.type !== 'EBS' || volume.encryptionKeyArn === undefined) continue;
    for (const { instanceArn: arn } of volume.attachments) {
      attached.set(arn, (attached.get(arn) ?? new Set()).add(volume.encryptionKeyArn));
    }
  }
  return ({ arn, accountId, encryptionKeyArn }) => {
    const own = encryptionKeyArn === undefined ? [] : [encryptionKeyArn];
    const keys = [...own, ...(attached.get(arn) ?? [])].map((keyArn): DataKey => {
      // What AWS manages is of the account itself.
      const managedByAws = accountOf(keyArn) === accountId ? known.get(keyArn) : false;
      return Object.freeze({ arn: keyArn, ...(managedByAws !== undefined && { managedByAws }) });
    });
    return Object.freeze(keys);
  };
}
