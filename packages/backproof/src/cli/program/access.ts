import { Option } from 'commander';
import type { Command } from 'commander';
import type { PolicyFormat } from '../iam-policy-command.js';
import { withConfigFlags } from './flags.js';
import { allOf, words } from './lists.js';

/** Adds `backproof iam-policy`, which gives its exit code to `exit`. */
export function withAccessCommands(program: Command, exit: (code: number) => void): void {
  withConfigFlags(program.command('iam-policy').description('print the IAM policy that a scan needs, and nothing more'))
    .option('--rule <id>', 'only what this rule needs (may be repeated)', words)
    .option('--org', 'also what the caller of scan --org needs, to list the accounts and assume the role in each')
    .option('--role-name <name>', 'the name of the role; default: BackproofReadOnly')
    .addOption(
      new Option('--format <format>', 'json: the policy; the others: the role that a scan assumes, with the policy')
        .choices(allOf<PolicyFormat>({ json: true, cloudformation: true, terraform: true }))
        .default('json'),
    )
    .action(async (_flags, command: Command) => {
      const { iamPolicyCommand } = await import('../iam-policy-command.js');
      exit(await iamPolicyCommand(command));
    });
}
