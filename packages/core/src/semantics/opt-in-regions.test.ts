import { expect, it } from '@jest/globals';
import { isOptInRegion } from './opt-in-regions.js';

/** By continent, as AWS lists them. @source AWS Account Management Reference, manage-acct-regions */
const ENABLED_BY_DEFAULT = [
  ...['us-east-1', 'us-east-2', 'us-west-1', 'us-west-2', 'ca-central-1', 'sa-east-1'],
  ...['eu-central-1', 'eu-north-1', 'eu-west-1', 'eu-west-2', 'eu-west-3'],
  ...['ap-northeast-1', 'ap-northeast-2', 'ap-northeast-3', 'ap-south-1', 'ap-southeast-1', 'ap-southeast-2'],
];
const OPT_IN = [
  ...['af-south-1', 'ca-west-1', 'mx-central-1'],
  ...['ap-east-1', 'ap-east-2', 'ap-south-2', 'ap-southeast-3', 'ap-southeast-4', 'ap-southeast-5'],
  ...['ap-southeast-6', 'ap-southeast-7'],
  ...['eu-central-2', 'eu-south-1', 'eu-south-2'],
  ...['il-central-1', 'me-central-1', 'me-south-1'],
];

it.each(ENABLED_BY_DEFAULT)('%s can be used without being enabled', (region) => {
  expect(isOptInRegion(region)).toBe(false);
});

it.each(OPT_IN)('%s must be enabled first', (region) => {
  expect(isOptInRegion(region)).toBe(true);
});
