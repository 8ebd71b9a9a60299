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
  // Once only: a second interrupt ends the process at once.
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
    .description('Checks, with evidence, whether an AWS estate can be restored.')
    .version(VERSION)
    .option('--debug', 'show the stack trace of an error')
    .exitOverride()
    .configureOutput({ outputError: () => undefined })
    .addHelpText('after', HELP);

  withOutputFlags(withReadingFlags(program.command('scan').description('read an estate from AWS and judge it')))
    .option('--save-inventory <file>', 'save the inventory, to evaluate it again without AWS')
    .action(async (_flags, command: Command) => {
      exit(await scanCommand(command, signal));
    });

  withOutputFlags(withJudgingFlags(program.command('evaluate').description('judge a saved inventory again')))
    .argument('<inventory>', 'a file that scan --save-inventory wrote')
    .action(async (path: string, _flags, command: Command) => {
      exit(await evaluateCommand(path, command));
    });

  withReadingFlags(
    program.command('explain').description('show the evidence on one resource, from its plans to its restores'),
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

  withReadingFlags(program.command('config').description('print the effective settings and where each comes from'))
    .option('--schema', 'print the JSON Schema of the configuration instead')
    .action(async (_flags, command: Command) => {
      exit(await configCommand(command));
    });

  program
    .command('rules')
    .description('list the rules and the presets')
    .argument('[rules...]', 'only these rules')
    .option('--docs', 'print the pages of the rules in Markdown instead')
    .action(async (ids: readonly string[], flags: Parameters<typeof rulesCommand>[1]) => {
      exit(await rulesCommand(ids, flags));
    });

  program
    .command('sandbox')
    .description('serve an estate of the embedded AWS, for any AWS client')
    .option('--port <port>', 'the port on 127.0.0.1; 0 chooses a free one', '4566')
    .option('--estate <name>', 'the estate', 'demo')
    .option('--at <time>', 'the time in an estate that changes over time, in ISO 8601')
    .action(async (flags: Parameters<typeof sandboxCommand>[0]) => {
      exit(await sandboxCommand(flags, signal));
    });

  return program;
}

const HELP = `
Exit codes: 0 gate passed, 1 gate failed, 2 could not start, 3 incomplete (something could not be read, or is unknown), 130 interrupted.

Try it without an AWS account: backproof scan --sandbox`;

/** Errors of the user or of their AWS account: reported in one line. */
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
    return complain(error.code === 'commander.help' ? 'no command given. See: backproof --help' : commanderLine(error));
  }
  if (!(error instanceof Error)) return complain(String(error));
  if (debug) return complain(error.stack ?? error.message);
  return complain(
    EXPECTED_ERRORS.has(error.name) ? error.message : `${error.message} (unexpected; --debug shows the stack trace)`,
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

/** A reader of standard output may close it early (`| head`); that is not an error. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}
