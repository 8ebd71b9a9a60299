import { CONFIG_TYPES } from '../model/resource-count.js';
import type { ConfigType } from '../model/resource-count.js';
import { parseArn } from './arn.js';

/** How the ARNs of a type look. @source Service Authorization Reference, Amazon DynamoDB, EC2, EFS and RDS */
const ARN_FORMS: Readonly<Record<ConfigType, { readonly service: string; readonly prefix: string }>> = {
  'AWS::DynamoDB::Table': { service: 'dynamodb', prefix: 'table/' },
  'AWS::EC2::Instance': { service: 'ec2', prefix: 'instance/' },
  'AWS::EC2::Volume': { service: 'ec2', prefix: 'volume/' },
  'AWS::EFS::FileSystem': { service: 'elasticfilesystem', prefix: 'file-system/' },
  'AWS::RDS::DBCluster': { service: 'rds', prefix: 'cluster:' },
  'AWS::RDS::DBInstance': { service: 'rds', prefix: 'db:' },
};

/** What AWS Config calls the resource of an ARN, members of database clusters included; undefined if it records no such thing. */
export function configTypeOf(arn: string): ConfigType | undefined {
  const parts = parseArn(arn);
  if (parts === undefined) return undefined;
  return CONFIG_TYPES.find((type) => {
    const { service, prefix } = ARN_FORMS[type];
    return parts.service === service && parts.resource.startsWith(prefix);
  });
}
