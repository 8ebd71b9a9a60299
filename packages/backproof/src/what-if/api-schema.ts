const TEXT = { type: 'string', minLength: 1 };
const DAYS = { type: 'integer', minimum: -1 };
const MINUTES = { type: 'integer', minimum: 0 };
const TEXTS = { type: 'array', items: TEXT };

const LIFECYCLE = {
  type: 'object',
  properties: { DeleteAfterDays: DAYS, MoveToColdStorageAfterDays: DAYS, DeleteAfterEvent: TEXT },
};

/** The parts of a plan that are read. @source API BackupPlan, BackupRule */
export const PLAN_SCHEMA = {
  type: 'object',
  required: ['BackupPlanName', 'Rules'],
  properties: {
    BackupPlanName: TEXT,
    Rules: {
      type: 'array',
      items: {
        type: 'object',
        required: ['TargetBackupVaultName'],
        properties: {
          RuleName: TEXT,
          RuleId: TEXT,
          TargetBackupVaultName: TEXT,
          TargetLogicallyAirGappedBackupVaultArn: TEXT,
          ScheduleExpression: TEXT,
          ScheduleExpressionTimezone: TEXT,
          StartWindowMinutes: MINUTES,
          CompletionWindowMinutes: MINUTES,
          EnableContinuousBackup: { type: 'boolean' },
          Lifecycle: LIFECYCLE,
          CopyActions: {
            type: 'array',
            items: {
              type: 'object',
              required: ['DestinationBackupVaultArn'],
              properties: { DestinationBackupVaultArn: TEXT, Lifecycle: LIFECYCLE },
            },
          },
        },
      },
    },
  },
};

const CONDITION = {
  type: 'object',
  required: ['ConditionKey', 'ConditionValue'],
  properties: { ConditionKey: TEXT, ConditionValue: { type: 'string' } },
};
const CONDITIONS = { type: 'array', items: CONDITION };

/** The parts of a selection that are read. @source API BackupSelection */
export const SELECTION_SCHEMA = {
  type: 'object',
  properties: {
    SelectionName: TEXT,
    IamRoleArn: TEXT,
    Resources: TEXTS,
    NotResources: TEXTS,
    ListOfTags: CONDITIONS,
    Conditions: {
      type: 'object',
      properties: {
        StringEquals: CONDITIONS,
        StringNotEquals: CONDITIONS,
        StringLike: CONDITIONS,
        StringNotLike: CONDITIONS,
      },
    },
  },
};
