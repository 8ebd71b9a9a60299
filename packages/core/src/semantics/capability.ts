import type { RegionSettings } from '../model/backup-plan.js';
import { remembered } from '../model/remembered.js';
import type { FsxResource, Resource } from '../model/resource.js';
import { CAPABILITIES, type Capability, type CapabilityVariant } from './capability-table.js';
import { isOptInRegion } from './opt-in-regions.js';
import { switchOf } from './opt-in.js';
import { unsupportedReason, type UnsupportedReason } from './unsupported.js';

/** The capabilities of AWS Backup for one resource, or the reason why it has none. */
export type ResourceCapability =
  | ({ readonly supported: true; readonly variant: CapabilityVariant } & Capability)
  | { readonly supported: false; readonly reason: UnsupportedReason };

/** The capability of a resource, under the settings of its own scope (undefined: unread). */
export function capabilityOf(resource: Resource, regionSettings: RegionSettings | undefined): ResourceCapability {
  const reason = unsupportedReason(resource);
  if (reason !== undefined) return { supported: false, reason };
  const variant = variantOf(resource, regionSettings);
  return supported(`${variant}@${placeOf(resource)}`);
}

/** The place of a resource, on which some features of AWS Backup depend. */
type Place = 'opt-in' | 'china' | 'other';

function placeOf({ arn, region }: Resource): Place {
  if (arn.startsWith('arn:aws-cn:')) return 'china';
  return isOptInRegion(region) ? 'opt-in' : 'other';
}

/** @source Developer Guide, backup-feature-availability: feature availability by Region */
function missingIn(place: Place, variant: CapabilityVariant): Partial<Capability> {
  if (place === 'china') return { crossAccountCopy: false };
  if (place !== 'opt-in') return {};
  if (variant === 'DocumentDB') return { crossAccountCopy: false, crossRegionCopy: false };
  if (variant.startsWith('FSx')) return { crossRegionCopy: false };
  const isOther = variant === 'Neptune' || variant === 'CloudFormation' || variant === 'Timestream';
  return isOther ? { crossAccountCopy: false } : {};
}

/** Thousands of resources share one. */
const supported = remembered((key: `${CapabilityVariant}@${Place}`) => {
  const [variant, place] = key.split('@') as [CapabilityVariant, Place];
  return Object.freeze({ supported: true, variant, ...CAPABILITIES[variant], ...missingIn(place, variant) } as const);
});

const FSX_VARIANTS = {
  LUSTRE: 'FSx Lustre',
  ONTAP: 'FSx ONTAP',
  OPENZFS: 'FSx OpenZFS',
  WINDOWS: 'FSx Windows',
} as const satisfies Record<FsxResource['engine'], CapabilityVariant>;

function variantOf(resource: Resource, regionSettings: RegionSettings | undefined): CapabilityVariant {
  const { type } = resource;
  if (type === 'FSx') return FSX_VARIANTS[resource.engine];
  if (type === 'DynamoDB') return dynamoDbVariant(regionSettings);
  if (type === 'RDS') return resource.form === 'cluster' ? 'RDS Multi-AZ cluster' : 'RDS instance';
  return type;
}

/** Advanced where both settings are on. @source Developer Guide, advanced-ddb-backup */
function dynamoDbVariant(regionSettings: RegionSettings | undefined): CapabilityVariant {
  const switches = [switchOf(regionSettings?.optIn, 'DynamoDB'), switchOf(regionSettings?.management, 'DynamoDB')];
  if (switches.includes('off')) return 'DynamoDB basic';
  return switches.includes('unknown') ? 'DynamoDB unknown' : 'DynamoDB advanced';
}
