import type { Scope } from '@backproof/core';
import type { World, WorldScope } from '@backproof/sandbox';
import { copiedPoints, jobs, keepDays, plannedPoints } from './backups.js';
import type { Depth } from './backups.js';
import { NOW } from './moments.js';
import { PLAN_NAMES, plan, vault, VAULT_NAMES } from './plans.js';
import { contentsOf, resourcesOf } from './resources.js';
import { ACCOUNT_IDS, copyScope, REGIONS, SCOPES } from './scopes.js';

/** How large an estate is. */
export interface EstateSize {
  /** In all scopes together. */
  readonly resources: number;
  /** Of each resource; a quarter of them are copies in the other account. */
  readonly points: number;
}

/** An estate in two accounts and two Regions, the same whenever it is made. */
export function estate({ resources, points }: EstateSize): World {
  const copies = Math.floor(points / 4);
  const depth = { points: points - copies, copies };
  const [first, second] = ACCOUNT_IDS;
  return {
    partition: 'aws',
    now: NOW,
    accounts: [
      { id: first, name: 'production' },
      { id: second, name: 'business' },
    ],
    regions: REGIONS,
    scopes: SCOPES.map((scope) => worldScope(scope, resources / SCOPES.length, depth)),
  };
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

const OPT_IN_KEYS = ['Aurora', 'DynamoDB', 'EBS', 'EC2', 'EFS', 'FSx', 'RDS', 'Storage Gateway'];
