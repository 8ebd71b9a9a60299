import type { LifecyclePolicy } from '@aws-sdk/client-dlm';

/** The contents of one scope in Data Lifecycle Manager. */
export interface DlmWorld {
  readonly lifecyclePolicies?: readonly LifecyclePolicy[];
}
