import { DescribeImagesCommand, type Image } from '@aws-sdk/client-ec2';
import { buildArn } from '@backproof/core';
import type { Instant } from '@backproof/core';
import type { Page } from '../../page.js';
import type { ReadingContext } from '../../reading.js';
import { required, says } from '../../required.js';
import type { Words } from '../../required.js';
import { hasTag, isOfLifecycleManager } from './tags.js';
import { keepNewest, toNativeBackups } from '../newest-backups.js';
import { toInstant } from '../translate.js';

/**
 * The account's own images of the instances that were found, folded to the newest of each instance as they come. An
 * image names its instance where it was made of one here: a copy, or one that was registered from snapshots, does not.
 *
 * @source API DescribeImages: without an owner, the public ones come too
 */
export async function* readImages({ pages, scope, found, translated }: ReadingContext): AsyncIterable<Page> {
  const instances = new Set(found('resources').flatMap(({ type, arn }) => (type === 'EC2' ? arn : [])));
  if (instances.size === 0) return;
  const newest = { 'dlm-images': new Map<string, Instant>(), 'ec2-images': new Map<string, Instant>() };
  const input = { Owners: ['self'], Filters: [{ Name: 'state', Values: ['available'] }] };
  for await (const page of pages(DescribeImagesCommand, input)) {
    translated(required(page.Images, 'DescribeImages: Images', page), 'DescribeImages: ImageId', (image) => {
      const { SourceInstanceId: id } = image;
      if (id === undefined || isOfAwsBackup(image) || !isAvailable(image)) return;
      const arn = buildArn({ ...scope, service: 'ec2', resource: `instance/${id}` });
      if (instances.has(arn)) keepNewest(newest[mechanismOf(image)], arn, madeAt(image));
    });
  }
  yield {
    nativeBackups: [
      ...toNativeBackups(scope, 'dlm-images', newest['dlm-images']),
      ...toNativeBackups(scope, 'ec2-images', newest['ec2-images']),
    ],
  };
}

/** @source API (Amazon EC2) ImageState */
const AVAILABLE: Words = {
  yes: ['available'],
  no: ['deregistered', 'disabled', 'error', 'failed', 'invalid', 'pending', 'transient'],
};

/** Images of other states are filtered out by EC2, but not by everything that speaks its protocol. */
function isAvailable({ State }: Image): boolean {
  return State === undefined || says('DescribeImages: State', State, AVAILABLE);
}

/** It is a recovery point: by its tag, or where tags were lost by its name. */
function isOfAwsBackup({ Name, Tags }: Image): boolean {
  return hasTag(Tags, 'aws:backup:source-resource') || Name?.startsWith('AwsBackup_') === true;
}

function mechanismOf({ Tags }: Image): 'dlm-images' | 'ec2-images' {
  return isOfLifecycleManager(Tags) ? 'dlm-images' : 'ec2-images';
}

/** @source API Image.CreationDate: a text in ISO 8601 */
function madeAt({ CreationDate }: Image): Instant {
  const date = CreationDate === undefined ? undefined : new Date(CreationDate);
  return required(toInstant(date), 'DescribeImages: CreationDate');
}
