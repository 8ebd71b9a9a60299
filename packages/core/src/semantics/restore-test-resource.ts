import type { Resource } from '../model/resource.js';

const MARK = 'awsbackup-restore-test';

/** Whether a restore test made this resource, to be deleted after the test. Plans pass over it. @source Developer Guide, restore-testing */
export function isRestoreTestResource(resource: Resource): boolean {
  if (resource.name.startsWith(MARK)) return true;
  return resource.tags !== undefined && Object.hasOwn(resource.tags, MARK);
}
