/**
 * A scenario of the command, as a text file: what it is about, the files that there are, and commands with what each
 * prints and how it ends.
 *
 *     What this is about.
 *
 *     ==== file backproof.config.yaml
 *     extends: [strict]
 *     ==== $ backproof evaluate china.ndjson.gz
 *     ==== stdout
 *     ...
 *     Gate passed. No failures and nothing unknown in 2 outcomes.
 *     ==== status 0
 *
 * A line `...` stands for any lines, `<...>` for anything within a line. What is not written of a command must be empty,
 * and its status 0.
 */
export interface Scenario {
  readonly title: string;
  readonly files: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

/** A command with what is expected of it; or a file that the commands before it must have left behind. */
export interface Step {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number;
  /** Contents of files after the command, by name. */
  readonly leaves: Readonly<Record<string, string>>;
}

/** @throws Error where the text is no scenario */
export function parseScenario(text: string): Scenario {
  const [title = '', ...parts] = text.split(/^==== /m);
  const files: Record<string, string> = {};
  const steps: Mutable<Step>[] = [];
  for (const part of parts) {
    const [heading = '', ...lines] = part.split('\n');
    const body = lines.join('\n');
    const [word = '', ...rest] = heading.trim().split(' ');
    const step = steps.at(-1);
    if (word === '$') steps.push(commandOf(rest.join(' ')));
    else if (word === 'file' && step === undefined) files[rest.join(' ')] = body;
    else if (step === undefined) throw new Error(`"${heading}" stands before the first command`);
    else if (word === 'file') step.leaves = { ...step.leaves, [rest.join(' ')]: body };
    else if (word === 'stdout' || word === 'stderr') step[word] = body;
    else if (word === 'status') step.status = Number(rest[0]);
    else throw new Error(`"${heading}" is no part of a scenario`);
  }
  if (steps.length === 0) throw new Error('it has no command');
  return { title: title.trim(), files, steps };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** `NAME=value backproof scan --tag "a=b c"` */
function commandOf(line: string): Mutable<Step> {
  const words = (line.match(/(?:"[^"]*"|[^\s"])+/g) ?? []).map((word) => word.replaceAll('"', ''));
  const at = words.indexOf('backproof');
  if (at === -1) throw new Error(`"${line}" does not run backproof`);
  const env = Object.fromEntries(
    words.slice(0, at).map((word) => [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)]),
  );
  return { args: words.slice(at + 1), env, stdout: '', stderr: '', status: 0, leaves: {} };
}

/** Whether a text is what a scenario expects. */
export function fits(expected: string, text: string): boolean {
  const pattern = expected
    .replace(/^\.\.\.\n/gm, '\u0000')
    .replace(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`)
    .replaceAll('<\\.\\.\\.>', '.*')
    .replaceAll('\u0000', String.raw`(?:.*\n)*?`);
  return new RegExp(`^${pattern}$`).test(text);
}
