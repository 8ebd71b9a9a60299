/**
 * The Regions that an account must enable before it can use them.
 *
 * @source AWS Account Management Reference, manage-acct-regions
 */
const OPT_IN_REGIONS: ReadonlySet<string> = new Set([
  'af-south-1',
  'ap-east-1',
  'ap-east-2',
  'ap-south-2',
  'ap-southeast-3',
  'ap-southeast-4',
  'ap-southeast-5',
  'ap-southeast-6',
  'ap-southeast-7',
  'ca-west-1',
  'eu-central-2',
  'eu-south-1',
  'eu-south-2',
  'il-central-1',
  'me-central-1',
  'me-south-1',
  'mx-central-1',
]);

/** Returns true if a Region is one that accounts must enable. */
export function isOptInRegion(region: string): boolean {
  return OPT_IN_REGIONS.has(region);
}
