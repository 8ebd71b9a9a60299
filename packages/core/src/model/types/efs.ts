import type { ResourceBase } from '../resource-base.js';
import { COPIES } from './capability.js';
import type { TypeDescriptor } from './type-descriptor.js';

export interface EfsFileSystem extends ResourceBase {
  readonly type: 'EFS';
}

/** Amazon EFS file systems. Their automatic backups are a plan of AWS Backup. */
export const efs = {
  type: 'EFS',
  label: { one: 'EFS file system', many: 'EFS file systems' },
  arns: [{ service: 'elasticfilesystem', resource: 'file-system/{id}', configType: 'AWS::EFS::FileSystem' }],
  optIn: { always: false },
  variants: [
    {
      name: 'EFS',
      can: { ...COPIES, fullManagement: true, coldStorage: true, restoreTesting: true, airGapped: true },
    },
  ],
  unsupported: {},
  requirements: [],
  relations: { source: ['EFS'] },
  nativeBackups: {},
  replications: { 'efs-replication': { name: 'EFS replication', relation: 'source' } },
  lifecyclePolicies: false,
  keptByEc2: false,
  restsWhenStopped: false,
  onlyIfSelected: false,
} as const satisfies TypeDescriptor<EfsFileSystem>;
