/** A part of AWS with accounts, Regions and host names of its own. */
export interface Partition {
  /** As ARNs name it. */
  readonly id: string;
  /** The beginning of the names of its Regions. Empty: all names that belong to no other. */
  readonly regionPrefix: string;
  /** The end of the names of its hosts. */
  readonly dnsSuffix: string;
}

/** The rest of the Regions. */
const COMMERCIAL: Partition = { id: 'aws', regionPrefix: '', dnsSuffix: 'amazonaws.com' };

/** @source AWS SDK for JavaScript, partitions of its endpoint rules; AWS General Reference, reference-arns */
export const PARTITIONS: readonly Partition[] = [
  { id: 'aws-cn', regionPrefix: 'cn-', dnsSuffix: 'amazonaws.com.cn' },
  { id: 'aws-us-gov', regionPrefix: 'us-gov-', dnsSuffix: 'amazonaws.com' },
  { id: 'aws-eusc', regionPrefix: 'eusc-', dnsSuffix: 'amazonaws.eu' },
  { id: 'aws-iso', regionPrefix: 'us-iso-', dnsSuffix: 'c2s.ic.gov' },
  { id: 'aws-iso-b', regionPrefix: 'us-isob-', dnsSuffix: 'sc2s.sgov.gov' },
  { id: 'aws-iso-e', regionPrefix: 'eu-isoe-', dnsSuffix: 'cloud.adc-e.uk' },
  { id: 'aws-iso-f', regionPrefix: 'us-isof-', dnsSuffix: 'csp.hci.ic.gov' },
  COMMERCIAL,
];

/** The partition that a Region is in. */
export function partitionOf(region: string): Partition {
  return PARTITIONS.find(({ regionPrefix }) => region.startsWith(regionPrefix)) ?? COMMERCIAL;
}
