import { buildArn } from '@backproof/core';
import type { LifecyclePolicy } from '@backproof/core';
import { home } from './place.js';

/** A policy of Data Lifecycle Manager, at home: it is to make snapshots of the volumes that are tagged `dlm=daily`. */
export function lifecyclePolicy(fields: Partial<LifecyclePolicy> = {}): LifecyclePolicy {
  const { scope = home, id = 'policy-1' } = fields;
  return {
    scope,
    arn: buildArn({ ...scope, service: 'dlm', resource: `policy/${id}` }),
    id,
    state: 'ENABLED',
    makes: 'snapshots',
    targets: 'VOLUME',
    targetTags: [{ key: 'dlm', value: 'daily' }],
    excludesSome: false,
    ...fields,
  };
}
