import type { RuleSummary } from '@backproof/clients';

/** A retention rule, and the type of resource that it keeps. */
interface WorldRule extends RuleSummary {
  readonly ResourceType: 'EBS_SNAPSHOT' | 'EC2_IMAGE';
}

/** The contents of one scope in Recycle Bin. */
export interface RecycleBinWorld {
  readonly recycleBinRules?: readonly WorldRule[];
}
