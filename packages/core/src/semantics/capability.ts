import type { RegionSettings } from '../model/backup-plan.js';
import { remembered } from '../model/remembered.js';
import { descriptorOf, RESOURCE_TYPES } from '../model/resource.js';
import type { CapabilityVariant, Resource, UnsupportedReason } from '../model/resource.js';
import type { Capability } from '../model/types/capability.js';
import { isOptInRegion } from './opt-in-regions.js';
import { switchOf } from './opt-in.js';
import { unsupportedReason } from './unsupported.js';

/** The capabilities of AWS Backup for one resource, or the reason why it has none. */
export type ResourceCapability =
  | ({ readonly supported: true; readonly variant: CapabilityVariant } & Capability)
  | { readonly supported: false; readonly reason: UnsupportedReason };

/** The capability of a resource, under the settings of its own scope (undefined: unread). */
export function capabilityOf(resource: Resource, regionSettings: RegionSettings | undefined): ResourceCapability {
  const reason = unsupportedReason(resource);
  if (reason !== undefined) return { supported: false, reason };
  return supported(`${variantOf(resource, regionSettings)}@${placeOf(resource)}`);
}

/** The place of a resource, on which some features of AWS Backup depend. */
type Place = 'opt-in' | 'china' | 'other';

function placeOf({ arn, region }: Resource): Place {
  if (arn.startsWith('arn:aws-cn:')) return 'china';
  return isOptInRegion(region) ? 'opt-in' : 'other';
}

/** Thousands of resources share one. */
const supported = remembered((key: `${CapabilityVariant}@${Place}`) => {
  const variant = VARIANTS.find(({ name }) => key.startsWith(`${name}@`));
  if (variant === undefined) throw new RangeError(`no kind of resource is named ${key}`);
  const missing = key.endsWith('@opt-in') ? variant.inOptInRegions : key.endsWith('@china') ? IN_CHINA : {};
  return Object.freeze({ supported: true, variant: variant.name, ...variant.can, ...missing } as const);
});

/** @source Developer Guide, backup-feature-availability: feature availability by Region */
const IN_CHINA = { crossAccountCopy: false } as const;

const VARIANTS = RESOURCE_TYPES.flatMap((type) => descriptorOf({ type }).variants);

function variantOf(resource: Resource, regionSettings: RegionSettings | undefined): CapabilityVariant {
  const { type } = resource;
  const { variants } = descriptorOf(resource);
  const [only] = variants;
  if (variants.length === 1 && only !== undefined) return only.name;
  const switches = {
    optIn: switchOf(regionSettings?.optIn, type),
    management: switchOf(regionSettings?.management, type),
  };
  const variant = variants.find((each) => each.applies?.(resource, switches) ?? true);
  if (variant === undefined) throw new RangeError(`no kind of ${type} applies to ${resource.arn}`);
  return variant.name;
}
