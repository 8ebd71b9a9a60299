import type { ResourceType } from '../model/resource.js';

/**
 * Which resources a setting concerns: those that fit every field that is given, by any one of its values. Texts may
 * hold `*` for any characters; they fit as a whole and are case sensitive.
 */
export interface ResourceMatch {
  readonly types?: readonly ResourceType[];
  readonly accounts?: readonly string[];
  readonly regions?: readonly string[];
  readonly arns?: readonly string[];
  /** By key, the values of which the resource must carry one: `{ Environment: ['production', 'prod-*'] }`. */
  readonly tags?: Readonly<Record<string, readonly string[]>>;
}
