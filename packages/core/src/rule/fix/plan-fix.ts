import { parseDuration } from '../../config/duration.js';
import { DAY, HOUR } from '../../model/instant.js';
import { buildVaultArn, scopeOfResource } from '../../semantics/arn.js';
import type { Command, Fix, FixContext, Fragment, PlanAtHand, Setting } from './fix.js';

const FILE = 'plan.json';

/** Shows the backup plans that assign a resource: their rules, vaults and schedules. */
export function lookAtPlans(context: FixContext): readonly Fix[] {
  return assigning(context).map(({ plan }) => ({
    sentence: `Look at backup plan "${plan.name}", and change what the message names.`,
    commands: [{ operation: 'backup:GetBackupPlan', region: plan.scope.region, input: { BackupPlanId: plan.id } }],
  }));
}

/** A retention tier: a point at least this often, kept this long. */
export interface TierToAdd {
  readonly name: string;
  /** Durations: `24h`, `30d`. */
  readonly every: string;
  readonly keep: string;
}

/**
 * Adds rules to the backup plan of a resource that make the recovery points of tiers.
 *
 * @source API BackupRuleInput; Terraform aws_backup_plan; CloudFormation AWS::Backup::BackupPlan BackupRuleResourceType
 */
export function tierFixes(context: FixContext, tiers: readonly TierToAdd[]): readonly Fix[] {
  const [at] = assigning(context);
  if (at === undefined) return [];
  const vault = at.plan.rules[0]?.targetVaultName ?? 'Default';
  const rules = tiers.map(({ name, every, keep }) => ({
    name,
    schedule: scheduleOf(parseDuration(every)),
    days: Math.ceil(parseDuration(keep) / DAY),
  }));
  const api = (vaultMember: string): readonly Setting[] =>
    rules.map(({ name, schedule, days }) => ({
      RuleName: name,
      [vaultMember]: vault,
      ScheduleExpression: schedule,
      Lifecycle: { DeleteAfterDays: days },
    }));
  const addTo = `backup plan "${at.plan.name}"`;
  return [
    {
      sentence: `Let ${addTo} make and keep these recovery points, or keep those of its rules for longer.`,
      commands: editOf(at, { addTo: 'the list Rules', settings: { Rules: api('TargetBackupVaultName') } }),
      terraform: {
        addTo,
        settings: {
          rule: rules.map(({ name, schedule, days }) => ({
            rule_name: name,
            target_vault_name: vault,
            schedule,
            lifecycle: { delete_after: days },
          })),
        },
      },
      cloudFormation: { addTo, settings: { BackupPlanRule: api('TargetBackupVault') } },
    },
  ];
}

/** Where copies are to go, or words for what only the reader knows. */
interface Place {
  readonly region: string;
  readonly accountId: string;
}

/**
 * Lets each rule of the backup plan of a resource copy its recovery points to a vault.
 *
 * @source API CopyAction; Terraform aws_backup_plan copy_action; CloudFormation AWS::Backup::BackupPlan
 * CopyActionResourceType
 */
export function copyFixes(context: FixContext, place: Place, keep: string): readonly Fix[] {
  const vaultArn = buildVaultArn({ ...scopeOfResource(context.resource), ...place }, 'VAULT');
  const days = Math.ceil(parseDuration(keep) / DAY);
  return assigning(context)
    .slice(0, 1)
    .map((at) => {
      const addTo = `each rule of backup plan "${at.plan.name}"`;
      const lifecycle = days > 0 ? { Lifecycle: { DeleteAfterDays: days } } : {};
      const actions = { CopyActions: [{ DestinationBackupVaultArn: vaultArn, ...lifecycle }] };
      return {
        sentence: `Let ${addTo} copy its recovery points. The vault and its access policy must exist.`,
        commands: editOf(at, { addTo: 'each of Rules', settings: actions }),
        terraform: {
          addTo,
          settings: {
            copy_action: { destination_vault_arn: vaultArn, ...(days > 0 && { lifecycle: { delete_after: days } }) },
          },
        },
        cloudFormation: { addTo, settings: actions },
      };
    });
}

function assigning({ plans }: FixContext): readonly PlanAtHand[] {
  return plans.filter(({ assigns }) => assigns);
}

/** AWS replaces a plan as a whole. @source API UpdateBackupPlan */
function editOf({ plan }: PlanAtHand, addition: Fragment): readonly Command[] {
  const { region } = plan.scope;
  const input = { BackupPlanId: plan.id };
  return [
    { operation: 'backup:GetBackupPlan', region, input, saves: { query: 'BackupPlan', file: FILE } },
    {
      operation: 'backup:UpdateBackupPlan',
      region,
      input,
      // AWS gives rules ids that it does not take.
      before: { ...addition, addTo: `${addition.addTo ?? ''} in ${FILE}, whose every RuleId must go` },
      reads: { member: 'BackupPlan', file: FILE },
    },
  ];
}

/** A schedule that runs at least so often. @source Developer Guide, creating-a-backup-plan: cron expressions */
function scheduleOf(everyMs: number): string {
  if (everyMs < DAY) return `cron(0 0/${String(Math.max(1, Math.floor(everyMs / HOUR)))} * * ? *)`;
  if (everyMs < 7 * DAY) return 'cron(0 5 ? * * *)';
  return everyMs < 31 * DAY ? 'cron(0 5 ? * 1 *)' : 'cron(0 5 1 * ? *)';
}
