import type { Scope } from '@backproof/core';
import { defined, scopeKey } from '@backproof/core';
import { toAccessError } from './access-error.js';
import { findAggregator } from './aggregator.js';
import type { AggregatorRequest } from './aggregator.js';
import { createCallLog } from './call-log.js';
import type { OperationCalls } from './call-log.js';
import { silenceNodeVersionWarning } from './connection.js';
import type { AggregatorAccess, Connection, Credentials } from './connection.js';
import { assumeAll, identify } from './identity.js';
import type { Identity } from './identity.js';
import { checkRegionName, checkRegionsExist, defaultRegion, enabledRegions } from './regions.js';
import { EARLY_LIMITS } from './scan-limits.js';
import type { ScanLimits } from './scan-limits.js';
import { scanSignal } from './scan-signal.js';
import { endingAt } from './stall-watch.js';
import { unreachableIdentity } from './unreachable.js';

/** A scope, and what its clients are made with. */
export interface ScopeAccess {
  readonly scope: Scope;
  readonly principalArn: string;
  readonly connection: Connection;
  /** Asked how much there is to see, instead of the scope's own recorder of AWS Config. */
  readonly aggregator?: AggregatorAccess | undefined;
  /** The operations that find the scopes and refresh their credentials, reported with the first scope for all of them. */
  readonly calls?: () => readonly OperationCalls[];
}

/** Which scopes to find. Nothing given: the account and Region of the environment. */
export interface ScopeRequest {
  readonly regions?: readonly string[] | undefined;
  /** All Regions that each account has switched on, instead of `regions`. */
  readonly allRegions?: boolean | undefined;
  /** A profile of the shared AWS configuration. */
  readonly profile?: string | undefined;
  /** Instead of the usual credential chain. */
  readonly credentials?: Credentials | undefined;
  /** Roles to assume, each for its account; the caller's own account is then not scanned. */
  readonly roleArns?: readonly string[] | undefined;
  readonly externalId?: string | undefined;
  /** Asked how much there is to see, instead of each scope's own recorder of AWS Config. */
  readonly configAggregator?: AggregatorRequest | undefined;
  readonly endpointUrl?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** When it is aborted, nothing more is asked. */
  readonly deadline?: AbortSignal | undefined;
  /** The patience with AWS. Absent, or in part: somewhat less than that of a scan. */
  readonly limits?: Partial<ScanLimits> | undefined;
}

/**
 * Determines the accounts and Regions to scan, and the principal for each.
 *
 * Roles that cannot be assumed are accounts of which nothing can be read, as long as one role can be.
 *
 * @throws AwsAccessError if there are no credentials, no Region, no such role or aggregator, or no answer
 */
export async function resolveScopes(request: ScopeRequest): Promise<readonly ScopeAccess[]> {
  silenceNodeVersionWarning();
  const { profile, regions = [], roleArns = [] } = request;
  const signal = scanSignal(request.signal);
  const region = regions[0] ?? (await defaultRegion(profile));
  for (const name of [region, ...regions]) checkRegionName(name);

  const log = createCallLog();
  const patience = {
    limits: { ...EARLY_LIMITS, ...request.limits },
    ends: request.deadline === undefined ? [] : [endingAt(request.deadline)],
  };
  const caller = await identifyCaller(request, region, { log, patience }, signal);
  const aggregator = request.configAggregator && (await findAggregator(request.configAggregator, caller, signal));
  const { identities: assumed, unassumed } = await assumeAll(roleArns, caller, request.externalId, signal);
  const [firstUnassumed] = unassumed;
  if (assumed.length === 0 && firstUnassumed !== undefined) throw firstUnassumed.error;
  const identities = roleArns.length === 0 ? [caller] : assumed;
  const unreachable = unassumed.map((role) => unreachableIdentity(role, caller));

  const names = regions.length === 0 ? [region] : regions;
  if (request.allRegions !== true) await checkRegionsExist(names, caller, signal);
  const accesses = identities.map(async (identity) =>
    accessesOf(identity, request.allRegions === true ? await enabledRegions(identity, signal) : names),
  );
  const reached = (await Promise.all(accesses)).flat();
  const everyRegion = [...new Set(reached.map(({ scope }) => scope.region))];
  const unreached = unreachable.flatMap((identity) =>
    accessesOf(identity, request.allRegions === true ? everyRegion : names),
  );
  const scopes = onePerScope([...reached, ...unreached]);
  const [first, ...others] = scopes.map((access) => ({ ...access, aggregator }));
  return first === undefined ? [] : [{ ...first, calls: log.counts }, ...others];
}

async function identifyCaller(
  request: ScopeRequest,
  region: string,
  asking: Pick<Identity, 'log' | 'patience'>,
  signal: AbortSignal,
): Promise<Identity> {
  const { profile, endpointUrl } = request;
  const credentials = request.credentials ?? (await usualCredentials(profile));
  try {
    return await identify({ ...asking, connection: { region, credentials, endpointUrl } }, signal);
  } catch (error) {
    signal.throwIfAborted();
    throw toAccessError(error, { region, profile, endpointUrl });
  }
}

async function usualCredentials(profile: string | undefined): Promise<Credentials> {
  const { fromNodeProviderChain } = await import('@aws-sdk/credential-providers');
  return fromNodeProviderChain(defined({ profile }));
}

function accessesOf(identity: Identity, regions: readonly string[]): ScopeAccess[] {
  const { partition, accountId, principalArn, connection } = identity;
  return regions.map((region) => ({
    scope: { partition, accountId, region },
    principalArn,
    connection: { ...connection, region },
  }));
}

/** Two roles of one account see the same: the first is taken. */
function onePerScope(accesses: readonly ScopeAccess[]): ScopeAccess[] {
  const byKey = new Map<string, ScopeAccess>();
  for (const access of accesses) {
    const key = scopeKey(access.scope);
    if (!byKey.has(key)) byKey.set(key, access);
  }
  return [...byKey.values()];
}
