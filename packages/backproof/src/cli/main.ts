import { CommanderError } from 'commander';
import { EXIT } from './exit-code.js';
import { interrupts } from './interrupts.js';
import { buildProgram } from './program/program.js';
import { watchOutput } from './watch-output.js';

/** Runs the command with these arguments and gives its exit code; it never ends the process but for a fault of its own. */
export async function main(args: readonly string[]): Promise<number> {
  const interrupt = interrupts();
  const isOutputLost = watchOutput();
  const isDebugging = args.includes('--debug');
  // Where an error reaches nobody, Node would end with 1, which means that the gate failed.
  process.once('uncaughtException', (error) => {
    reportError(error, isDebugging);
    process.exit(interrupt.isListening() ? EXIT.incomplete : EXIT.usage);
  });
  let exitCode: number = EXIT.clean;
  const program = buildProgram(interrupt.listen, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    exitCode = interrupt.code() ?? reportError(error, isDebugging);
  }
  return isOutputLost() ? EXIT.incomplete : exitCode;
}

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
