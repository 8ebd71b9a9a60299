import type { Resource } from '../model/resource.js';

const MARK = 'awsbackup-restore-test';

/**
 * Returns true if a restore test created this resource, to be deleted after the test. Plans ignore it.
 * @source Developer Guide, restore-testing
 */
export function isRestoreTestResource(resource: Resource): boolean {
  if (resource.name.startsWith(MARK)) return true;
  return resource.tags !== undefined && Object.hasOwn(resource.tags, MARK);
}
