import { backup } from './backup.js';
import { config } from './config.js';
import { dlm } from './dlm.js';
import { dynamodb } from './dynamodb.js';
import { ec2 } from './ec2.js';
import { efs } from './efs.js';
import { fsx } from './fsx.js';
import type { Service } from './operation.js';
import { kms } from './kms.js';
import { organizations } from './organizations.js';
import { rds } from './rds.js';
import { storageGateway } from './storage-gateway.js';
import { sts } from './sts.js';
import { tagging } from './tagging.js';

/** The services that the sandbox is, by the name that each signs with. */
export const services: ReadonlyMap<string, Service> = new Map([
  ['backup', backup],
  ['config', config],
  ['dlm', dlm],
  ['dynamodb', dynamodb],
  ['ec2', ec2],
  ['elasticfilesystem', efs],
  ['fsx', fsx],
  ['kms', kms],
  ['organizations', organizations],
  ['rds', rds],
  ['storagegateway', storageGateway],
  ['sts', sts],
  ['tagging', tagging],
]);
