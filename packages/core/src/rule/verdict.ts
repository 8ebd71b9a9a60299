/** A value in a message. Dates are written in UTC, to the minute. */
export type MessageValue = string | number | Date;

/** A fact on which a verdict rests, with its place and time. */
export interface Evidence {
  readonly kind:
    | 'plan'
    | 'selection'
    | 'recoveryPoint'
    | 'backupJob'
    | 'copyJob'
    | 'restoreJob'
    | 'jobHistory'
    | 'restoreTestingPlan'
    | 'nativeBackup'
    | 'replica'
    | 'lifecyclePolicy'
    | 'encryptionKey'
    | 'legalHold'
    | 'vault'
    | 'outcome'
    | 'resource';
  /** The ARN, or the id of what has none. */
  readonly id: string;
  /** In words, for people. */
  readonly text: string;
  readonly at?: Date;
}

export type VerdictStatus = 'pass' | 'fail' | 'unknown' | 'notApplicable';

/** The verdict of a rule on one resource: exactly one each. */
export interface Verdict {
  readonly status: VerdictStatus;
  readonly messageId: string;
  readonly data: Readonly<Record<string, MessageValue>>;
  readonly evidence: readonly Evidence[];
}
