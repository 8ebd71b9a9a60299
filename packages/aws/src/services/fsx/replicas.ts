import { type FsxResource, parseArn, type Replica, type Scope } from '@backproof/core';

/** The ids of the file systems that have a standby in a second zone. @source API (Amazon FSx) DeploymentType */
export function multiAzIds(fileSystems: readonly FsxResource[]): readonly string[] {
  return fileSystems.filter(({ deployment }) => deployment?.startsWith('MULTI_AZ')).map(fileSystemId);
}

/**
 * The replications of file systems and volumes: a data protection volume follows a volume that FSx does not name; the
 * others have a standby if their file system has one.
 *
 * @param multiAz - the ids of the file systems that have a standby
 * @source API (Amazon FSx) OntapVolumeType; FSx for ONTAP User Guide, scheduled-replication
 */
export function fsxReplicas(
  scope: Scope,
  resources: readonly FsxResource[],
  multiAz: ReadonlySet<string>,
): readonly Replica[] {
  return resources.flatMap((resource): Replica[] => {
    const { arn, volumeType } = resource;
    if (volumeType === 'DP') return [{ scope, mechanism: 'ontap-snapmirror', replicaArn: arn }];
    return multiAz.has(fileSystemId(resource)) ? [{ scope, mechanism: 'fsx-multi-az', sourceArn: arn }] : [];
  });
}

/** @source Service Authorization Reference, Amazon FSx: `file-system/{FileSystemId}`, `volume/{FileSystemId}/{VolumeId}` */
function fileSystemId({ arn }: FsxResource): string {
  return parseArn(arn)?.resource.split('/')[1] ?? '';
}
