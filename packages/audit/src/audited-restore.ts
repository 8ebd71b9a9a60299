import type { RunRef } from './run-ref.js';

/** A restore in the period, as reported by AWS. */
export interface AuditedRestore {
  readonly jobId: string;
  readonly accountId: string;
  readonly region: string;
  /** `native`: without AWS Backup, by a call of the service. */
  readonly kind: 'test' | 'on-demand' | 'native';
  readonly resourceArn?: string;
  readonly recoveryPointArn?: string;
  readonly testingPlanArn?: string;
  readonly status: string;
  readonly validationStatus?: string;
  readonly startedAt: string;
  readonly completedAt?: string;
  readonly tookMs?: number;
  readonly message?: string;
  /** Where the ledger has it from. */
  readonly origin: string;
  /** The run or import that recorded it. */
  readonly recorded: RunRef;
}
