import { isRecord } from '../is-record.js';
import { block, Unresolved } from './unresolved.js';

type Fields = Readonly<Record<string, unknown>>;

/** The values of a resource; what is known only after it is applied is unresolved. @param unknown `after_unknown` */
export function knownValues(values: Fields, unknown: unknown): Fields {
  return block(merged(values, unknown));
}

function merged(value: unknown, unknown: unknown): unknown {
  if (unknown === true) return new Unresolved('known after it is applied');
  if (Array.isArray(unknown)) {
    const items: readonly unknown[] = Array.isArray(value) ? value : [];
    return Array.from({ length: Math.max(items.length, unknown.length) }, (_, i) => merged(items[i], unknown[i]));
  }
  if (!isRecord(unknown)) return value;
  const fields = block(value);
  const keys = new Set([...Object.keys(fields), ...Object.keys(unknown)]);
  return Object.fromEntries([...keys].map((key) => [key, merged(fields[key], unknown[key])]));
}

/** @source AWS provider, aws_backup_plan */
export function planOfValues({ name, rule }: Fields): unknown {
  return without({
    BackupPlanName: name,
    Rules: each(rule, (of) => ({
      RuleName: of.rule_name,
      TargetBackupVaultName: of.target_vault_name,
      TargetLogicallyAirGappedBackupVaultArn: of.target_logically_air_gapped_backup_vault_arn,
      ScheduleExpression: of.schedule,
      ScheduleExpressionTimezone: of.schedule_expression_timezone,
      StartWindowMinutes: of.start_window,
      CompletionWindowMinutes: of.completion_window,
      EnableContinuousBackup: of.enable_continuous_backup,
      Lifecycle: lifecycle(of.lifecycle),
      CopyActions: each(of.copy_action, (copy) => ({
        DestinationBackupVaultArn: copy.destination_vault_arn,
        Lifecycle: lifecycle(copy.lifecycle),
      })),
    })),
  });
}

/** @source AWS provider, aws_backup_selection */
export function selectionOfValues(values: Fields): unknown {
  const condition = Array.isArray(values.condition) ? block(values.condition[0]) : {};
  const conditions = (of: unknown) => each(of, ({ key, value }) => ({ ConditionKey: key, ConditionValue: value }));
  return without({
    SelectionName: values.name,
    IamRoleArn: values.iam_role_arn,
    Resources: values.resources,
    NotResources: values.not_resources,
    ListOfTags: each(values.selection_tag, ({ type, key, value }) => ({
      ...{ ConditionType: type, ConditionKey: key, ConditionValue: value },
    })),
    Conditions:
      values.condition instanceof Unresolved
        ? values.condition
        : {
            StringEquals: conditions(condition.string_equals),
            StringNotEquals: conditions(condition.string_not_equals),
            StringLike: conditions(condition.string_like),
            StringNotLike: conditions(condition.string_not_like),
          },
  });
}

/** Blocks that may be repeated, each translated; what is not known stays so. */
function each(blocks: unknown, translate: (fields: Fields) => Fields): unknown {
  if (!Array.isArray(blocks)) return blocks;
  return blocks.map((item: unknown) => (item instanceof Unresolved ? item : without(translate(block(item)))));
}

/** A lifecycle of no block is none; 0 days mean never. */
function lifecycle(blocks: unknown): unknown {
  if (!Array.isArray(blocks)) return blocks;
  const items: readonly unknown[] = blocks;
  const [first] = items;
  if (first === undefined || first instanceof Unresolved) return first;
  const { delete_after, cold_storage_after } = block(first);
  return without({
    DeleteAfterDays: delete_after === 0 ? undefined : delete_after,
    MoveToColdStorageAfterDays: cold_storage_after === 0 ? undefined : cold_storage_after,
  });
}

/** Terraform writes null and an empty text for what is not set. */
function without(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== undefined && value !== ''),
  );
}
