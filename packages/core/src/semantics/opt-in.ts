import type { RegionSettings } from '../model/backup-plan.js';
import { descriptorOf } from '../model/resource.js';
import type { Resource } from '../model/resource.js';
import type { Switch } from '../model/types/type-descriptor.js';
import type { ArnPatternForm } from './arn-pattern.js';

/** The opt-ins that plans of an account and Region follow. What is absent was not read. */
export interface OptIns extends Partial<Pick<RegionSettings, 'optIn'>> {
  /** Those of the organization's management account in the same Region, which the organization's plans follow. */
  readonly organizationOptIn?: RegionSettings['optIn'];
}

/**
 * Returns the switch for a resource type, by AWS Backup's name, in settings (undefined: unread). A type that they leave
 * out is unknown: AWS does not say what that means.
 * @source API DescribeRegionSettings
 */
export function switchOf(settings: Readonly<Record<string, boolean>> | undefined, type: string): Switch {
  if (settings === undefined || !Object.hasOwn(settings, type)) return 'unknown';
  return settings[type] === true ? 'on' : 'off';
}

/**
 * Returns true if a resource that a selection names in this form is backed up only where its type is opted in. A tag or
 * an empty selection counts as naming the service only. A pattern does not name the type where several types share one
 * form of ARN.
 * @source Developer Guide, getting-started: Service opt-in; assigning-resources-json: Shared resource types
 */
export function needsOptIn(resource: Resource, form: ArnPatternForm): boolean {
  const { optIn } = descriptorOf(resource);
  if (optIn.always || form === 'service') return true;
  return form === 'type' && optIn.sharesArn?.(resource) === true;
}

/**
 * Returns true if a plan comes from an organization's backup policy. Such plans follow the opt-in of the management
 * account.
 * @source Developer Guide, manage-cross-account
 */
export function isOrganizationPlan(planId: string): boolean {
  return planId.startsWith('orgs/');
}
