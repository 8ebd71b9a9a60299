import type { ServiceName } from '../clients.js';
import type { Collector } from '../collector.js';
import { backup } from './backup/backup.js';
import { config } from './config/config.js';
import { dlm } from './dlm/policies.js';
import { dynamodb } from './dynamodb/tables.js';
import { ec2 } from './ec2/volumes-and-instances.js';
import { elasticfilesystem } from './efs/file-systems.js';
import { fsx } from './fsx/file-systems.js';
import { kms } from './kms/keys.js';
import { rds } from './rds/rds.js';
import { storagegateway } from './storagegateway/volumes.js';
import { tagging } from './tagging/tags.js';

/** The collectors by service: the calls, the IAM policy and the documentation all come from here. */
export const COLLECTORS: { readonly [Service in ServiceName]: Collector<Service> } = {
  backup,
  config,
  dlm,
  dynamodb,
  ec2,
  elasticfilesystem,
  fsx,
  kms,
  rds,
  storagegateway,
  tagging,
};
