import { defined } from '@backproof/core';
import type { Inventory, Tags } from '@backproof/core';

/** The tags that name the owner and the system of a resource. Their values are recorded with it; no other tag is. */
export interface OwnershipTags {
  readonly ownerTag?: string | undefined;
  readonly systemTag?: string | undefined;
}

/**
 * The owner and the system of a resource, by its tags. Empty: it has no such tag, or one without a value. Absent: no tag was
 * named when the run was recorded, its tags could not be read, or an earlier version recorded it.
 */
export interface OwnershipFields {
  readonly owner?: string;
  readonly system?: string;
}

/** The columns of the owner and the system. */
export const OWNERSHIP = { owner: 'text', system: 'text' } as const;

/** Returns the owner and the system of each resource of an inventory, by its ARN. */
export function ownershipIn(
  { resources }: Pick<Inventory, 'resources'>,
  { ownerTag, systemTag }: OwnershipTags,
): (arn: string) => OwnershipFields {
  if (ownerTag === undefined && systemTag === undefined) return () => ({});
  const tagsOf = new Map(resources.map(({ arn, tags }) => [arn, tags]));
  return (arn) => {
    const tags = tagsOf.get(arn);
    return tags === undefined ? {} : defined({ owner: valueOf(tags, ownerTag), system: valueOf(tags, systemTag) });
  };
}

function valueOf(tags: Tags, key: string | undefined): string | undefined {
  if (key === undefined) return undefined;
  return Object.hasOwn(tags, key) ? (tags[key] ?? '') : '';
}
