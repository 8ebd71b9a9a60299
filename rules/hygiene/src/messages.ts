import type { Messages } from '@backproof/core';

/** The messages about backup plans and restore-testing plans, by id. */
const planMessages = {
  'plan-works': {
    status: 'pass',
    text: 'Backup plan {name} assigns {resources}, and each of its rules can run.',
    meaning: 'the backup plan assigns resources, and each of its rules can run',
  },
  'without-rules': {
    status: 'fail',
    severity: 'medium',
    text: 'Backup plan {name} backs up nothing: it has no rules.',
    meaning: 'the backup plan has no rules',
  },
  'without-selections': {
    status: 'fail',
    severity: 'medium',
    text: 'Backup plan {name} backs up nothing: it has no selections. Assign resources to it, or delete it.',
    meaning: 'the backup plan has no selections',
  },
  'selects-nothing': {
    status: 'fail',
    severity: 'medium',
    text: 'Backup plan {name} backs up nothing: it has {selections}, and none of the resources that the scan listed matches or comes close.',
    meaning: 'no resource that the scan listed matches a selection of the backup plan',
  },
  'nearly-selects': {
    status: 'fail',
    severity: 'medium',
    text: 'Backup plan {name} backs up nothing: it has {selections}, and none of the resources that the scan listed matches. Nearest match: {resource}, by selection {selection} ({why}).',
    meaning: 'as `selects-nothing`, and a selection would match a resource but for one detail',
  },
  'rules-broken': {
    status: 'fail',
    severity: 'medium',
    text: 'Backup plan {name} cannot run as planned, for {count}: {problems}.',
    meaning:
      'a rule of the backup plan never runs, a vault is missing or not available, a lifecycle is invalid, or the lock of a vault refuses the retention',
  },
  'tests-without-selections': {
    status: 'fail',
    severity: 'medium',
    text: 'Restore-testing plan {name} tests nothing: it has no selections.',
    meaning: 'the restore-testing plan has no selections',
  },
  'tests-nothing': {
    status: 'fail',
    severity: 'medium',
    text: 'Restore-testing plan {name} tests nothing: no resource that its selections name has recovery points ({selections}).',
    meaning: 'the selections of the restore-testing plan name no resource that has recovery points',
  },
  'tests-no-point': {
    status: 'fail',
    severity: 'medium',
    text: 'Restore-testing plan {name} tests nothing: its selections name {resources} with recovery points, and it can pick none of these ({reasons}).',
    meaning:
      'the restore-testing plan names resources, and can pick none of their recovery points: by its vaults, its point types or its selection window',
  },
  'test-plan-works': {
    status: 'pass',
    text: 'Restore-testing plan {name} can pick recovery points.',
    meaning: 'the restore-testing plan can pick a recovery point of some resource',
  },
  'reach-unknown': {
    status: 'unknown',
    text: 'Whether backup plan {name} assigns any resource is unknown: not all resources, tags, selections and opt-ins are known.',
    meaning: 'no resource is known to be assigned, and not all that decides it is known',
  },
  'vaults-unknown': {
    status: 'unknown',
    text: 'Whether all vaults of backup plan {name} exist is unknown: not all vaults could be listed.',
    meaning: 'the vaults that the plan writes to could not all be listed',
  },
  'test-reach-unknown': {
    status: 'unknown',
    text: 'Whether restore-testing plan {name} can pick any recovery point is unknown: its selections or the recovery points could not all be read.',
    meaning: 'the selections or the recovery points could not all be read',
  },
  'test-points-unknown': {
    status: 'unknown',
    kind: 'undecided',
    text: 'Whether restore-testing plan {name} can pick any recovery point is unknown: of {resources} it may pick some that are in a status that this version of Backproof does not know. Update Backproof.',
    meaning: 'the only recovery points that it may pick are in a status that AWS added later',
  },
  'made-by-efs': {
    status: 'notApplicable',
    text: '{name} is the backup plan of the automatic backups of EFS, which no file system uses here.',
    meaning: 'it is the plan that EFS makes by itself, and no file system uses automatic backups',
  },
} as const satisfies Messages;

/** The messages about vaults, by id. */
const vaultMessages = {
  'no-expired-points': {
    status: 'pass',
    text: 'Backup vault {name} holds no expired recovery points.',
    meaning: 'the vault holds no expired recovery points',
  },
  'expired-noted': {
    status: 'pass',
    text: 'Backup vault {name} holds {points} of {resources} that AWS Backup did not delete, the oldest from {oldest}. They are still billed.',
    meaning: 'the vault holds expired recovery points that were not deleted, which the options only note',
  },
  'expired-points': {
    status: 'fail',
    severity: 'low',
    text: 'Backup vault {name} holds {points} of {resources} that AWS Backup did not delete, the oldest from {oldest}. They are still billed: delete them, and check the role of their plan.',
    meaning: 'the same, and the option `leftovers` is `fail`',
  },
  'approval-team': {
    status: 'pass',
    text: 'Backup vault {name} holds no expired recovery points, and approval team {team} can open it to another account.',
    meaning: 'an approval team can open the logically air-gapped vault, which holds no expired recovery points',
  },
  'no-approval-team': {
    status: 'pass',
    text: 'Backup vault {name} holds no expired recovery points. Worth knowing: it is logically air-gapped and has no approval team, so it cannot be opened if its account is closed. Associate a team of another account.',
    meaning: 'the same, but no approval team is associated with it',
  },
  'approval-team-unread': {
    status: 'unknown',
    text: 'Whether an approval team can open backup vault {name} is unknown: the vault could not be described. Grant backup:DescribeBackupVault.',
    meaning: 'the approval team of a logically air-gapped vault could not be read',
  },
  'vault-unread': {
    status: 'unknown',
    text: 'Whether backup vault {name} holds expired recovery points is unknown: its recovery points could not all be read.',
    meaning: 'the recovery points of the vault could not all be read',
  },
} as const satisfies Messages;

/** The messages about an account in a Region, by id. */
const accountMessages = {
  'account-tidy': {
    status: 'pass',
    text: 'Account {account} has no unseen failures and no leftovers in {region}.',
    meaning: 'no job fails unseen, no tagged resource is opted out, and nothing is left over or backed up twice',
  },
  'account-noted': {
    status: 'pass',
    text: 'Account {account} has no unseen failures in {region}. Worth knowing: {notes}.',
    meaning:
      'as `account-tidy`, but recovery points of resources that are gone exist, or resources are backed up twice',
  },
  'unjudged-failures': {
    status: 'fail',
    severity: 'medium',
    text: 'Account {account} has failing backup jobs in {region} of {resources} that no rule judges.',
    meaning: 'the last backup jobs failed of resources that the scan does not list',
  },
  'tagged-but-opted-out': {
    status: 'fail',
    severity: 'medium',
    text: 'Account {account} has resources in {region} with the tags of backup plans ({plans}), and no plan assigns them: these types are not opted in to AWS Backup there: {settings}.',
    meaning: 'resources have a tag that a backup plan selects, no plan assigns them, and their type is not opted in',
  },
  'points-of-gone': {
    status: 'fail',
    severity: 'low',
    text: 'Account {account} has {points} in {region}. Delete those that are no longer needed.',
    meaning: 'recovery points of resources that are gone exist, and the option `leftovers` is `fail`',
  },
  'job-states-unknown': {
    status: 'unknown',
    kind: 'undecided',
    text: 'Whether backup jobs of account {account} fail unseen in {region} is unknown: the last jobs of {resources} are in a state that this version of Backproof does not know. Update Backproof.',
    meaning: 'the last backup job of a resource that no rule judges is in a state that AWS added later',
  },
  'account-unread': {
    status: 'unknown',
    text: 'Whether account {account} has unseen failures or leftovers in {region} is unknown. Not read completely: {missing}.',
    meaning: 'its backup jobs, plans, opt-ins, resources or recovery points could not all be read',
  },
} as const satisfies Messages;

/** The messages of the rule, by id. */
export const messages = { ...planMessages, ...vaultMessages, ...accountMessages } as const;
