import type { Instant } from './instant.js';
import { TYPES } from './resource.js';
import type { ConfigType, OwnType } from './resource.js';
import type { Scope } from './scope.js';

/**
 * The types of resource that a scan lists and AWS Config can record, by AWS Config's names.
 * @source API ResourceType of AWS Config
 */
export const CONFIG_TYPES: readonly ConfigType[] = [...new Set(Object.values(TYPES).flatMap(configTypesOf))].sort();

function configTypesOf({ arns }: (typeof TYPES)[OwnType]): readonly ConfigType[] {
  return arns.flatMap((form) => ('configType' in form ? [form.configType] : []));
}

/** The number of resources of a type that AWS Config knows in a scope: a count that does not come from the scan. */
export interface ResourceCount {
  readonly scope: Scope;
  readonly configType: ConfigType;
  readonly count: number;
  /** The recorder of the scope itself, or an aggregator that gathers what the recorders of many scopes know. */
  readonly source: 'recorder' | 'aggregator';
  /** The reason why it may be behind by more than minutes: it looks once a day, or the recorder reports failures. */
  readonly behind?: 'daily' | 'failing';
  /**
   * The number of listed resources of the type that contain no data, in inventories that did not keep them as
   * resources.
   */
  readonly passedOver?: number;
  /**
   * Those that the scan did not find listed. Absent where AWS Config was not asked for names, or did not report them.
   */
  readonly unseen?: readonly UnseenResource[];
}

/** A resource that AWS Config knows and that was not listed by its own service. */
export interface UnseenResource {
  readonly arn: string;
  /** When AWS Config last recorded a change of it. */
  readonly recordedAt: Instant;
  readonly createdAt?: Instant;
}
