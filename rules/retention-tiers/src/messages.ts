import { UNSUPPORTED } from '@backproof/core';

/** The messages of the rule, by id. The reasons why AWS Backup cannot back up a resource are AWS Backup's own. */
export const messages = {
  ...UNSUPPORTED,

  'tiers-held': {
    status: 'pass',
    text: '{name} has the recovery points that its retention tiers require: {tiers}.',
    meaning: 'all tiers are met',
  },
  'on-track': {
    status: 'pass',
    text: '{name} has all recovery points that its retention tiers require since {since}, and new ones come from {plans}: {tiers}.',
    meaning: 'a tier reaches back further than the resource or `effectiveFrom`: every point that can exist exists',
  },
  'awaiting-first-backup': {
    status: 'pass',
    promise: true,
    text: '{name} has no recovery points for its retention tiers yet, and none is overdue; all tiers can be met by {plans}: {tiers}.',
    meaning: 'the resource or `effectiveFrom` is so recent that no point is overdue, and the plans can meet all tiers',
  },
  'tiers-held-while-stopped': {
    status: 'pass',
    text: '{name} has been stopped since {since} and has the recovery points that its retention tiers require up to then: {tiers}.',
    meaning: 'all tiers are met up to the moment at which the resource stopped: its data has not changed since',
  },
  'tiers-held-by-legal-hold': {
    status: 'pass',
    text: '{name} has the recovery points that its retention tiers require, but some are past their deletion date and exist only as long as a legal hold is active ({holds}): {tiers}.',
    meaning: 'all tiers are met, but only with points that a legal hold keeps past their deletion date',
  },

  'setting-missing': {
    status: 'fail',
    severity: 'medium',
    text: '{name} can never meet {tiers} with {plans}, because a setting of it that AWS Backup requires is not enabled. {items}',
    meaning: 'a setting that AWS Backup requires of a resource is not enabled, such as the versioning of a bucket',
  },
  'vault-missing': {
    status: 'fail',
    severity: 'medium',
    text: '{name} can never meet {tiers} with {plans}, because a vault does not exist. {items}',
    meaning: 'a rule or a copy that would carry a tier goes to a vault that does not exist',
  },
  'vault-unavailable': {
    status: 'fail',
    severity: 'medium',
    text: '{name} cannot meet {tiers} with {plans}, because a vault is not available. {items}',
    meaning: 'a rule or a copy that would carry a tier goes to a vault that is not AVAILABLE',
  },
  'lifecycle-invalid': {
    status: 'fail',
    severity: 'medium',
    text: '{name} can never meet {tiers} with {plans}, because a lifecycle is not valid. {items}',
    meaning:
      'a rule that would carry a tier has a lifecycle that cannot work: deleted within 90 days of cold storage, or continuous over 35 days',
  },
  'lock-conflict': {
    status: 'fail',
    severity: 'medium',
    text: '{name} can never meet {tiers} with {plans}, because the lock of a vault refuses the recovery points. {items}',
    meaning: 'the lock of a vault refuses the retention of a rule or a copy that would carry a tier',
  },
  'never-fires': {
    status: 'fail',
    severity: 'medium',
    text: '{name} can never meet {tiers} with {plans}, because a schedule never runs again. {items}',
    meaning: 'a rule that would carry a tier has no run left, or a schedule that AWS Backup does not accept',
  },
  'no-points': {
    status: 'fail',
    severity: 'medium',
    text: '{name} has no recovery points of its own and is in no backup plan, so it does not meet {tiers}.',
    meaning: 'there are no recovery points, and no plan covers the resource',
  },
  'backup-failing': {
    status: 'fail',
    severity: 'medium',
    text: '{name} has no recovery points of its own, so it does not meet {tiers}. The last failed {job}, on {at}, ended {state} ({reason}).',
    meaning: 'there are no recovery points, and a job that was to create one failed',
  },
  'not-backed-up': {
    status: 'fail',
    severity: 'medium',
    text: '{name} has no recovery points of its own although it is in {plans}, so it does not meet {tiers}. No failed backup job is known.',
    meaning: 'there are no recovery points although a plan covers the resource, and no failed job is known',
  },
  'not-backed-up-opt-in-unknown': {
    status: 'fail',
    severity: 'medium',
    text: '{name} has no recovery points of its own, so it does not meet {tiers}. It matches {plans}, but AWS did not report whether {setting} is opted in to AWS Backup.',
    meaning: 'there are no recovery points, and the plan may not apply because its type may not be opted in',
  },
  'no-plan': {
    status: 'fail',
    severity: 'medium',
    text: '{name} is in no backup plan, so no new recovery points will be created for {tiers}. {items}',
    meaning: 'there are recovery points, but no plan creates new ones',
  },
  'design-falls-short': {
    status: 'fail',
    severity: 'medium',
    text: '{name} can never meet {tiers} with {plans}, even if all jobs succeed. {items}',
    meaning: 'even if all jobs succeed, the plans do not run often enough or do not keep the points long enough',
  },
  'lifecycle-too-short': {
    status: 'fail',
    severity: 'medium',
    text: '{name} has recovery points that are not kept long enough for {tiers}. {items}',
    meaning: 'the points exist but expire too soon; the plans would keep new ones long enough',
  },
  'job-failed': {
    status: 'fail',
    severity: 'medium',
    text: '{name} has gaps in its recovery points for {tiers}. {items} The last {job} that failed in a gap, on {at}, ended {state} ({reason}).',
    meaning: 'the plans can meet the tier, but there is a gap in which a backup job or a copy job failed',
  },
  'proof-contradicts-plan': {
    status: 'fail',
    severity: 'medium',
    text: '{name} lacks recovery points that {plans} should have created for {tiers}, and no failed job is known in the gaps. {items}',
    meaning:
      'points that were due in a gap are missing or not usable, and no failed job explains it: they may have been deleted',
  },
  gaps: {
    status: 'fail',
    severity: 'medium',
    text: '{name} has gaps in its recovery points for {tiers}, and no failed job is known in them. {items}',
    meaning: 'the plans can meet the tier, but there are gaps from before they took effect',
  },

  'copies-unseen': {
    status: 'unknown',
    text: '{name} meets {tiers} with {plans} only through copies in vaults that were not scanned. {items}',
    meaning:
      'only copies would carry the tier, and their vault was not scanned: add its account and Region to the scan',
  },
  'opt-in-unknown': {
    status: 'unknown',
    kind: 'undecided',
    text: '{name} misses no recovery point yet, but it meets {tiers} with {plans} only if {setting} is opted in to AWS Backup, which AWS did not report.',
    meaning: 'nothing is missing yet, but the plan applies only if the type is opted in, which AWS did not report',
  },
  'organization-opt-in-unknown': {
    status: 'unknown',
    kind: 'undecided',
    text: '{name} misses no recovery point yet, but it meets {tiers} with {plans} of its organization only if the management account has opted {setting} in to AWS Backup, which a member account cannot read.',
    meaning:
      "nothing is missing yet, but an organization's plan applies only if its management account has opted the type in",
  },
  'key-unknown': {
    status: 'unknown',
    text: '{name} misses no recovery point yet, but whether it meets {tiers} with {plans} depends on its KMS key: if AWS manages the key, its backups go to another vault than if not. Who manages it is unknown.',
    meaning:
      'nothing is missing yet, but the vault that the backups go to, and whether it accepts them, depends on whether AWS manages the KMS key, which is not known',
  },
  'vault-state-unknown': {
    status: 'unknown',
    kind: 'undecided',
    text: '{name} misses no recovery point yet, but whether it meets {tiers} with {plans} is unknown: a vault that its backups go to is in a state that this version of Backproof does not know. Update Backproof.',
    meaning:
      'nothing is missing yet, but the plan writes to a vault in a state that this version of Backproof does not know',
  },
  'one-vault-unknown': {
    status: 'unknown',
    kind: 'undecided',
    text: '{name} misses no recovery point yet, but whether it meets {tiers} with {plans} is unknown: its continuous and its periodic backups go to different vaults, and AWS Backup wants them in one. AWS does not document which of them fail. Name the same vault in the rules.',
    meaning:
      'nothing is missing yet, but continuous and periodic backups of a bucket are to go to different vaults, of which AWS Backup refuses some, and AWS does not document which',
  },
  'setting-unknown': {
    status: 'unknown',
    text: '{name} misses no recovery point yet, but it meets {tiers} with {plans} only if its {setting} is enabled, which AWS Backup requires. Whether it is could not be read.',
    meaning:
      'nothing is missing yet, but whether a setting that AWS Backup requires of the resource is enabled could not be read',
  },
  'creation-unknown': {
    status: 'unknown',
    kind: 'undecided',
    text: '{name} may not meet {tiers}: this depends on when it was created, which its service does not report. {items}',
    meaning: 'it depends on when the resource was created, which its service does not report',
  },
  'window-unknown': {
    status: 'unknown',
    kind: 'undecided',
    text: '{name} may not meet {tiers}: this depends on the latest restorable time of its continuous backup, which AWS did not report. {items}',
    meaning: 'it depends on the latest restorable time of a continuous backup, which AWS did not report',
  },
  'status-unknown': {
    status: 'unknown',
    kind: 'undecided',
    text: '{name} may not meet {tiers}: this depends on recovery points in a status that this version of Backproof does not know. Update Backproof. {items}',
    meaning: 'it depends on points in a status that this version of Backproof does not know',
  },
  'legal-holds-unread': {
    status: 'unknown',
    text: '{name} may not meet {tiers}: this depends on recovery points past their deletion date. Whether a legal hold keeps them is unknown: not all legal holds could be read. {items}',
    meaning:
      'points past their deletion date would be enough if a legal hold keeps them, and not all legal holds could be read',
  },
} as const;
