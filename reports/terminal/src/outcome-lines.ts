import type { Gap, Outcome } from '@backproof/core';
import type { Paint } from './paint.js';
import { evidenceLine, printable } from './wording.js';

/** One outcome in full: what, where, why, and what it stands on. */
export function* outcomeLines(outcome: Outcome, paint: Paint): Generator<string> {
  const { status, severity, subject, message, evidence, gaps } = outcome;
  const mark = status === 'fail' ? paint.red(`✗ fail ${severity}`) : paint.yellow(`? ${status}`);
  const place = printable(`${subject.accountId} ${subject.region}`);
  yield `${mark}  ${printable(subject.type)} ${paint.bold(printable(subject.name))}  ${place}`;
  // A stranger's text never begins a line: some CI systems take lines that begin with `::` for commands.
  yield `  │ ${printable(message)}`;
  yield `  │ ${paint.dim(printable(subject.arn))}`;
  for (const seen of evidence)
    yield `  │ · ${evidenceLine(seen.at === undefined ? undefined : Date.parse(seen.at), seen)}`;
  for (const gap of gaps) yield `  │ ! ${gapText(gap)}`;
}

/** What could not be read, why, and the way out. */
export function gapText({ operation, code, message, iamAction }: Gap): string {
  const wayOut = iamAction === undefined ? '' : ` Grant ${iamAction}.`;
  return printable(`${operation}: ${code}: ${message.replace(/\.$/, '')}.${wayOut}`);
}
