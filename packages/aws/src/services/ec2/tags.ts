import type { Tag } from '@aws-sdk/client-ec2';

/** Returns true if there is a tag with this key. */
export function hasTag(tags: readonly Tag[] | undefined, key: string): boolean {
  return tags?.some(({ Key }) => Key === key) === true;
}

/**
 * Returns true if Data Lifecycle Manager made a snapshot or an image.
 *
 * @source EBS User Guide, dlm-elements: its system tags
 */
export function isOfLifecycleManager(tags: readonly Tag[] | undefined): boolean {
  return hasTag(tags, 'aws:dlm:lifecycle-policy-id');
}
