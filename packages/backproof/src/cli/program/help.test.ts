import { describe, expect, it } from '@jest/globals';
import { buildProgram } from './program.js';

/** The help of a command at a terminal of so many columns. */
function helpOf(columns: number, name?: string): string {
  const { signal } = new AbortController();
  const program = buildProgram({ listen: () => signal, keep: () => undefined, exit: () => undefined });
  const command = name === undefined ? program : program.commands.find((each) => each.name() === name);
  let text = '';
  const writeOut = (piece: string): void => {
    text += piece;
  };
  command?.configureOutput({ writeOut, getOutHelpWidth: () => columns }).outputHelp();
  return text;
}

describe('help', () => {
  it.each([undefined, 'scan', 'explain', 'sandbox'])('fits in the terminal: %s', (name) => {
    for (const columns of [60, 80, 120]) {
      const tooLong = helpOf(columns, name)
        .split('\n')
        .filter((line) => line.length > columns);
      expect(tooLong).toEqual([]);
    }
  });

  it('never cuts a word', () => {
    const wordsAt = (columns: number): readonly string[] => helpOf(columns, 'scan').split(/\s+/);
    expect(wordsAt(60)).toEqual(wordsAt(200));
  });

  it('shows the options that all commands have', () => {
    expect(helpOf(80, 'scan')).toMatch(/Global Options:[^]*--no-color/);
  });
});
