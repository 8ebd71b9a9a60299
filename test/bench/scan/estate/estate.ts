import type { Scope } from '@backproof/core';
import type { World, WorldScope } from '@backproof/sandbox';
import { copiedPoints, jobs, keepDays, plannedPoints } from './backups.js';
import type { Depth } from './backups.js';
import { NOW } from './moments.js';
import { PLAN_NAMES, plan, vault, VAULT_NAMES } from './plans.js';
import { contentsOf, resourcesOf } from './resources.js';
import { accountIdsOf, copyScope, regionsOf } from './scopes.js';

/** How large an estate is. */
export interface EstateSize {
  readonly accounts: number;
  /** Of each account. */
  readonly regions: number;
  /** In all scopes together. */
  readonly resources: number;
  /** Of each resource; a quarter of them are copies in another account, if there is one. */
  readonly points: number;
}

/** The estate with nothing in it: it knows who its accounts are. */
export function emptyEstate({ accounts, regions }: EstateSize): World {
  const [first, ...others] = accountIdsOf(accounts).map((id) => ({ id, name: `account-${id}` }));
  if (first === undefined) throw new Error('an estate has one account or more');
  return { partition: 'aws', now: NOW, accounts: [first, ...others], regions: regionsOf(regions), scopes: [] };
}

/** How many resources there are: of each scope as many as the proportions of the types give. */
export function resourceCount(size: EstateSize): number {
  const [accountId] = accountIdsOf(size.accounts);
  const [region = ''] = regionsOf(size.regions);
  const ofScope = resourcesOf({ partition: 'aws', accountId, region }, perScope(size)).length;
  return ofScope * size.accounts * size.regions;
}

function perScope({ accounts, regions, resources }: EstateSize): number {
  return resources / accounts / regions;
}

/** The estate of one account after the other, the same whenever it is made: a large one does not fit into memory. */
export function* estateByAccount(size: EstateSize): Generator<World & { readonly accountId: string }> {
  const { accounts, regions, points } = size;
  const copies = accounts > 1 ? Math.floor(points / 4) : 0;
  const depth = { points: points - copies, copies };
  for (const accountId of accountIdsOf(accounts)) {
    const scopes = regionsOf(regions).map((region) =>
      worldScope({ partition: 'aws', accountId, region }, perScope(size), depth),
    );
    yield { ...emptyEstate(size), scopes, accountId };
  }
}

function worldScope(scope: Scope, count: number, depth: Depth): WorldScope {
  const resources = resourcesOf(scope, count);
  const sources = resourcesOf(copyScope(scope), count);
  const [compute, data] = PLAN_NAMES.map((name) => [...plannedPoints(scope, name, resources, depth)]);
  const copies = PLAN_NAMES.flatMap((name) => [...copiedPoints(scope, name, sources, depth)]);
  const recoveryPoints = { compute: compute ?? [], data: data ?? [], copies };
  return {
    accountId: scope.accountId,
    region: scope.region,
    ...contentsOf(scope, resources),
    plans: PLAN_NAMES.map((name) => plan(scope, name, keepDays(depth))),
    vaults: VAULT_NAMES.map((name) => vault(scope, name, recoveryPoints[name].length)),
    recoveryPoints,
    backupJobs: jobs(scope, resources),
    optIn: Object.fromEntries(OPT_IN_KEYS.map((key) => [key, true])),
  };
}

const OPT_IN_KEYS = ['Aurora', 'DynamoDB', 'EBS', 'EC2', 'EFS', 'FSx', 'RDS', 'S3', 'Storage Gateway'];
