import type { Instant } from './instant.js';
import type { Scope } from './scope.js';

/**
 * A legal hold that is active: it keeps recovery points past the end of their lifecycle.
 *
 * @source API ListLegalHolds, ListRecoveryPointsByLegalHold
 */
export interface LegalHold {
  readonly scope: Scope;
  readonly arn: string;
  readonly title: string;
  /** The ARNs of the recovery points that it keeps, sorted. */
  readonly recoveryPointArns: readonly string[];
  readonly createdAt?: Instant;
}
