import type { SubjectType } from '@backproof/core';

/**
 * The names of Security Hub for what rules judge.
 *
 * @source securityhub API, ResourceDetails: the types with details of their own
 */
const NAMES: Partial<Readonly<Record<SubjectType, string>>> = {
  EC2: 'AwsEc2Instance',
  EBS: 'AwsEc2Volume',
  RDS: 'AwsRdsDbInstance',
  Aurora: 'AwsRdsDbCluster',
  DocumentDB: 'AwsRdsDbCluster',
  Neptune: 'AwsRdsDbCluster',
  DynamoDB: 'AwsDynamoDbTable',
  S3: 'AwsS3Bucket',
  Redshift: 'AwsRedshiftCluster',
  EKS: 'AwsEksCluster',
  CloudFormation: 'AwsCloudFormationStack',
  'Backup vault': 'AwsBackupBackupVault',
  'Backup plan': 'AwsBackupBackupPlan',
};

/** The type of a resource in Security Hub; `Other` for those that it has no name for. */
export function resourceTypeOf(type: SubjectType): string {
  return NAMES[type] ?? 'Other';
}
