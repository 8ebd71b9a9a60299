import { Command, CommanderError } from 'commander';
import { VERSION } from '../version.js';
import { evaluateCommand, explainCommand, reportCommand, scanCommand, withOutputFlags } from './commands.js';
import { configCommand, initCommand } from './config-commands.js';
import { withAuditCommand } from './audit-command.js';
import { EXIT } from './exit-code.js';
import { withLedgerCommands } from './ledger-commands.js';
import { rulesCommand } from './rules-command.js';
import { sandboxCommand } from './sandbox-command.js';
import { withReportFlags } from './reports.js';
import { withConfigFlags, withJudgingFlags, withReadingFlags } from './scan-options.js';

/** Runs the command with these arguments and gives its exit code; it never ends the process. */
export async function main(args: readonly string[]): Promise<number> {
  const interrupt = new AbortController();
  // Once only: who interrupts a second time does not want to wait.
  process.once('SIGINT', () => {
    interrupt.abort();
  });
  process.stdout.on('error', ignoreClosedPipe);
  let exitCode: number = EXIT.clean;
  const program = buildProgram(interrupt.signal, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (interrupt.signal.aborted) return EXIT.interrupted;
    return reportError(error, args.includes('--debug'));
  }
}

function buildProgram(signal: AbortSignal, exit: (code: number) => void): Command {
  const program = new Command('backproof')
    .description('Tells, with evidence, whether an AWS estate could really be restored.')
    .version(VERSION)
    .option('--debug', 'show where an error comes from')
    .exitOverride()
    .configureOutput({ outputError: () => undefined })
    .addHelpText('after', HELP);

  withOutputFlags(withReadingFlags(program.command('scan').description('read an estate from AWS and judge it')))
    .option('--save-inventory <file>', 'write what was read, to evaluate it again without AWS')
    .action(async (_flags, command: Command) => {
      exit(await scanCommand(command, signal));
    });

  withOutputFlags(withJudgingFlags(program.command('evaluate').description('judge a saved inventory again')))
    .argument('<inventory>', 'a file that scan --save-inventory wrote')
    .action(async (path: string, _flags, command: Command) => {
      exit(await evaluateCommand(path, command));
    });

  withReadingFlags(
    program.command('explain').description('tell what is known of one resource, from its plans to its restores'),
  )
    .argument('<arn>', "the resource's ARN")
    .option('--inventory <file>', 'use a saved inventory instead of AWS')
    .action(async (arn: string, _flags, command: Command) => {
      exit(await explainCommand(arn, command, signal));
    });

  withConfigFlags(
    withReportFlags(program.command('report').description('write reports of a run that was saved as JSON')),
  )
    .argument('<run>', 'a file that --json wrote')
    .action(async (path: string, _flags, command: Command) => {
      exit(await reportCommand(path, command));
    });

  withLedgerCommands(program, exit);
  withAuditCommand(program, exit);

  program
    .command('init')
    .description('write a commented configuration, backproof.config.yaml')
    .action(async () => {
      exit(await initCommand());
    });

  withReadingFlags(program.command('config').description('print every setting that holds and where it comes from'))
    .option('--schema', 'print the JSON Schema of the configuration instead')
    .action(async (_flags, command: Command) => {
      exit(await configCommand(command));
    });

  program
    .command('rules')
    .description('list the rules and the presets')
    .argument('[rules...]', 'these rules only')
    .option('--docs', 'print the pages of the rules in Markdown instead')
    .action(async (ids: readonly string[], flags: Parameters<typeof rulesCommand>[1]) => {
      exit(await rulesCommand(ids, flags));
    });

  program
    .command('sandbox')
    .description('serve an estate of the embedded AWS, for any AWS client')
    .option('--port <port>', 'where to listen on 127.0.0.1; 0 takes a free one', '4566')
    .option('--estate <name>', 'which estate', 'demo')
    .option('--at <moment>', 'as an estate that moves stands then, in ISO 8601')
    .action(async (flags: Parameters<typeof sandboxCommand>[0]) => {
      exit(await sandboxCommand(flags, signal));
    });

  return program;
}

const HELP = `
Exit codes: 0 complete and clean, 1 violations, 2 could not start, 3 incomplete (it could not all be read), 130 interrupted.

Try it without an AWS account: backproof scan --sandbox`;

/** Faults of the user or of their AWS account: one line says it all. */
const EXPECTED_ERRORS: ReadonlySet<string> = new Set([
  'UsageError',
  'AwsAccessError',
  'HistoryError',
  'ImportError',
  'LedgerError',
  'OptionsError',
  'ConfigError',
  'BaselineError',
  'RunFormatError',
]);

function reportError(error: unknown, debug: boolean): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return EXIT.clean;
    return complain(error.code === 'commander.help' ? 'name a command. See: backproof --help' : commanderLine(error));
  }
  if (!(error instanceof Error)) return complain(String(error));
  if (debug) return complain(error.stack ?? error.message);
  return complain(
    EXPECTED_ERRORS.has(error.name) ? error.message : `${error.message} (unexpected; --debug shows where)`,
  );
}

/** Each line is a fault of its own. */
function complain(lines: string): number {
  for (const line of lines.split('\n')) process.stderr.write(`backproof: ${line}\n`);
  return EXIT.usage;
}

/** Commander's message, in one line and without its own label. */
function commanderLine({ message }: CommanderError): string {
  return message.replace(/^error: /, '').replaceAll('\n', ' ');
}

/** Whoever reads the report may close it early (`| head`); that is no error. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}
