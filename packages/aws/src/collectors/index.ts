import type { ServiceName } from '../clients.js';
import type { Collector } from '../collector.js';
import { backup } from './backup.js';
import { config } from './config.js';
import { dlm } from './dlm.js';
import { dynamodb } from './dynamodb.js';
import { ec2 } from './ec2.js';
import { elasticfilesystem } from './elasticfilesystem.js';
import { fsx } from './fsx.js';
import { kms } from './kms.js';
import { rds } from './rds.js';
import { storagegateway } from './storagegateway.js';
import { tagging } from './tagging.js';

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
