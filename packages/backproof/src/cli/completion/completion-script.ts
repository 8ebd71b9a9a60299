import type { Command } from 'commander';
import type { Shell } from '../program/shells.js';
import { bashScript } from './bash.js';
import { completedCommands } from './completed-command.js';
import type { CompletedCommand } from './completed-command.js';
import { fishScript } from './fish.js';
import { zshScript } from './zsh.js';

const SCRIPTS: Readonly<Record<Shell, (commands: readonly CompletedCommand[]) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
};

/** The script by which a shell completes the commands and options of a program. */
export function completionScript(shell: Shell, program: Command): string {
  return SCRIPTS[shell](completedCommands(program));
}
