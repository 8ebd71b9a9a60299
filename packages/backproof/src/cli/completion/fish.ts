import type { CompletedCommand, CompletedOption } from './completed-command.js';

/** The completion script for fish. Values without a list are completed as names of files. */
export function fishScript(commands: readonly CompletedCommand[]): string {
  return `${commands.flatMap(linesOf).join('\n')}\n`;
}

function linesOf({ path, commands, options }: CompletedCommand): readonly string[] {
  const [, ...words] = path;
  const names = commands.map(({ word }) => word).join(' ');
  const conditions = [
    ...words.map((word) => `__fish_seen_subcommand_from ${word}`),
    ...(names === '' ? [] : [`not __fish_seen_subcommand_from ${names}`]),
  ];
  const line = `complete -c backproof -n ${inQuotes(conditions.join('; and '))}`;
  return [
    ...commands.map(({ word, description }) => `${line} -f -a ${word} -d ${inQuotes(description)}`),
    ...options.map((option) => `${line} ${flagsOf(option)} -d ${inQuotes(option.description)}`),
  ];
}

function flagsOf({ words, takesValue, choices }: CompletedOption): string {
  const spelled = words.map((word) => (word.startsWith('--') ? `-l ${word.slice(2)}` : `-s ${word.slice(1)}`));
  const value = choices.length > 0 ? ['-x', `-a ${inQuotes(choices.join(' '))}`] : takesValue ? ['-r'] : [];
  return [...spelled, ...value].join(' ');
}

function inQuotes(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", String.raw`\'`)}'`;
}
