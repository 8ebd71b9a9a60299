import type { Resource, Scope } from '@backproof/core';
import {
  auroraCluster,
  daysAgo,
  dynamoDbTable,
  ebsVolume,
  ec2Instance,
  efsFileSystem,
  fsxFileSystem,
  rdsInstance,
} from '@backproof/testing';
import { WORKLOADS } from './places.js';
import type { PlanName } from './plans.js';

/** A resource, and what befell it. */
export interface BenchResource {
  readonly resource: Resource;
  readonly scope: Scope;
  /** Among all resources. */
  readonly index: number;
  /** The plan that backs it up. */
  readonly plan: PlanName;
  /** Its backups have failed for ten days. */
  readonly stale: boolean;
  /** Three days of its backups are missing, two weeks ago. */
  readonly holed: boolean;
  /** Its copies fail. */
  readonly uncopied: boolean;
  /** So many days old. */
  readonly ageDays: number;
}

/** What makers of resources are given; the names of a scope follow from the number in it. */
interface Making {
  readonly name: string;
  readonly accountId: string;
  readonly region: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly createdAt: number;
}

/** The types of twenty resources, in their order; volumes hang on the instances of their twenty. */
const TYPES = [
  ...Array<'EC2'>(3).fill('EC2'),
  ...Array<'EBS'>(5).fill('EBS'),
  ...Array<'RDS'>(4).fill('RDS'),
  ...Array<'Aurora'>(2).fill('Aurora'),
  ...Array<'DynamoDB'>(2).fill('DynamoDB'),
  ...Array<'EFS'>(3).fill('EFS'),
  'FSx',
] as const;

type BenchType = (typeof TYPES)[number];

const MAKERS: Readonly<Record<Exclude<BenchType, 'EBS'>, (making: Making) => Resource>> = {
  EC2: ec2Instance,
  RDS: rdsInstance,
  Aurora: auroraCluster,
  DynamoDB: dynamoDbTable,
  EFS: efsFileSystem,
  FSx: (making) => fsxFileSystem({ ...making, deployment: 'MULTI_AZ_1' }),
};

/** So many resources, evenly over the scopes. */
export function benchResources(count: number): readonly BenchResource[] {
  const perScope = Math.ceil(count / WORKLOADS.length);
  return WORKLOADS.flatMap((scope, scopeIndex) =>
    Array.from({ length: Math.min(perScope, Math.max(0, count - scopeIndex * perScope)) }, (_, number) =>
      benchResource(scope, number, scopeIndex * perScope + number),
    ),
  );
}

function benchResource(scope: Scope, number: number, index: number): BenchResource {
  const plan = planOf(number);
  const ageDays = index % 17 === 0 ? 100 : 500;
  return {
    resource: resourceOf(scope, number, plan, ageDays),
    scope,
    index,
    plan,
    stale: index % 50 === 1,
    holed: index % 23 === 7,
    uncopied: index % 27 === 3,
    ageDays,
  };
}

/** Of a hundred resources ten are not kept long enough, and twenty copied to an account that is not scanned. */
function planOf(number: number): PlanName {
  const tenth = (number + Math.floor(number / TYPES.length)) % 10;
  return tenth === 9 ? 'bronze' : tenth >= 7 ? 'silver' : 'gold';
}

function resourceOf({ accountId, region }: Scope, number: number, plan: PlanName, ageDays: number): Resource {
  const type = TYPES[number % TYPES.length] ?? 'EC2';
  const name = nameOf(type, number);
  const tags = { Name: name, Environment: 'production', Owner: `team-${number % 50}`, backup: plan };
  const making = { name, accountId, region, tags, createdAt: daysAgo(ageDays) };
  if (type !== 'EBS') return MAKERS[type](making);
  const first = number - (number % TYPES.length);
  const host = ec2Instance({ name: nameOf('EC2', first + (number % 3)), accountId, region });
  return ebsVolume({ ...making, attachments: [{ instanceArn: host.arn, since: 0 }] });
}

function nameOf(type: BenchType, number: number): string {
  return `${type.toLowerCase()}-${String(number).padStart(17, '0')}`;
}
