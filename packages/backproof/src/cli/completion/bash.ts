import { inQuotes, pathsBelow, valuePlaces } from './completed-command.js';
import type { CompletedCommand } from './completed-command.js';

/** The completion script for bash, from 3.2 on. Values without a list are completed as names of files. */
export function bashScript(commands: readonly CompletedCommand[]): string {
  const values = valuePlaces(commands);
  const listed = values.filter(({ choices }) => choices.length > 0);
  const free = values.filter(({ choices }) => choices.length === 0).flatMap(({ places }) => places);
  return `_backproof() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" path=backproof each
  COMPREPLY=()
  for each in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$path $each" in
      ${patterns(pathsBelow(commands))}) path="$path $each" ;;
    esac
  done
  case "$path $before" in
${listed.map(({ places, choices }) => `    ${patterns(places)}) ${reply(choices)}; return ;;`).join('\n')}
    ${patterns(free)}) return ;;
  esac
  case "$path" in
${commands.map((each) => `    ${inQuotes(each.path.join(' '))}) ${reply(wordsOf(each))} ;;`).join('\n')}
  esac
}
complete -o bashdefault -o default -F _backproof backproof
`;
}

function wordsOf({ commands, options }: CompletedCommand): readonly string[] {
  return [...commands.map(({ word }) => word), ...options.flatMap(({ words }) => words)];
}

function reply(words: readonly string[]): string {
  return `COMPREPLY=($(compgen -W ${inQuotes(words.join(' '))} -- "$word"))`;
}

function patterns(texts: readonly string[]): string {
  return texts.map(inQuotes).join('|');
}
