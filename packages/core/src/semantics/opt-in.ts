import type { Resource, ResourceType } from '../model/resource.js';
import type { ArnPatternForm } from './arn-pattern.js';

/** A switch for a resource type in the settings of a Region. Unknown where the settings do not name the type. */
export type Switch = 'on' | 'off' | 'unknown';

/**
 * Returns the switch for a resource type, by AWS Backup's name, in settings (undefined: unread). A type that they leave
 * out is unknown: AWS does not say what that means.
 * @source API DescribeRegionSettings
 */
export function switchOf(settings: Readonly<Record<string, boolean>> | undefined, type: string): Switch {
  if (settings === undefined || !Object.hasOwn(settings, type)) return 'unknown';
  return settings[type] === true ? 'on' : 'off';
}

/** @source Developer Guide, getting-started: Service opt-in */
const ALWAYS_OPT_IN: ReadonlySet<ResourceType> = new Set(['Aurora', 'DocumentDB', 'Neptune']);

/**
 * Returns true if a resource that a selection names in this form is backed up only where its type is opted in. A tag or
 * an empty selection counts as naming the service only. FSx file systems of all kinds share one form of ARN, and so do
 * RDS Multi-AZ DB clusters and Aurora clusters, so that a pattern does not name their type.
 * @source Developer Guide, assigning-resources-json: Shared resource types
 */
export function needsOptIn(resource: Resource, form: ArnPatternForm): boolean {
  if (ALWAYS_OPT_IN.has(resource.type) || form === 'service') return true;
  if (form !== 'type') return false;
  if (resource.type === 'RDS') return resource.form === 'cluster';
  return resource.type === 'FSx' && resource.form === 'fileSystem';
}

/**
 * Returns true if a plan comes from an organization's backup policy. Such plans follow the opt-in of the management
 * account.
 * @source Developer Guide, manage-cross-account
 */
export function isOrganizationPlan(planId: string): boolean {
  return planId.startsWith('orgs/');
}
