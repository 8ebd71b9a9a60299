import type { ResourceType } from '@backproof/core';
import type { CalledService, Paging } from './called-service.js';
import type { Reading } from './reading.js';
import type { SdkClient } from './sdk.js';

/**
 * The declaration of one service: all that is known of it without its client and its reading code, which are imported
 * when a reading runs.
 */
export interface Service<Name extends string = string, Client extends SdkClient = SdkClient> extends CalledService<
  Name,
  Client
> {
  /** AWS offers it in some Regions only. Its readings follow `regionSettings`: see `isNotOffered`. */
  readonly someRegions?: true;
  /** It finds the accounts of an organization, for the caller of a scan: see `readOnlyPolicy`. */
  readonly forOrganization?: true;
  /** The types whose tags are left to the tagging API, by the filter that it knows them by. */
  readonly tagFilters?: Readonly<Partial<Record<ResourceType, string>>>;
  readonly readings: readonly Reading[];
}

/** The requests that a service gets at the same time in one scope, unless it declares otherwise. */
export const REQUESTS_AT_ONCE = 5;

/** Declares a service; only for its types. */
export function defineService<Name extends string, Client extends SdkClient>(
  service: Service<Name, Client>,
): Service<Name, Client> {
  return service;
}

/** The paging of most APIs. */
export function byNextToken(pageSize: number): Paging {
  return { pageSize, limit: 'MaxResults', token: 'NextToken', next: 'NextToken' };
}
