import type { BackupSummary, ContinuousBackupsDescription, TableDescription } from '@aws-sdk/client-dynamodb';

/** The contents of one scope in DynamoDB. */
export interface DynamoDbWorld {
  readonly tables?: readonly TableDescription[];
  /** By table name. */
  readonly continuousBackups?: Readonly<Record<string, ContinuousBackupsDescription>>;
  /** On-demand backups of tables, AWS Backup's among them. */
  readonly tableBackups?: readonly BackupSummary[];
}
