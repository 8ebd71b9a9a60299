import { DAY } from '../instant.js';
import type { ResourceBase } from '../resource-base.js';
import { COPIES, NOTHING_ELSE } from './capability.js';
import type { TypeDescriptor } from './type-descriptor.js';

/** A file system, or a volume of an ONTAP file system: ONTAP is backed up by volume. */
export interface FsxResource extends ResourceBase {
  readonly type: 'FSx';
  readonly form: 'fileSystem' | 'volume';
  readonly engine: 'LUSTRE' | 'WINDOWS' | 'ONTAP' | 'OPENZFS';
  /** The deployment type of a file system: `SCRATCH_2`, `MULTI_AZ_1`, ... */
  readonly deployment?: string;
  /** The type of an ONTAP volume. DP (data protection) and LS (load sharing) volumes cannot be backed up. */
  readonly volumeType?: 'RW' | 'DP' | 'LS';
}

const isOf =
  (engine: FsxResource['engine']) =>
  (fsx: FsxResource): boolean =>
    fsx.engine === engine;

const inOptInRegions = { crossRegionCopy: false } as const;

/**
 * Amazon FSx file systems of all engines, and volumes of ONTAP.
 * @source Developer Guide, creating-a-backup; API (Amazon FSx) LustreFileSystemConfiguration: DeploymentType
 * @source Amazon FSx for Windows File Server User Guide, using-backups: automatic (daily) and user-initiated backups
 */
export const fsx = {
  type: 'FSx',
  label: { one: 'FSx file system', many: 'FSx file systems' },
  arns: [
    { service: 'fsx', resource: 'file-system/{id}' },
    { service: 'fsx', resource: 'volume/{fileSystem}/{id}' },
  ],
  optIn: {
    always: false,
    // File systems of all engines share one form of ARN.
    sharesArn: ({ form }) => form === 'fileSystem',
    isAssumed: isOf('OPENZFS'),
  },
  variants: [
    {
      name: 'FSx Lustre',
      applies: isOf('LUSTRE'),
      can: { ...COPIES, restoreTesting: true, airGapped: true },
      inOptInRegions,
    },
    { name: 'FSx ONTAP', applies: isOf('ONTAP'), can: { ...NOTHING_ELSE, restoreTesting: true }, inOptInRegions },
    // The table and the guide's page on restore testing contradict each other.
    {
      name: 'FSx OpenZFS',
      applies: isOf('OPENZFS'),
      can: { ...COPIES, coldStorage: 'unknown', restoreTesting: 'unknown' },
      inOptInRegions,
    },
    // Restore testing needs an AWS Managed Microsoft AD.
    { name: 'FSx Windows', can: { ...COPIES, restoreTesting: 'unknown', airGapped: true }, inOptInRegions },
  ],
  unsupported: {
    'ontap-file-system': {
      meaning: 'an ONTAP file system is backed up by its volumes, not as a whole',
      applies: ({ engine, form }) => engine === 'ONTAP' && form === 'fileSystem',
    },
    'ontap-volume-type': {
      meaning: 'of ONTAP volumes, only read-write ones are supported',
      applies: ({ volumeType }) => volumeType === 'DP' || volumeType === 'LS',
    },
    'scratch-file-system': {
      meaning: 'Lustre scratch file systems are not supported',
      applies: ({ deployment }) => deployment?.startsWith('SCRATCH_') === true,
    },
  },
  requirements: [],
  relations: { source: ['FSx'] },
  nativeBackups: {
    'fsx-automatic-backups': {
      name: 'automatic backups',
      made: 'automatic',
      continuous: false,
      firstWithin: DAY,
      afterDeletion: 'goes',
    },
    'fsx-user-backups': { name: 'user-initiated backups', made: 'manual', continuous: false, afterDeletion: 'stays' },
  },
  replications: {
    'fsx-multi-az': { name: 'an FSx Multi-AZ standby', relation: 'source' },
    'ontap-snapmirror': { name: 'SnapMirror', relation: 'source' },
  },
  lifecyclePolicies: false,
  keptByEc2: false,
  restsWhenStopped: false,
  onlyIfSelected: false,
} as const satisfies TypeDescriptor<FsxResource>;
