import { ListTags$, type ListTagsInput, type ListTagsOutput } from '@aws-sdk/client-backup';
import { backupPaging, checkArn, resourceNotFound } from './paging.js';
import { listing } from '../../service/listing.js';
import { own } from '../../service/lookup.js';
import type { Operation } from '../../service/operation.js';
import type { BackupWorld } from './world.js';

/** The tags of what AWS Backup keeps itself. @source API ListTagsInput: recovery points, backup plans and vaults */
export const backupTagOperation: Operation<BackupWorld> = listing<
  BackupWorld,
  ListTagsInput,
  ListTagsOutput,
  readonly [key: string, value: string]
>(ListTags$, {
  items: ({ scope }, { ResourceArn = '' }) => {
    checkArn(ResourceArn);
    if (!isKnown(scope, ResourceArn)) throw resourceNotFound(ResourceArn);
    return Object.entries(own(scope.tags, ResourceArn) ?? {});
  },
  page: 'Tags',
  collected: (tags) => Object.fromEntries(tags),
  paging: backupPaging,
});

function isKnown({ plans = [], vaults = [], recoveryPoints = {} }: BackupWorld, arn: string): boolean {
  return (
    plans.some((plan) => plan.arn === arn) ||
    vaults.some(({ BackupVaultArn }) => BackupVaultArn === arn) ||
    Object.values(recoveryPoints).some((points) => points.some(({ RecoveryPointArn }) => RecoveryPointArn === arn))
  );
}
