import type { Resource } from '../model/resource.js';
import type { RestoreTestingSelection } from '../model/restore-testing.js';

const EVERY_RESOURCE = '*';

/**
 * Whether a restore-testing selection may pick points of a resource. Its conditions are met by the tags of the latest
 * point, which AWS Backup does not list, so what it may pick it need not.
 * @source API RestoreTestingSelectionForCreate; Developer Guide, restore-testing
 */
export function mayTest(selection: RestoreTestingSelection, { arn, type }: Resource): boolean {
  if (selection.resourceType !== type) return false;
  return selection.resourceArns.some((each) => each === EVERY_RESOURCE || each === arn);
}
