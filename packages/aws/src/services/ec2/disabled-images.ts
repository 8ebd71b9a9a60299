import { DescribeImagesCommand } from '@aws-sdk/client-ec2';
import type { Image } from '@aws-sdk/client-ec2';
import { buildArn } from '@backproof/core';
import type { Page } from '../../page.js';
import type { ReadingContext } from '../../reading.js';
import { required, says } from '../../required.js';
import type { Words } from '../../required.js';

/**
 * The account's own images that are disabled, recovery points included. EC2 does not say that it can filter by that state,
 * so that all images are listed, a thousand in one call.
 *
 * @source API (Amazon EC2) DescribeImages IncludeDisabled, filter `state`
 */
export async function* readDisabledImages({ pages, scope, translated }: ReadingContext): AsyncIterable<Page> {
  for await (const page of pages(DescribeImagesCommand, { Owners: ['self'], IncludeDisabled: true })) {
    const images = required(page.Images, 'DescribeImages: Images', page);
    const disabled = translated(images, 'DescribeImages: ImageId', (image) => {
      const id = required(image.ImageId, 'DescribeImages: ImageId');
      if (!isDisabled(image)) return undefined;
      return { scope, arn: buildArn({ ...scope, accountId: '', service: 'ec2', resource: `image/${id}` }) };
    });
    yield { disabledImages: disabled.flatMap((each) => each ?? []) };
  }
}

/** @source API (Amazon EC2) ImageState */
const DISABLED: Words = {
  yes: ['disabled'],
  no: ['available', 'deregistered', 'error', 'failed', 'invalid', 'pending', 'transient'],
};

function isDisabled({ State }: Image): boolean {
  return says('DescribeImages: State', required(State, 'DescribeImages: State'), DISABLED);
}
