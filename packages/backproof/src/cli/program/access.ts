import { Option } from 'commander';
import type { Command } from 'commander';
import type { PolicyFormat } from '../iam-policy-command.js';
import { withConfigFlags, withReadingFlags } from './flags.js';
import { allOf, words } from './lists.js';

/** Adds `backproof doctor` and `backproof iam-policy`. Each gives its exit code to `exit`. */
export function withAccessCommands(program: Command, listen: () => AbortSignal, exit: (code: number) => void): void {
  withReadingFlags(
    program.command('doctor').description('try what a scan with the same flags needs: accounts, permissions, network'),
  ).action(async (_flags, command: Command) => {
    const { doctorCommand } = await import('../doctor-command.js');
    exit(await doctorCommand(command, listen()));
  });

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
