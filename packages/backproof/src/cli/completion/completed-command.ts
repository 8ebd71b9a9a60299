import type { Command, Option } from 'commander';

/** A word that can be completed, with its description. */
export interface CompletedWord {
  readonly word: string;
  readonly description: string;
}

/** An option of a command. */
export interface CompletedOption {
  /** All its spellings: `-h`, `--help`. */
  readonly words: readonly string[];
  readonly description: string;
  /** The next word is its value. */
  readonly takesValue: boolean;
  /** The values that it accepts; empty: any. */
  readonly choices: readonly string[];
}

/** A command as shells complete it. */
export interface CompletedCommand {
  /** Its words: `backproof ledger import`. */
  readonly path: readonly string[];
  readonly commands: readonly CompletedWord[];
  readonly options: readonly CompletedOption[];
}

/** All commands below one, that one first: the same commands and options that `--help` shows. */
export function completedCommands(command: Command, above: readonly string[] = []): readonly CompletedCommand[] {
  const help = command.createHelp();
  const path = [...above, command.name()];
  const commands = help.visibleCommands(command);
  const options = [...help.visibleOptions(command), ...help.visibleGlobalOptions(command)];
  return [
    {
      path,
      commands: commands.map((each) => ({ word: each.name(), description: each.description() })),
      options: options.map(completedOption),
    },
    ...commands.flatMap((each) => completedCommands(each, path)),
  ];
}

function completedOption({ short, long, description, required, argChoices = [] }: Option): CompletedOption {
  const words = [short, long].filter((word) => word !== undefined);
  return { words, description, takesValue: required, choices: argChoices };
}

/** The commands that have commands of their own, as patterns that a shell matches the path and its next word with. */
export function pathsBelow(commands: readonly CompletedCommand[]): readonly string[] {
  return commands.map(({ path }) => path.join(' ')).filter((path) => path.includes(' '));
}

/** An option of a command, with the command's path: what a shell matches the word before a value with. */
export interface ValuePlace {
  readonly places: readonly string[];
  readonly choices: readonly string[];
}

/** The places of the options that take a value, each with the values that it accepts. */
export function valuePlaces(commands: readonly CompletedCommand[]): readonly ValuePlace[] {
  return commands.flatMap(({ path, options }) =>
    options
      .filter(({ takesValue }) => takesValue)
      .map(({ words, choices }) => ({ places: words.map((word) => `${path.join(' ')} ${word}`), choices })),
  );
}

/** A text in single quotes, as bash and zsh read it. */
export function inQuotes(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
