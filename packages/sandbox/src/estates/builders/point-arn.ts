import type { Scope } from '@backproof/core';
import { hexId, longId, uuid } from './ids.js';
import type { EstatePlan } from './plan.js';
import { arnIn, type EstateResource } from './resource.js';
import type { EstateVault } from './vault.js';

/** The ARN of a point in a scope. `seed` is another one for each point. */
type PointForm = (scope: Scope, seed: string, resource: EstateResource, at: Date) => string;

const ebsSnapshot: PointForm = ({ partition, region }, seed) =>
  `arn:${partition}:ec2:${region}::snapshot/${longId('snap', seed)}`;

const clusterSnapshot: PointForm = (scope, seed) => arnIn(scope, 'rds', `cluster-snapshot:awsbackup:job-${uuid(seed)}`);

const recoveryPoint: PointForm = (scope, seed) => arnIn(scope, 'backup', `recovery-point:${uuid(seed).toUpperCase()}`);

/** The points of a bucket have its name and their time: `uploads-20261122050000-5ec207d0`. */
const bucketPoint: PointForm = (scope, seed, { name }, at) =>
  arnIn(
    scope,
    'backup',
    `recovery-point:${name}-${at.toISOString().replace(/\D/g, '').slice(0, 14)}-${hexId(8, seed)}`,
  );

/** @source Developer Guide, access-control: ARNs of recovery points. Those of EC2 name no account. */
const FORMS: Readonly<Record<EstateResource['type'], PointForm>> = {
  EC2: ({ partition, region }, seed) => `arn:${partition}:ec2:${region}::image/${longId('ami', seed)}`,
  EBS: ebsSnapshot,
  'Storage Gateway': ebsSnapshot,
  RDS: (scope, seed) => arnIn(scope, 'rds', `snapshot:awsbackup:job-${uuid(seed)}`),
  Aurora: clusterSnapshot,
  DocumentDB: clusterSnapshot,
  Neptune: clusterSnapshot,
  DynamoDB: recoveryPoint,
  EFS: recoveryPoint,
  S3: bucketPoint,
  EKS: recoveryPoint,
  Timestream: recoveryPoint,
  DSQL: recoveryPoint,
  'SAP HANA on Amazon EC2': recoveryPoint,
  VirtualMachine: recoveryPoint,
  CloudFormation: recoveryPoint,
  Redshift: (scope, seed) => arnIn(scope, 'redshift', `snapshot:resource/awsbackup:job-${uuid(seed)}`),
  'Redshift Serverless': (scope, seed) =>
    arnIn(scope, 'redshift-serverless', `snapshot:resource/awsbackup:job-${uuid(seed)}`),
  FSx: (scope, seed) => arnIn(scope, 'fsx', `backup/${longId('backup', seed)}`),
};

/** The ARN of the recovery point of a resource that a plan made at `at`, or of its copy: `vault` is the one that holds it. */
export function pointArn(resource: EstateResource, vault: EstateVault, plan: EstatePlan, at: Date): string {
  const form = resource.arn.includes(':cluster:') ? clusterSnapshot : FORMS[resource.type];
  return form(vault.scope, `${resource.arn} ${vault.arn} ${plan.arn} ${at.toISOString()}`, resource, at);
}

/**
 * The ARN of the one continuous point that a resource has. That of a bucket has its name, and no time.
 * @source Developer Guide, point-in-time-recovery; access-control, ARNs of recovery points
 */
export function continuousPointArn(
  scope: Scope,
  { type, arn, name }: Pick<EstateResource, 'type' | 'arn' | 'name'>,
): string {
  if (type === 'S3') return arnIn(scope, 'backup', `recovery-point:${name}-${hexId(8, 'continuous', arn)}`);
  return arnIn(scope, 'backup', `recovery-point:continuous:${hexId(32, 'continuous', arn)}`);
}
