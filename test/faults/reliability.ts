import type { Fault } from './faults.js';

/** What came of one fault, tried on one operation after the other. */
export interface Tried {
  readonly fault: Pick<Fault, 'id' | 'title' | 'heals'>;
  /** The operations for whose answers it is a fault. */
  readonly operations: number;
  /** The codes of the gaps that were told. */
  readonly codes: ReadonlySet<string>;
  /** By the virtual clock, in milliseconds. */
  readonly longestMs: number;
}

/** The page about faults: what is tried, what must hold, and what was measured. */
export function reliabilityPage(all: readonly Tried[]): string {
  const scans = all.reduce((sum, { operations }) => sum + operations, 0);
  return [
    '# Reliability',
    'What a scan does when AWS, the network or the rights of its caller fail. This page is written by the tests in `test/faults`: each fault is put on one operation after the other while a small estate is scanned, as much of it as the operation concerns, over HTTP and with the real clients of the AWS SDK.',
    '## What holds in every scan',
    list([
      'It ends. Waits are counted by a clock that leaps; the longest that a single fault delayed a scan is in the table.',
      'What could not be read is a gap that names the operation.',
      'No verdict becomes a pass, and no pass becomes a failure: what rests on missing evidence is unknown. All other verdicts are those of a scan without the fault.',
      'Where a later attempt succeeds, nothing at all is different.',
    ]),
    `## The faults\n\n${String(scans)} scans, each with one fault on one operation:`,
    table(all),
    'Values that AWS cannot send, one at a time in each answer, are tried in `test/faults/malformed-answers.test.ts`.',
    '## Trying it',
    '`npm test` tries each fault on some operations, CI on all. The same, with this page written anew:',
    '```sh\nBACKPROOF_FAULTS=all UPDATE_GOLDEN=1 npm test -- test/faults\n```',
  ].join('\n\n');
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

function table(all: readonly Tried[]): string {
  const rows = all.map(({ fault, operations, codes, longestMs }) => {
    const said = fault.heals === true ? 'nothing: it heals' : [...codes].sort().map(codeText).join(', ');
    return `| ${fault.title} | ${String(operations)} | ${said} | ${String(Math.round(longestMs / 1000))} s |`;
  });
  return ['| an operation | operations | the gap says | longest wait |', '| --- | --- | --- | --- |', ...rows].join(
    '\n',
  );
}

/** Errors of Node itself are of another realm than Jest's: the SDK wraps them there, and their code is lost. */
function codeText(code: string): string {
  return code === 'Error' ? 'the code of the network' : `\`${code}\``;
}
