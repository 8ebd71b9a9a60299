/** `unknown`: AWS's documentation does not say, or it depends on facts that no API reports. */
export type Known = boolean | 'unknown';

/** The capabilities of AWS Backup for a kind of resource. */
export interface Capability {
  readonly crossRegionCopy: Known;
  readonly crossAccountCopy: Known;
  /** Point-in-time restore from a continuous backup that AWS Backup keeps. */
  readonly continuous: Known;
  /** The points are AWS Backup's own, encrypted with their vault's key. */
  readonly fullManagement: Known;
  readonly coldStorage: Known;
  /** By a restore-testing plan. A restore by hand is possible for every kind. */
  readonly restoreTesting: Known;
  /** The points can be held in a logically air-gapped vault. */
  readonly airGapped: Known;
}

const NOTHING: Capability = {
  crossRegionCopy: false,
  crossAccountCopy: false,
  continuous: false,
  fullManagement: false,
  coldStorage: false,
  restoreTesting: false,
  airGapped: false,
};

const COPIES: Capability = { ...NOTHING, crossRegionCopy: true, crossAccountCopy: true };

/**
 * The capabilities of AWS Backup by kind of resource: by type where the type alone decides, else by a variant of it.
 * Differences by Region are not included: AWS answers with an error where a Region lacks a feature.
 * @source Developer Guide, backup-feature-availability; restore testing: API RestoreTestingSelectionForCreate
 */
export const CAPABILITIES = {
  Aurora: { ...COPIES, continuous: true, restoreTesting: true, airGapped: true },
  // Whether the stack itself can be copied to another account: the table leaves it blank.
  CloudFormation: { ...NOTHING, crossRegionCopy: true, crossAccountCopy: 'unknown', coldStorage: true },
  DSQL: { ...COPIES, fullManagement: true, coldStorage: true, airGapped: true },
  DocumentDB: { ...COPIES, restoreTesting: true, airGapped: true },
  'DynamoDB advanced': { ...COPIES, fullManagement: true, coldStorage: true, restoreTesting: true, airGapped: true },
  'DynamoDB basic': { ...NOTHING, restoreTesting: true },
  // Basic or advanced: the settings of the Region do not tell.
  'DynamoDB unknown': {
    crossRegionCopy: 'unknown',
    crossAccountCopy: 'unknown',
    continuous: false,
    fullManagement: 'unknown',
    coldStorage: 'unknown',
    restoreTesting: true,
    airGapped: 'unknown',
  },
  EBS: { ...COPIES, coldStorage: true, restoreTesting: true, airGapped: true },
  EC2: { ...COPIES, restoreTesting: true, airGapped: true },
  EFS: { ...COPIES, fullManagement: true, coldStorage: true, restoreTesting: true, airGapped: true },
  EKS: { ...COPIES, fullManagement: true, airGapped: true },
  'FSx Lustre': { ...COPIES, restoreTesting: true, airGapped: true },
  'FSx ONTAP': { ...NOTHING, restoreTesting: true },
  // The table and the guide's page on restore testing contradict each other.
  'FSx OpenZFS': { ...COPIES, coldStorage: 'unknown', restoreTesting: 'unknown' },
  // Restore testing needs an AWS Managed Microsoft AD.
  'FSx Windows': { ...COPIES, restoreTesting: 'unknown', airGapped: true },
  Neptune: { ...COPIES, restoreTesting: true, airGapped: true },
  'RDS Multi-AZ cluster': { ...NOTHING, restoreTesting: true },
  'RDS instance': { ...COPIES, continuous: true, restoreTesting: true },
  // The table has no row for it.
  Redshift: {
    ...NOTHING,
    crossRegionCopy: 'unknown',
    crossAccountCopy: 'unknown',
    continuous: 'unknown',
    coldStorage: 'unknown',
    airGapped: 'unknown',
  },
  'Redshift Serverless': NOTHING,
  S3: { ...COPIES, continuous: true, fullManagement: true, restoreTesting: true, airGapped: true },
  'SAP HANA on Amazon EC2': { ...COPIES, continuous: true, fullManagement: true, coldStorage: true },
  'Storage Gateway': { ...COPIES, airGapped: true },
  Timestream: { ...COPIES, fullManagement: true, coldStorage: true, airGapped: true },
  VirtualMachine: { ...COPIES, fullManagement: true, coldStorage: true, airGapped: true },
} as const satisfies Readonly<Record<string, Capability>>;

/** A kind of resource that differs in what AWS Backup can do for it. */
export type CapabilityVariant = keyof typeof CAPABILITIES;
