import type { Command, HelpConfiguration } from 'commander';

/** The columns of text where no terminal says how many it has. */
const COLUMNS = 80;

/** The least columns for descriptions beside their options; where there are fewer, they stand below. */
const BESIDE = 30;

/** Help fits in the terminal, never cuts a word, and shows the options that every command has. */
export const HELP_LAYOUT: HelpConfiguration = {
  showGlobalOptions: true,
  minWidthToWrap: 1,
  formatItem(term, termWidth, description, helper) {
    const columns = helper.helpWidth ?? COLUMNS;
    const indented = (text: string, indent: number): string => text.replaceAll('\n', `\n${' '.repeat(indent)}`);
    const beside = columns - termWidth - 4;
    if (beside < BESIDE) return `  ${term}\n      ${indented(helper.boxWrap(description, columns - 6), 6)}`;
    return `  ${term.padEnd(termWidth)}  ${indented(helper.boxWrap(description, beside), termWidth + 4)}`;
  },
};

/** A text after the help of a command, wrapped as that is. */
export function wrappedHelp(text: string, command: Command): string {
  return `\n${command.createHelp().boxWrap(text, command.configureOutput().getOutHelpWidth?.() ?? COLUMNS)}`;
}
