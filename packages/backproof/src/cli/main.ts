import { CommanderError } from 'commander';
import { EXIT } from './exit-code.js';
import { interrupts } from './interrupts.js';
import type { Save } from './keep.js';
import { buildProgram } from './program/program.js';
import { secretsIn } from './secrets-in.js';
import { watchOutput } from './watch-output.js';

export { endProcess } from './end-process.js';

/** Runs the command with these arguments and gives its exit code; it never ends the process but for a fault of its own. */
export async function main(args: readonly string[]): Promise<number> {
  // Stacks name sources then, and not the files that are built of them.
  if (args.includes('--debug')) process.setSourceMapsEnabled(true);
  const interrupt = interrupts();
  const isOutputLost = watchOutput();
  const report = (error: unknown): Promise<number> =>
    reportError(error, args.includes('--debug'), secretsIn(args, process.env));
  let save: Save | undefined;
  // Where an error reaches nobody, Node would end with 1, which means that the gate failed.
  process.once('uncaughtException', (error) => {
    const exit = (): never => process.exit(interrupt.isListening() ? EXIT.incomplete : EXIT.usage);
    report(error)
      .then(() => save?.())
      .then(exit, exit);
  });
  let exitCode: number = EXIT.clean;
  const program = buildProgram({
    listen: interrupt.listen,
    keep: (whatIsLost) => {
      save = whatIsLost;
    },
    exit: (code) => {
      exitCode = code;
    },
  });
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    exitCode = interrupt.code() ?? (await report(error));
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
  'MergeError',
  'OptionsError',
  'UnknownTypeError',
  'ConfigError',
  'BaselineError',
  'RunFormatError',
]);

const WHERE_TO_REPORT = 'https://github.com/backproof/backproof/issues';

/** Reports an error in one line, or in one for each fault of a configuration, and gives the exit code. */
async function reportError(error: unknown, debug: boolean, secrets: readonly string[]): Promise<number> {
  if (error instanceof CommanderError) {
    if (error.exitCode !== 0) process.stderr.write(`backproof: ${commanderLine(error)}\n`);
    return error.exitCode === 0 ? EXIT.clean : EXIT.usage;
  }
  const { warn } = await import('./say.js');
  for (const line of linesOf(error, debug)) warn(line, secrets);
  return EXIT.usage;
}

function linesOf(error: unknown, debug: boolean): readonly string[] {
  if (!(error instanceof Error)) return [String(error)];
  const { name, message, stack = message } = error;
  if (debug) return stack.split('\n');
  // A configuration has a line for each fault.
  if (name === 'ConfigError') return message.split('\n');
  if (EXPECTED_ERRORS.has(name)) return [message];
  return [
    `unexpected error: ${message.split('\n')[0] ?? ''}. Report it, with the output of --debug: ${WHERE_TO_REPORT}`,
  ];
}

/**
 * Commander's message, in one line, cut to a length, printable and without its own label: it quotes arguments. Core, which
 * does this for all other messages, is not loaded for a mistyped flag.
 */
function commanderLine({ code, message }: CommanderError): string {
  if (code === 'commander.help') return 'no command given. See: backproof --help';
  const line = message.replace(/^error: /, '').replaceAll('\n', ' ');
  return line.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, spelledOut).slice(0, 500);
}

function spelledOut(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
