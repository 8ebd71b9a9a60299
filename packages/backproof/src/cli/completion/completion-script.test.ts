import { spawnSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { buildProgram } from '../program/program.js';
import { SHELLS } from '../program/shells.js';
import { completedCommands } from './completed-command.js';
import { completionScript } from './completion-script.js';

const program = buildProgram({
  listen: () => new AbortController().signal,
  keep: () => undefined,
  exit: () => undefined,
});
const isInstalled = (shell: string): boolean => spawnSync(shell, ['-c', 'exit 0']).status === 0;

describe('each script', () => {
  it.each(SHELLS)('for %s names every command and option that help shows', (shell) => {
    const script = completionScript(shell, program);
    for (const { commands, options } of completedCommands(program)) {
      for (const { word } of commands) expect(script).toContain(word);
      for (const word of options.flatMap(({ words }) => words)) expect(script).toContain(word.replace(/^--?/, ''));
    }
  });

  it.each(SHELLS)('for %s is a script', (shell) => {
    const script = completionScript(shell, program);
    // Where it is not installed: what bash takes for whole, zsh does; fish quotes in its own way.
    const checkers = [shell, ...(shell === 'fish' ? [] : ['bash'])].filter(isInstalled);
    for (const checker of checkers.slice(0, 1)) {
      expect(spawnSync(checker, ['-n'], { input: script, encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
    }
    if (shell === 'fish') expect(script.replaceAll(/'(?:[^'\\]|\\.)*'/g, '')).not.toContain("'");
  });
});

const inBash = isInstalled('bash') ? describe : describe.skip;

inBash('bash', () => {
  it.each([
    ['backproof ev', ['evaluate']],
    ['backproof --no-color ev', ['evaluate']],
    ['backproof ledger imp', ['import']],
    ['backproof scan --all', ['--all-regions']],
    ['backproof scan --inventory-source ', ['services', 'config']],
    ['backproof evaluate inventory.gz --group-by r', ['rule', 'resource']],
    ['backproof scan --all-regions --json out', []],
    ['backproof ledger import --led', ['--ledger']],
    ['backproof completion --no', ['--no-color']],
    ['backproof help ', []],
  ])('completes "%s"', (line, words) => {
    expect(completedInBash(line)).toEqual(words);
  });
});

/** What bash completes the last word of a line with. */
function completedInBash(line: string): readonly string[] {
  const words = line.split(' ').map((word) => `'${word}'`);
  const ask = `COMP_WORDS=(${words.join(' ')})\nCOMP_CWORD=${words.length - 1}\n_backproof\nprintf '%s\\n' "\${COMPREPLY[@]}"\n`;
  const { stdout, stderr } = spawnSync('bash', ['--norc', '--noprofile', '-u'], {
    input: `${completionScript('bash', program)}${ask}`,
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  return stdout.split('\n').filter((word) => word !== '');
}
