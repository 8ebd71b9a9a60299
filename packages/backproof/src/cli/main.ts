import { Command, CommanderError } from 'commander';
import { VERSION } from '../version.js';
import { evaluateCommand, explainCommand, scanCommand } from './commands.js';
import { EXIT } from './exit-code.js';
import { rulesCommand } from './rules-command.js';
import { sandboxCommand } from './sandbox-command.js';
import { withJudgingFlags, withReadingFlags } from './scan-options.js';

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

  withReadingFlags(program.command('scan').description('read an estate from AWS and judge it'))
    .option('--json <file>', 'write the run as JSON; - writes it to standard output')
    .option('--save-inventory <file>', 'write what was read, to evaluate it again without AWS')
    .action(async (flags: Parameters<typeof scanCommand>[0]) => {
      exit(await scanCommand(flags, signal));
    });

  withJudgingFlags(program.command('evaluate').description('judge a saved inventory again'))
    .argument('<inventory>', 'a file that scan --save-inventory wrote')
    .option('--json <file>', 'write the run as JSON; - writes it to standard output')
    .action(async (path: string, flags: Parameters<typeof evaluateCommand>[1]) => {
      exit(await evaluateCommand(path, flags));
    });

  withReadingFlags(program.command('explain').description('tell why one resource is or is not backed up'))
    .argument('<arn>', "the resource's ARN")
    .option('--inventory <file>', 'use a saved inventory instead of AWS')
    .action(async (arn: string, flags: Parameters<typeof explainCommand>[1]) => {
      exit(await explainCommand(arn, flags, signal));
    });

  program
    .command('rules')
    .description('list the rules and the presets')
    .action(() => {
      exit(rulesCommand());
    });

  program
    .command('sandbox')
    .description('serve an estate of the embedded AWS, for any AWS client')
    .option('--port <port>', 'where to listen on 127.0.0.1; 0 takes a free one', '4566')
    .option('--estate <name>', 'which estate', 'demo')
    .action(async (flags: Parameters<typeof sandboxCommand>[0]) => {
      exit(await sandboxCommand(flags, signal));
    });

  return program;
}

const HELP = `
Exit codes: 0 complete and clean, 1 violations, 2 could not start, 3 incomplete (it could not all be read), 130 interrupted.

Try it without an AWS account: backproof scan --sandbox`;

/** Faults of the user or of their AWS account: one line says it all. */
const EXPECTED_ERRORS: ReadonlySet<string> = new Set(['UsageError', 'AwsAccessError', 'HistoryError', 'OptionsError']);

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

function complain(line: string): number {
  process.stderr.write(`backproof: ${line}\n`);
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
