import { afterEach, expect, it } from '@jest/globals';
import nock from '../../nock.fixture.js';
import { expectAllAsked, pagesOf, scope } from '../reading.fixture.js';
import { readDisabledImages } from './disabled-images.js';
import { ec2 } from './service.js';

const read = () => pagesOf(ec2, { read: readDisabledImages });

/** Lets EC2 answer with a page of the account's own images, disabled ones included. */
function answer(images: readonly string[], more: { token?: string; next?: string } = {}): void {
  const next = more.next === undefined ? '' : `<nextToken>${more.next}</nextToken>`;
  nock('https://ec2.eu-west-1.amazonaws.com')
    .post('/', {
      Action: 'DescribeImages',
      Version: '2016-11-15',
      MaxResults: '1000',
      'Owner.1': 'self',
      IncludeDisabled: 'true',
      ...(more.token !== undefined && { NextToken: more.token }),
    })
    .reply(
      200,
      `<DescribeImagesResponse><requestId>r</requestId><imagesSet>${images.join('')}</imagesSet>${next}</DescribeImagesResponse>`,
      { 'content-type': 'text/xml' },
    );
}

const image = (id: string, state?: string): string =>
  `<item><imageId>${id}</imageId>${state === undefined ? '' : `<imageState>${state}</imageState>`}</item>`;

afterEach(expectAllAsked);

it('lists the images that are disabled, of all pages', async () => {
  answer([image('ami-1', 'available'), image('ami-2', 'disabled')], { next: 'more' });
  answer([image('ami-3', 'disabled'), image('ami-4', 'pending')], { token: 'more' });
  expect((await read()).flatMap(({ disabledImages = [] }) => disabledImages)).toEqual([
    { scope, arn: 'arn:aws:ec2:eu-west-1::image/ami-2' },
    { scope, arn: 'arn:aws:ec2:eu-west-1::image/ami-3' },
  ]);
});

it.each([
  ['a state that AWS added later', image('ami-1', 'hibernating'), 'hibernating'],
  ['an image without a state', image('ami-1'), 'DescribeImages without State'],
])('does not take %s for one that can be launched', async (_, item, message) => {
  answer([item]);
  await expect(read()).rejects.toThrow(message);
});
