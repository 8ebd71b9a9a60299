import type { ClusterStatus } from '@aws-sdk/client-eks';
import type { Scope } from '@backproof/core';
import { arnIn, inScope, LONG_AGO, type EstateResource, type Named } from './resource.js';

interface ClusterOptions extends Named {
  /** Absent: `ACTIVE`. */
  readonly status?: ClusterStatus;
}

/** A cluster of EKS. */
export function eksCluster(scope: Scope, options: ClusterOptions): EstateResource {
  const { name, tags = {}, createdAt = LONG_AGO, status = 'ACTIVE' } = options;
  const arn = arnIn(scope, 'eks', `cluster/${name}`);
  const world = inScope(scope, { eksClusters: [{ name, arn, createdAt, status, tags, version: '1.34' }] });
  return { scope, arn, type: 'EKS', name, createdAt, world };
}
