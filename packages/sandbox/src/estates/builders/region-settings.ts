import type { Scope } from '@backproof/core';
import type { WorldScope } from '../../world/world.js';
import { inScope } from './resource.js';

/** The keys of AWS's opt-in settings, as AWS spells them. @source API DescribeRegionSettings */
const OPT_IN_KEYS = [
  'Aurora',
  'CloudFormation',
  'DSQL',
  'DocumentDB',
  'DynamoDB',
  'EBS',
  'EC2',
  'EFS',
  'EKS',
  'FSx',
  'Neptune',
  'RDS',
  'Redshift',
  'Redshift Serverless',
  'S3',
  'SAP HANA on Amazon EC2',
  'Storage Gateway',
  'Timestream',
  'VirtualMachine',
] as const;

type OptInKey = (typeof OPT_IN_KEYS)[number];

interface Settings {
  readonly optedOut?: readonly OptInKey[];
  /** Types of which the settings say nothing, as of those that AWS added after the account's first use. */
  readonly unsaid?: readonly OptInKey[];
}

/** The settings of AWS Backup in a scope: opted in to everything unless said otherwise. */
export function regionSettings(scope: Scope, { optedOut = [], unsaid = [] }: Settings = {}): WorldScope {
  const said = OPT_IN_KEYS.filter((key) => !unsaid.includes(key));
  return inScope(scope, {
    optIn: Object.fromEntries(said.map((key) => [key, !optedOut.includes(key)])),
    management: { DynamoDB: true, EFS: true },
  });
}
