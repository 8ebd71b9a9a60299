import { UNSUPPORTED } from '@backproof/core';

/** What the rule can say, by id. The reasons for which AWS Backup cannot back a resource up are AWS Backup's own. */
export const messages = {
  ...UNSUPPORTED,

  'tiers-held': {
    status: 'pass',
    text: '{name} has the recovery points of all its tiers: {tiers}.',
    meaning: 'all tiers hold',
  },
  'on-track': {
    status: 'pass',
    promise: true,
    text: '{name} has all the recovery points since {since} that its tiers ask for by now, and its plans go on with them: {tiers}.',
    meaning: 'a tier reaches back further than the resource or `effectiveFrom`: all is there that can be',
  },

  'lifecycle-invalid': {
    status: 'fail',
    severity: 'medium',
    text: '{plan} cannot hold {tiers} for {name}, as a lifecycle is invalid. {items}',
    meaning:
      'a rule that would carry a tier has a lifecycle that cannot work: deleted within 90 days of cold storage, or continuous over 35 days',
  },
  'lock-conflict': {
    status: 'fail',
    severity: 'medium',
    text: '{plan} cannot hold {tiers} for {name}, as the lock of a vault refuses the points. {items}',
    meaning: 'the lock of a vault refuses the retention of a rule or a copy that would carry a tier',
  },
  'never-fires': {
    status: 'fail',
    severity: 'medium',
    text: '{plan} cannot hold {tiers} for {name}, as a schedule never fires again. {items}',
    meaning: 'a rule that would carry a tier has no run left, or a schedule that AWS Backup does not take',
  },
  'no-points': {
    status: 'fail',
    severity: 'medium',
    text: '{name} has no recovery points at all, to hold {tiers}. {plan} {job}',
    meaning: 'there is no recovery point at all, assigned or not',
  },
  'no-plan': {
    status: 'fail',
    severity: 'medium',
    text: '{name} is in no backup plan, so nothing goes on to hold {tiers}. {items}',
    meaning: 'there are points, but no plan goes on making them',
  },
  'design-falls-short': {
    status: 'fail',
    severity: 'medium',
    text: '{plan} cannot hold {tiers} for {name}, even if all its jobs succeed. {items}',
    meaning: 'even if all jobs succeed, the plans do not run often enough or do not keep the points long enough',
  },
  'proof-contradicts-plan': {
    status: 'fail',
    severity: 'medium',
    text: '{plan} promises {tiers} for {name}, but recovery points that were due are not there, and no failed job is known. {items}',
    meaning:
      'the plans hold the tier, but points that were due in the gap are not there, and no failed job tells why: they may have been deleted',
  },
  gaps: {
    status: 'fail',
    severity: 'medium',
    text: 'The recovery points of {name} do not hold {tiers}. {items} {job}',
    meaning:
      'the plans hold the tier, but there are gaps from before they were at work, or because of a failed job, which is named',
  },
  'lifecycle-too-short': {
    status: 'fail',
    severity: 'medium',
    text: 'The recovery points of {name} are not set to live long enough for {tiers}. {items}',
    meaning: 'the points are there, but set to expire too soon; the plans do better by now',
  },

  'copies-unseen': {
    status: 'unknown',
    text: '{plan} holds {tiers} for {name} only by copies in vaults that were not scanned. {items}',
    meaning: 'only copies would carry the tier, and their vault was not scanned',
  },
  'opt-in-unknown': {
    status: 'unknown',
    text: '{plan} would hold {tiers} for {name} if {setting} is opted in to AWS Backup, which AWS did not tell.',
    meaning: 'nothing is missing yet, but the plan goes on only if the type is opted in, which AWS did not tell',
  },
  'cannot-tell': {
    status: 'unknown',
    text: 'Whether the recovery points of {name} hold {tiers} depends on {untold}, which is not known. {items}',
    meaning:
      'it depends on when the resource was created, or on the window of a continuous backup, which no service told',
  },
} as const;
