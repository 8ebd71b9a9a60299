import { backup } from './backup/service.js';
import { backupgateway } from './backupgateway/service.js';
import { cloudformation } from './cloudformation/service.js';
import { cloudtrail } from './cloudtrail/service.js';
import { config } from './config/service.js';
import { dlm } from './dlm/service.js';
import { dsql } from './dsql/service.js';
import { dynamodb } from './dynamodb/service.js';
import { ec2 } from './ec2/service.js';
import { efs } from './efs/service.js';
import { eks } from './eks/service.js';
import { fsx } from './fsx/service.js';
import { kms } from './kms/service.js';
import { organizations } from './organizations/service.js';
import { rbin } from './rbin/service.js';
import { rds } from './rds/service.js';
import { redshift } from './redshift/service.js';
import { redshiftserverless } from './redshiftserverless/service.js';
import { s3 } from './s3/service.js';
import { ssmsap } from './ssmsap/service.js';
import { storagegateway } from './storagegateway/service.js';
import { sts } from './sts/service.js';
import { taggingFor } from './tagging/service.js';
import { timestream } from './timestream/service.js';
import type { Service } from '../service.js';

const OWN_READINGS = [
  backup,
  backupgateway,
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
  redshiftserverless,
  s3,
  ssmsap,
  storagegateway,
  sts,
  timestream,
];

/** The services that are called: the readings, the IAM policy and the documentation all come from here. */
export const SERVICES: readonly Service[] = servicesWith([]);

/** The services that are called with those of packs: the tagging API is asked for the tags of all that leave theirs to it. */
export function servicesWith(ofPacks: readonly Service[]): readonly Service[] {
  const all = [...OWN_READINGS, ...ofPacks];
  return [...all, taggingFor(all)];
}
