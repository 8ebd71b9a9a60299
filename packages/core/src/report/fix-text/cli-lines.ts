import type { Command, Setting } from '../../rule/fix/fix.js';
import { shellQuoted, shellWord } from './shell-word.js';
import { jsonLines } from './json-lines.js';

/** A command of the AWS CLI in lines. @source AWS CLI Command Reference; AWS CLI User Guide, cli-usage-parameters-types */
export function* cliLines(command: Command): Generator<string> {
  const { operation, region, input, saves, reads, before } = command;
  if (before !== undefined) {
    yield `# Add to ${before.addTo ?? 'it'}:`;
    for (const line of jsonLines(before.settings)) yield `#   ${line}`;
  }
  const [service = '', action = ''] = operation.split(':');
  const parts = [
    ...Object.entries(input).map(([member, value]) => `--${kebabCase(member)} ${valueText(value)}`),
    ...(reads === undefined ? [] : [`--${kebabCase(reads.member)} file://${reads.file}`]),
    ...(saves === undefined ? [] : [`--query ${saves.query} --output json > ${saves.file}`]),
  ];
  yield* [`aws ${service} ${kebabCase(action)} --region ${shellWord(region)}`, ...parts.map((part) => `  ${part}`)]
    .map((line, index, { length }) => (index < length - 1 ? `${line} \\` : line))
    .flatMap((line) => line.split('\n'));
}

function valueText(value: Setting): string {
  return typeof value === 'object' ? shellQuoted(jsonLines(value).join('\n  ')) : shellWord(String(value));
}

/** The name of an option or command by that of the API: `resource-arn-list` of `ResourceARNList`. */
function kebabCase(name: string): string {
  return name
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1-$2')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase();
}
