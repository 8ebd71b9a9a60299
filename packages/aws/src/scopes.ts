import type { OrganizationAccount, Scope, Shard } from '@backproof/core';
import { accountOf, defined, scopeKey } from '@backproof/core';
import pLimit from 'p-limit';
import { AwsAccessError, toAccessError } from './access-error.js';
import { findAggregator } from './aggregator.js';
import type { AggregatorRequest } from './aggregator.js';
import { createCallLog } from './call-log.js';
import type { OperationCalls } from './call-log.js';
import { openPool } from './connection-pool.js';
import type { ConnectionPool } from './connection-pool.js';
import { silenceNodeVersionWarning } from './connection.js';
import type { AggregatorAccess, Connection, Credentials } from './connection.js';
import { ACCOUNTS_AT_ONCE, assumeAll, identify } from './identity.js';
import type { Identity } from './identity.js';
import { organizationAccounts, rolesIn } from './organization.js';
import type { OrganizationRequest } from './organization.js';
import { checkRegionName, checkRegionsExist, defaultRegion, enabledRegions, firstRegion } from './regions.js';
import { EARLY_LIMITS } from './scan-limits.js';
import type { ScanLimits } from './scan-limits.js';
import { scanSignal } from './scan-signal.js';
import { accountsOfShard } from './shard.js';
import { endingAt } from './stall-watch.js';
import { withoutRegions, withoutRole } from './unreachable.js';

/** A scope, and what its clients are made with. */
export interface ScopeAccess {
  readonly scope: Scope;
  readonly principalArn: string;
  readonly connection: Connection;
  /** Asked how much there is to see, instead of the scope's own recorder of AWS Config. */
  readonly aggregator?: AggregatorAccess | undefined;
  /** The operations that find the scopes and refresh their credentials, reported with the first scope for all of them. */
  readonly calls?: () => readonly OperationCalls[];
  /** The accounts of the organization, where one is scanned, with the first scope for all of them. */
  readonly accounts?: readonly OrganizationAccount[] | undefined;
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
  /** The accounts of the caller's organization, instead of `roleArns`; the caller's own by its own credentials. */
  readonly organization?: OrganizationRequest | undefined;
  readonly externalId?: string | undefined;
  /** Asked how much there is to see, instead of each scope's own recorder of AWS Config. */
  readonly configAggregator?: AggregatorRequest | undefined;
  readonly endpointUrl?: string | undefined;
  /** The part of the accounts to scan; roles in other accounts are not assumed. Absent: all. */
  readonly shard?: Shard | undefined;
  readonly signal?: AbortSignal | undefined;
  /** When it is aborted, nothing more is asked. */
  readonly deadline?: AbortSignal | undefined;
  /** The patience with AWS. Absent, or in part: somewhat less than that of a scan. */
  readonly limits?: Partial<ScanLimits> | undefined;
}

/**
 * Determines the accounts and Regions to scan, and the principal for each.
 *
 * Accounts that cannot be entered are accounts of which nothing can be read, as long as another can be entered.
 *
 * @throws AwsAccessError if there are no credentials, no Region, no such role or aggregator, or no answer
 */
export async function resolveScopes(request: ScopeRequest): Promise<readonly ScopeAccess[]> {
  silenceNodeVersionWarning();
  const { regions = [] } = request;
  const signal = scanSignal(request.signal);
  const { region, isGuessed } = await regionToAsk(request);
  for (const name of [region, ...regions]) checkRegionName(name);

  const log = createCallLog();
  const patience = {
    limits: { ...EARLY_LIMITS, ...request.limits },
    ends: request.deadline === undefined ? [] : [endingAt(request.deadline)],
  };
  const caller = await identifyCaller(request, { region, isGuessed }, { log, patience }, signal);
  const aggregator = request.configAggregator && (await findAggregator(request.configAggregator, caller, signal));
  const { reached, unreached, accounts } = await identitiesOf(request, caller, signal);

  const names = regions.length === 0 ? [region] : regions;
  if (request.allRegions !== true) await checkRegionsExist(names, caller, signal);
  const placed =
    request.allRegions === true
      ? await inEnabledRegions(reached, unreached, signal)
      : [...reached, ...unreached].map((identity) => ({ identity, regions: names }));
  const scopes = onePerScope(placed.flatMap((each) => accessesOf(each)));
  const [first, ...others] = scopes.map((access) => ({ ...access, aggregator }));
  return first === undefined ? [] : [{ ...first, calls: log.counts, accounts }, ...others];
}

/** The Region whose endpoints are asked before it is known which are scanned. @throws AwsAccessError if there is none */
async function regionToAsk({ regions = [], allRegions, profile, roleArns = [] }: ScopeRequest) {
  const named = regions[0] ?? (await defaultRegion(profile));
  if (named !== undefined) return { region: named, isGuessed: false };
  const first = allRegions === true ? firstRegion(roleArns) : undefined;
  if (first !== undefined) return { region: first, isGuessed: true };
  throw new AwsAccessError("no AWS Region. Name one or ask for all, or set AWS_REGION or the profile's region.");
}

/** The identities of the accounts to scan: those that can be entered, and those that cannot. */
async function identitiesOf(request: ScopeRequest, caller: Identity, signal: AbortSignal) {
  const { organization, externalId, roleArns = [], shard } = request;
  const accounts = organization && (await organizationAccounts(organization, caller, signal));
  const allRoles = organization && accounts ? rolesIn(accounts, organization, caller) : roleArns;
  const isOwnMeant =
    accounts?.some(({ accountId, leftOut }) => accountId === caller.accountId && leftOut === undefined) ??
    allRoles.length === 0;
  const accountOfRole = (roleArn: string): string => accountOf(roleArn) ?? '';
  const meant = [...(isOwnMeant ? [caller.accountId] : []), ...allRoles.map(accountOfRole)];
  const inShard = accountsOfShard(meant, shard ?? { index: 1, of: 1 });
  const isOwnScanned = isOwnMeant && inShard.has(caller.accountId);
  const roles = allRoles.filter((role) => inShard.has(accountOfRole(role)));
  const { identities: assumed, unassumed } = await assumeAll(roles, caller, externalId, signal);
  const reached = isOwnScanned ? [caller, ...assumed] : assumed;
  const [firstUnassumed] = unassumed;
  // Another part may enter its accounts; but the Regions of an account are known only where one was entered.
  const mayBeEmpty = shard !== undefined && (firstUnassumed === undefined || request.allRegions !== true);
  if (reached.length === 0 && !mayBeEmpty) {
    throw firstUnassumed?.error ?? new AwsAccessError('no account of the organization is left to scan.');
  }
  return { reached, unreached: unassumed.map((role) => withoutRole(role, caller)), accounts };
}

/** An identity, and the Regions in which it scans. */
interface Placed {
  readonly identity: Identity;
  readonly regions: readonly string[];
}

/** Places each identity in the Regions of its account; one whose Regions are not known, in those of all others. */
async function inEnabledRegions(
  reached: readonly Identity[],
  unreached: readonly Identity[],
  signal: AbortSignal,
): Promise<readonly Placed[]> {
  const limit = pLimit(ACCOUNTS_AT_ONCE);
  const errors: AwsAccessError[] = [];
  const placed = await Promise.all(
    reached.map((identity) =>
      limit(async (): Promise<Placed> => {
        try {
          return { identity, regions: await enabledRegions(identity, signal) };
        } catch (error) {
          if (!(error instanceof AwsAccessError)) throw error;
          errors.push(error);
          return { identity: withoutRegions(identity, error), regions: [] };
        }
      }),
    ),
  );
  const everyRegion = [...new Set(placed.flatMap(({ regions }) => regions))];
  const [error] = errors;
  if (everyRegion.length === 0 && error !== undefined) throw error;
  const nowhere = [...placed, ...unreached.map((identity) => ({ identity, regions: [] }))];
  return nowhere.map((each) => (each.regions.length === 0 ? { ...each, regions: everyRegion } : each));
}

async function identifyCaller(
  request: ScopeRequest,
  { region, isGuessed }: { readonly region: string; readonly isGuessed: boolean },
  asking: Pick<Identity, 'log' | 'patience'>,
  signal: AbortSignal,
): Promise<Identity> {
  const { profile, endpointUrl } = request;
  const pool = await openPool(asking.patience.limits.requestsPerSecond);
  const credentials = request.credentials ?? (await usualCredentials(profile, pool));
  try {
    return await identify({ ...asking, connection: { region, credentials, endpointUrl, pool } }, signal);
  } catch (error) {
    signal.throwIfAborted();
    throw toAccessError(error, { region, profile, endpointUrl, isGuessed });
  }
}

async function usualCredentials(profile: string | undefined, { agents }: ConnectionPool): Promise<Credentials> {
  const { fromNodeProviderChain } = await import('@aws-sdk/credential-providers');
  return fromNodeProviderChain({ ...defined({ profile }), clientConfig: { requestHandler: agents } });
}

function accessesOf({ identity, regions }: Placed): ScopeAccess[] {
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
