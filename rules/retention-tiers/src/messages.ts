import { UNSUPPORTED } from '@backproof/core';

/** What the rule can say, by id. The reasons for which AWS Backup cannot back a resource up are AWS Backup's own. */
export const messages = {
  ...UNSUPPORTED,

  'tiers-held': '{name} has the recovery points of all its tiers: {tiers}.',
  'on-track':
    '{name} has all the recovery points since {since} that its tiers ask for by now, and its plans go on with them: {tiers}.',
  'covered-by': '{name} is backed up together with {host}, whose recovery points hold its tiers.',

  'lifecycle-invalid': '{plan} cannot hold {tiers} for {name}, as a lifecycle is invalid. {items}',
  'lock-conflict': '{plan} cannot hold {tiers} for {name}, as the lock of a vault refuses the points. {items}',
  'never-fires': '{plan} cannot hold {tiers} for {name}, as a schedule never fires again. {items}',
  'no-points': '{name} has no recovery points at all, to hold {tiers}. {plan} {job}',
  'no-plan': '{name} is in no backup plan, so nothing goes on to hold {tiers}. {items}',
  'design-falls-short': '{plan} cannot hold {tiers} for {name}, even if all its jobs succeed. {items}',
  gaps: 'The recovery points of {name} do not hold {tiers}. {items} {job}',
  'proof-contradicts-plan':
    '{plan} promises {tiers} for {name}, but recovery points that were due are not there, and no failed job is known. {items}',
  'lifecycle-too-short': 'The recovery points of {name} are not set to live long enough for {tiers}. {items}',

  'copies-unseen': '{plan} holds {tiers} for {name} only by copies in vaults that were not scanned. {items}',
  'opt-in-unknown':
    '{plan} would hold {tiers} for {name} if {setting} is opted in to AWS Backup, which AWS did not tell.',
  'cannot-tell': 'Whether the recovery points of {name} hold {tiers} depends on {untold}, which is not known. {items}',
} as const;
