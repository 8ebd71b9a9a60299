import { inQuotes, pathsBelow, valuePlaces } from './completed-command.js';
import type { CompletedCommand, CompletedWord } from './completed-command.js';

/** The completion script for zsh. It may be evaluated, or lie in a folder of `$fpath` as `_backproof`. */
export function zshScript(commands: readonly CompletedCommand[]): string {
  const values = valuePlaces(commands);
  const listed = values.filter(({ choices }) => choices.length > 0);
  const free = values.filter(({ choices }) => choices.length === 0).flatMap(({ places }) => places);
  return `#compdef backproof
_backproof() {
  local at=backproof each
  local -a found
  for each in "\${(@)words[2,CURRENT-1]}"; do
    case "$at $each" in
      ${patterns(pathsBelow(commands))}) at="$at $each" ;;
    esac
  done
  case "$at \${words[CURRENT-1]}" in
${listed.map(({ places, choices }) => `    ${patterns(places)}) compadd -- ${choices.map(inQuotes).join(' ')}; return ;;`).join('\n')}
    ${patterns(free)}) _files; return ;;
  esac
  case "$at" in
${commands.map((each) => `    ${inQuotes(each.path.join(' '))}) found=(${wordsOf(each).map(described).join(' ')}) ;;`).join('\n')}
  esac
  _describe -o 'backproof' found
  [[ "$PREFIX" == -* ]] || _files
}
if [ "$funcstack[1]" = "_backproof" ]; then _backproof "$@"; else compdef _backproof backproof; fi
`;
}

function wordsOf({ commands, options }: CompletedCommand): readonly CompletedWord[] {
  return [...commands, ...options.flatMap(({ words, description }) => words.map((word) => ({ word, description })))];
}

/** A colon separates a word from its description. */
function described({ word, description }: CompletedWord): string {
  return inQuotes(`${word.replaceAll(':', String.raw`\:`)}:${description}`);
}

function patterns(texts: readonly string[]): string {
  return texts.map(inQuotes).join('|');
}
