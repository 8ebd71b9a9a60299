import { DescribeKeyCommand } from '@aws-sdk/client-kms';
import { accountOf } from '@backproof/core';
import type { CopyJob, Resource, Scope } from '@backproof/core';
import type { Page } from '../../page.js';
import type { ReadingContext } from '../../reading.js';
import { says } from '../../required.js';
import type { Words } from '../../required.js';

/** @source API (AWS KMS) KeyManagerType */
export const BY_AWS: Words = { yes: ['AWS'], no: ['CUSTOMER'] };

/**
 * AWS KMS: who manages the keys behind data whose copies to other accounts fail or were never made, and behind all data
 * where a plan backs up to an air-gapped vault, which refuses what an AWS managed key encrypts. Each key is asked for
 * once; other keys decide nothing.
 *
 * @source API DescribeKey
 * @source Developer Guide, lag-vault-primary-backup
 */
export async function* readKeys({ call, scope, found, forEachItem, translated }: ReadingContext): AsyncIterable<Page> {
  const encrypted = resourcesByKey(found('resources'));
  const answers = forEachItem(
    keysInQuestion(scope, found),
    (KeyId) => call(new DescribeKeyCommand({ KeyId })),
    (key) => [...(encrypted.get(key) ?? [])],
  );
  for await (const { item: arn, answer } of answers) {
    yield {
      encryptionKeys: translated([{ KeyId: arn }], 'DescribeKey: KeyId', () => {
        const managedByAws = says('DescribeKey: KeyManager', answer.KeyMetadata?.KeyManager, BY_AWS);
        return { scope, arn, managedByAws };
      }),
    };
  }
}

/** The resources behind whose data a key is: a volume's key is that of the instances that it is attached to as well. */
function resourcesByKey(resources: readonly Resource[]): ReadonlyMap<string, ReadonlySet<string>> {
  const encrypted = new Map<string, Set<string>>();
  for (const resource of resources) {
    const { arn, encryptionKeyArn: key } = resource;
    if (key === undefined) continue;
    const hosts = resource.type === 'EBS' ? resource.attachments.map(({ instanceArn }) => instanceArn) : [];
    const behind = encrypted.get(key) ?? new Set();
    for (const each of [arn, ...hosts]) behind.add(each);
    encrypted.set(key, behind);
  }
  return encrypted;
}

/** The account's own keys behind the data of which they may decide where backups and copies go. */
function keysInQuestion(scope: Scope, found: ReadingContext['found']): readonly string[] {
  const isForeign = (vaultArn: string): boolean => accountOf(vaultArn) !== scope.accountId;
  const jobs = found('copyJobs').filter(({ destinationVaultArn }) => isForeign(destinationVaultArn));
  const rules = found('backupPlans').flatMap((plan) => plan.rules);
  const planned = rules.some(({ copyActions }) => copyActions.some((action) => isForeign(action.destinationVaultArn)));
  const toAirGapped = rules.some(({ airGappedVaultArn }) => airGappedVaultArn !== undefined);
  if (jobs.length === 0 && !planned && !toAirGapped) return [];

  const copied = copiedResources(jobs);
  const isCopied = (resource: Resource): boolean =>
    !toAirGapped &&
    (copied.has(resource.arn) ||
      (resource.type === 'EBS' && resource.attachments.some(({ instanceArn }) => copied.has(instanceArn))));
  const keys = found('resources').flatMap((resource) =>
    resource.encryptionKeyArn === undefined || isCopied(resource) ? [] : resource.encryptionKeyArn,
  );
  return [...new Set(keys)].filter((arn) => accountOf(arn) === scope.accountId);
}

/** The resources whose newest job of these was completed. */
function copiedResources(jobs: readonly CopyJob[]): ReadonlySet<string> {
  const newest = new Map<string, CopyJob>();
  for (const job of jobs) {
    const known = newest.get(job.resourceArn);
    if (known === undefined || job.createdAt > known.createdAt) newest.set(job.resourceArn, job);
  }
  return new Set([...newest.values()].filter(({ state }) => state === 'COMPLETED').map((job) => job.resourceArn));
}
