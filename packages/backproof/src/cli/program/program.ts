import type { FixForm } from '@backproof/core';
import { Argument, Command, Option } from 'commander';
import { VERSION } from '../../version.js';
import { HELP_LAYOUT, wrappedHelp } from './help.js';
import type { DrillFormat } from '../drill-documents.js';
import type { Keep } from '../keep.js';
import type { WhatIfFlags } from '../what-if-command.js';
import type { SandboxFlags } from '../sandbox-command.js';
import { withAccessCommands } from './access.js';
import { withAuditCommand } from './audit.js';
import { withConfigFlags, withJudgingFlags, withOutputFlags, withReadingFlags, withReportFlags } from './flags.js';
import { withLedgerCommands } from './ledger.js';
import { allOf, values, words } from './lists.js';
import { SHELLS } from './shells.js';
import type { Shell } from './shells.js';

/** The process as commands know it. */
interface Surroundings {
  /** Asks for interrupts: for a command that has something to clean up. */
  readonly listen: () => AbortSignal;
  readonly keep: Keep;
  /** Takes the exit code. */
  readonly exit: (code: number) => void;
}

/**
 * All commands with their options. What runs a command is loaded when it is called: `--version`, `--help` and a mistake
 * in an option need none of it.
 */
export function buildProgram({ listen, keep, exit }: Surroundings): Command {
  const program = new Command('backproof')
    .description('Checks, with evidence, whether an AWS estate can be restored.')
    .version(VERSION)
    .option('--debug', 'show the stack trace of an error')
    .option('--color', 'use colours, also where the output is no terminal')
    .option('--no-color', 'use no colours')
    .configureHelp(HELP_LAYOUT)
    .exitOverride()
    .configureOutput({ outputError: () => undefined })
    .addHelpText('after', ({ command }) => wrappedHelp(HELP, command));

  withOutputFlags(withReadingFlags(program.command('scan').description('read an estate from AWS and judge it')))
    .option(
      '--no-leftovers',
      'do not look for leftovers: read older recovery points only of resources that younger ones do not decide',
    )
    .option('--save-inventory <file>', 'save the inventory, to evaluate it again without AWS')
    .action(async (_flags, command: Command) => {
      const { scanCommand } = await import('../scan-command.js');
      exit(await scanCommand(command, listen(), keep));
    });

  withOutputFlags(withJudgingFlags(program.command('evaluate').description('judge a saved inventory again')))
    .argument(
      '<inventory...>',
      'a file that scan --save-inventory or collect wrote; all parts of a scan, or their folder',
    )
    .option(
      '--with <file>',
      'compare with backup plans that are not applied: of the AWS CLI, terraform show -json or CloudFormation (may be repeated)',
      values,
    )
    .option('--with-scope <account/region>', 'with --with: where plans that name no account and Region are applied')
    .option('--fail-on-lost-cover', 'with --with: exit with 1 if a resource would lose its cover, 3 if that is unknown')
    .action(async (paths: readonly string[], flags: WhatIfFlags, command: Command) => {
      if (flags.with !== undefined || flags.withScope !== undefined || flags.failOnLostCover !== undefined) {
        const { whatIfCommand } = await import('../what-if-command.js');
        exit(await whatIfCommand(paths, command));
        return;
      }
      const { evaluateCommand } = await import('../evaluate-command.js');
      exit(await evaluateCommand(paths, command));
    });

  withReadingFlags(
    program.command('collect').description('read an estate, or a part of it, into an inventory; judge nothing'),
  )
    .option('--out <file>', 'write the inventory to this file: FOLDER/1.ndjson.gz')
    .option(
      '--shard <part>',
      'read one part of the accounts: 2/8, or auto in a job of an engine; evaluate then needs all parts',
    )
    .addOption(
      new Option(
        '--resume <folder>',
        'instead of --out: read part after part into this folder, and go on there if that was broken off',
      ).conflicts(['out', 'shard']),
    )
    .option('--parts <number>', 'with --resume: read in so many parts; default: 8')
    .action(async (_flags, command: Command) => {
      const { collectCommand } = await import('../collect-command.js');
      exit(await collectCommand(command, listen()));
    });

  withReadingFlags(
    program.command('explain').description('show the evidence on one resource, from its plans to its restores'),
  )
    .argument('<resource>', 'its name, its id, its ARN or a part of that')
    .option('--inventory <file>', 'use a saved inventory instead of AWS')
    .addOption(
      new Option('--fix [form]', 'also what ends its failures, to be read and run by you (default form: cli)').choices(
        allOf<FixForm>({ cli: true, terraform: true, cloudformation: true }),
      ),
    )
    .action(async (resource: string, _flags, command: Command) => {
      const { explainCommand } = await import('../explain-command.js');
      exit(await explainCommand(resource, command, listen()));
    });

  withReadingFlags(
    program
      .command('drill')
      .description(
        'show what would be left after a loss: of resources, a Region, an account, a key; nothing is started',
      ),
  )
    .option('--inventory <file>', 'use a saved inventory instead of AWS')
    .option(
      '--lose <loss>',
      'deletion, late=30d, region[=NAME], account[=ID], admin[=ID], organization, key=ARN (may be repeated); default: the first five',
      words,
    )
    .option('--against <file>', 'an earlier inventory: what came back then and no longer does stands first')
    .option('--group-by <tag>', 'also by the values of a tag: tag:application')
    .addOption(
      new Option('--format <format>', 'the form of the answer')
        .choices(allOf<DrillFormat | 'text'>({ text: true, json: true, markdown: true, html: true }))
        .default('text'),
    )
    .option('--out <file>', 'write it to this file; - is standard output', '-')
    .action(async (_flags, command: Command) => {
      const { drillCommand } = await import('../drill-command.js');
      exit(await drillCommand(command, listen()));
    });

  withConfigFlags(
    withReportFlags(program.command('report').description('write reports of a run that was saved as JSON')),
  )
    .argument('<run>', 'a file that --json wrote')
    .action(async (path: string, _flags, command: Command) => {
      const { reportCommand } = await import('../report-command.js');
      exit(await reportCommand(path, command));
    });

  program
    .command('diff')
    .description('show which failures are new, worse or resolved between two saved runs')
    .argument('<before>', 'a file that --json wrote')
    .argument('<after>', 'a later one')
    .action(async (before: string, after: string, _flags, command: Command) => {
      const { diffCommand } = await import('../diff-command.js');
      exit(await diffCommand(before, after, command));
    });

  program
    .command('merge')
    .description('join the saved runs of parts of an estate, each of other accounts or Regions, into one')
    .argument('<runs...>', 'files that --json wrote')
    .requiredOption('--out <file>', 'write the merged run to this file; - is standard output')
    .action(async (paths: readonly string[], _flags, command: Command) => {
      const { mergeCommand } = await import('../merge-command.js');
      exit(await mergeCommand(paths, command));
    });

  withAccessCommands(program, listen, exit);
  withLedgerCommands(program, exit);
  withAuditCommand(program, exit);

  program
    .command('init')
    .description('write a commented configuration, backproof.config.yaml')
    .action(async () => {
      const { initCommand } = await import('../config-commands.js');
      exit(await initCommand());
    });

  withReadingFlags(program.command('config').description('print the effective settings and where each comes from'))
    .option('--schema', 'print the JSON Schema of the configuration instead')
    .action(async (_flags, command: Command) => {
      const { configCommand } = await import('../config-commands.js');
      exit(await configCommand(command));
    });

  withConfigFlags(program.command('rules').description('list the rules, those of packs too, and the presets'))
    .argument('[rules...]', 'only these rules')
    .option('--docs', 'print the pages of the rules in Markdown instead')
    .action(async (ids: readonly string[], _flags, command: Command) => {
      const { rulesCommand } = await import('../rules-command.js');
      exit(await rulesCommand(ids, command));
    });

  program
    .command('sandbox')
    .description('serve an estate of the embedded AWS, for other AWS clients')
    .option('--port <port>', 'the port on 127.0.0.1; 0 chooses a free one', '4566')
    .option('--estate <name>', 'the estate', 'demo')
    .option('--at <time>', 'the time in an estate that changes over time, in ISO 8601')
    .action(async (flags: SandboxFlags) => {
      const { sandboxCommand } = await import('../sandbox-command.js');
      exit(await sandboxCommand(flags, listen()));
    });

  program
    .command('completion')
    .description('print the script that completes commands and options in a shell')
    .addArgument(new Argument('<shell>', 'the shell').choices(SHELLS))
    .action(async (shell: Shell) => {
      const { completionScript } = await import('../completion/completion-script.js');
      process.stdout.write(completionScript(shell, program));
    });

  return program;
}

const HELP = `Exit codes: 0 gate passed, 1 gate failed, 2 could not start, 3 incomplete (something could not be read, or is unknown), 130 interrupted.

Try it without an AWS account: backproof scan --sandbox`;
