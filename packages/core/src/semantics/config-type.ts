import { CONFIG_TYPES } from '../model/resource-count.js';
import type { ConfigType } from '../model/resource-count.js';
import type { ResourceType } from '../model/resource.js';
import { parseArn } from './arn.js';

/** The forms of the ARNs of each type. @source Service Authorization Reference, Amazon DynamoDB, EC2, EFS and RDS */
const ARN_FORMS: Readonly<Record<ConfigType, { readonly service: string; readonly prefix: string }>> = {
  'AWS::DynamoDB::Table': { service: 'dynamodb', prefix: 'table/' },
  'AWS::EC2::Instance': { service: 'ec2', prefix: 'instance/' },
  'AWS::EC2::Volume': { service: 'ec2', prefix: 'volume/' },
  'AWS::EFS::FileSystem': { service: 'elasticfilesystem', prefix: 'file-system/' },
  'AWS::RDS::DBCluster': { service: 'rds', prefix: 'cluster:' },
  'AWS::RDS::DBInstance': { service: 'rds', prefix: 'db:' },
};

/**
 * Returns AWS Config's type of the resource of an ARN, members of database clusters included; undefined if it records
 * no such type.
 */
export function configTypeOf(arn: string): ConfigType | undefined {
  const parts = parseArn(arn);
  if (parts === undefined) return undefined;
  return CONFIG_TYPES.find((type) => {
    const { service, prefix } = ARN_FORMS[type];
    return parts.service === service && parts.resource.startsWith(prefix);
  });
}

const DATABASES = ['RDS', 'Aurora', 'DocumentDB', 'Neptune'] as const satisfies readonly ResourceType[];

/** The resource types that a type of AWS Config may be of. It counts the databases of all engines alike. */
export const TYPES_OF_CONFIG_TYPE: Readonly<Record<ConfigType, readonly ResourceType[]>> = {
  'AWS::DynamoDB::Table': ['DynamoDB'],
  'AWS::EC2::Instance': ['EC2'],
  'AWS::EC2::Volume': ['EBS'],
  'AWS::EFS::FileSystem': ['EFS'],
  'AWS::RDS::DBCluster': DATABASES,
  'AWS::RDS::DBInstance': DATABASES,
};
