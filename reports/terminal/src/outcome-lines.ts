import { count, printable, unknownKindText, wayOutOf } from '@backproof/core';
import type { Gap, Outcome } from '@backproof/core';
import type { OutcomeGroup } from './outcome-groups.js';
import type { Paint } from './paint.js';
import { evidenceLine, firstNames } from './wording.js';

/** A group of outcomes: the finding, the first resources in full, the names of those after them and the number of the rest. */
export function* groupLines(
  { under, first, inFull, names, count: number }: OutcomeGroup,
  paint: Paint,
): Generator<string> {
  const { status, severity, ruleId, messageId } = first;
  const finding = under === ruleId ? messageId : `${ruleId}: ${messageId}`;
  const why = unknownKindText(first);
  const mark =
    status === 'fail'
      ? paint.red(`✗ fail ${severity}`)
      : paint.yellow(`? ${status}${why === undefined ? '' : `, ${why}`}`);
  yield `${mark}  ${paint.bold(printable(finding))}: ${count(number, 'resource')}`;
  for (const outcome of inFull) yield* outcomeLines(outcome, paint);
  const others = number - inFull.length;
  if (others > 0) yield `  Also affects ${firstNames(names, others)}; --json writes each in full`;
}

/** One outcome in full: the resource, the message and the evidence. */
function* outcomeLines({ subject, message, evidence, gaps }: Outcome, paint: Paint): Generator<string> {
  const place = printable(`${subject.accountId} ${subject.region}`);
  yield `  ${printable(subject.type)} ${paint.bold(printable(subject.name))}  ${place}`;
  // A stranger's text never begins a line: some CI systems take lines that begin with `::` for commands.
  yield `  │ ${printable(message)}`;
  yield `  │ ${paint.dim(printable(subject.arn))}`;
  for (const seen of evidence) {
    yield `  │ · ${evidenceLine(seen.at === undefined ? undefined : Date.parse(seen.at), seen, subject.arn)}`;
  }
  for (const gap of gaps) yield `  │ ! ${gapText(gap)}`;
}

/** An operation that failed, with its error and the way out. */
export function gapText(gap: Gap): string {
  const { operation, code, message } = gap;
  const wayOut = wayOutOf(gap);
  return printable(`${operation}: ${code}: ${message.replace(/\.$/, '')}.${wayOut === undefined ? '' : ` ${wayOut}`}`);
}
