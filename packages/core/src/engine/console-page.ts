import type { OutcomeSubject, SubjectType } from './outcome.js';
import { parseArn } from '../semantics/arn.js';

/** The page of the AWS console that shows resources whose ARN has this form. */
interface ConsolePage {
  readonly type: SubjectType;
  /** The resource part of the ARN, up to the id. */
  readonly before: string;
  /** The path below the console of a Region; `{region}`, `{id}` and `{arn}` stand for those of the resource. */
  readonly path: string;
}

/**
 * The pages whose addresses are well known; resources of other types have no link.
 * @source the addresses that the consoles themselves show
 */
export const CONSOLE_PAGES: readonly ConsolePage[] = [
  { type: 'EC2', before: 'instance/', path: 'ec2/home?region={region}#InstanceDetails:instanceId={id}' },
  { type: 'EBS', before: 'volume/', path: 'ec2/home?region={region}#VolumeDetails:volumeId={id}' },
  { type: 'RDS', before: 'db:', path: 'rds/home?region={region}#database:id={id};is-cluster=false' },
  { type: 'RDS', before: 'cluster:', path: 'rds/home?region={region}#database:id={id};is-cluster=true' },
  { type: 'Aurora', before: 'cluster:', path: 'rds/home?region={region}#database:id={id};is-cluster=true' },
  { type: 'Neptune', before: 'cluster:', path: 'neptune/home?region={region}#database:id={id};is-cluster=true' },
  { type: 'DocumentDB', before: 'cluster:', path: 'docdb/home?region={region}#cluster-details/{id}' },
  { type: 'DynamoDB', before: 'table/', path: 'dynamodbv2/home?region={region}#table?name={id}' },
  { type: 'S3', before: '', path: 's3/buckets/{id}?region={region}' },
  { type: 'EFS', before: 'file-system/', path: 'efs/home?region={region}#/file-systems/{id}' },
  { type: 'FSx', before: 'file-system/', path: 'fsx/home?region={region}#file-system-details/{id}' },
  { type: 'Redshift', before: 'cluster:', path: 'redshiftv2/home?region={region}#cluster-details?cluster={id}' },
  { type: 'EKS', before: 'cluster/', path: 'eks/home?region={region}#/clusters/{id}' },
  {
    type: 'CloudFormation',
    before: 'stack/',
    path: 'cloudformation/home?region={region}#/stacks/stackinfo?stackId={arn}',
  },
  { type: 'Backup vault', before: 'backup-vault:', path: 'backup/home?region={region}#/backupvaults/details/{id}' },
];

/** The domain of the console in each partition that has one for everybody. @source AWS General Reference, AWS service endpoints */
export const CONSOLE_DOMAINS: Readonly<Record<string, string>> = {
  aws: 'console.aws.amazon.com',
  'aws-cn': 'console.amazonaws.cn',
  'aws-us-gov': 'console.amazonaws-us-gov.com',
};

/**
 * Returns the address of a resource in the AWS console; undefined if its type has none, or if its ARN or Region is not of the
 * form that AWS gives them: whatever else a stranger's ARN holds, it gets into no address.
 */
export function consolePageOf({
  arn,
  type,
  region,
}: Pick<OutcomeSubject, 'arn' | 'type' | 'region'>): string | undefined {
  const { partition = '', resource = '' } = parseArn(arn) ?? {};
  const domain = Object.hasOwn(CONSOLE_DOMAINS, partition) ? CONSOLE_DOMAINS[partition] : undefined;
  const page = CONSOLE_PAGES.find((each) => each.type === type && resource.startsWith(each.before));
  if (domain === undefined || page === undefined || !/^[a-z]{2,4}(-[a-z]+)+-\d+$/.test(region)) return undefined;
  const id = resource.slice(page.before.length);
  const isPlain = page.path.includes('{arn}') ? /^[\w.-]+\/[\w.-]+$/.test(id) : /^[\w.-]+$/.test(id);
  if (!isPlain) return undefined;
  const values: Readonly<Record<string, string>> = { region, id, arn: encodeURIComponent(arn) };
  return `https://${region}.${domain}/${page.path.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')}`;
}
