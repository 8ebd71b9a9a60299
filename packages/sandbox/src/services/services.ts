import { backup } from './backup/backup.js';
import { backupGateway } from './backup-gateway/backup-gateway.js';
import { cloudformation } from './cloudformation/cloudformation.js';
import { cloudtrail } from './cloudtrail/cloudtrail.js';
import { config } from './config/config.js';
import { dlm } from './dlm/dlm.js';
import { dsql } from './dsql/dsql.js';
import { dynamodb } from './dynamodb/dynamodb.js';
import { ec2 } from './ec2/ec2.js';
import { efs } from './efs/efs.js';
import { eks } from './eks/eks.js';
import { fsx } from './fsx/fsx.js';
import { kms } from './kms/kms.js';
import { organizations } from './organizations/organizations.js';
import { rbin } from './rbin/rbin.js';
import { rds } from './rds/rds.js';
import { redshift } from './redshift/redshift.js';
import { redshiftServerless } from './redshift-serverless/redshift-serverless.js';
import { s3 } from './s3/s3.js';
import { ssmSap } from './ssm-sap/ssm-sap.js';
import { storageGateway } from './storage-gateway/storage-gateway.js';
import { sts } from './sts/sts.js';
import { tagging } from './tagging/tagging.js';
import { timestream } from './timestream/timestream.js';

/** The services that the sandbox is: all else that must know of a service asks here. */
export const SERVICES = [
  backup,
  backupGateway,
  cloudformation,
  cloudtrail,
  config,
  dlm,
  dsql,
  dynamodb,
  ec2,
  efs,
  eks,
  fsx,
  kms,
  organizations,
  rbin,
  rds,
  redshift,
  redshiftServerless,
  s3,
  ssmSap,
  storageGateway,
  sts,
  tagging,
  timestream,
] as const;
