import { expect, it } from '@jest/globals';
import { arnPatternForm, hasWildcardInside } from './arn-pattern.js';

it.each([
  ['arn:aws:ec2:eu-west-1:111111111111:volume/vol-1', 'exact', false],
  ['arn:aws:ec2:*:*:volume/*', 'type', false],
  ['arn:aws-us-gov:rds:us-gov-*:*:cluster:prod-*', 'type', false],
  ['arn:aws:rds:*:*:cluster:orders', 'type', false],
  ['arn:aws:rds:*:*:db:*-prod', 'type', true],
  ['arn:aws:storagegateway:*:*:gateway/*/volume/*', 'type', true],
  ['arn:aws:ec2:*:*:vol*', 'service', false],
  ['arn:aws:ec2:*:*:*', 'service', false],
  ['arn:aws:ec2:*', 'service', false],
  ['arn:aws:s3:::*', 'type', false],
  ['arn:aws:s3:::logs-*', 'type', false],
  ['arn:aws:s3:::*-logs', 'type', true],
  ['arn:aws:s3:*', 'service', false],
  ['*', 'service', false],
  ['arn:aws:*:*:*:volume/*', 'service', true],
  ['arn:*:ec2:*:*:volume/*', 'type', true],
  ['arn:aws:ec2:*:instance/*', 'service', true],
  ['*-prod', 'service', true],
])('%s: form %s, wildcard inside: %s', (pattern, form, inside) => {
  expect([arnPatternForm(pattern), hasWildcardInside(pattern)]).toEqual([form, inside]);
});
