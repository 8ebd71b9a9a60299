import { printable, isResourceType } from '@backproof/core';
import type { OutcomeSubject, Protection } from '@backproof/core';
import type { Paint } from './paint.js';
import { tableLines, words } from './wording.js';
import type { WorstResource } from './worst-resources.js';

/**
 * The worst resources, a line each: what is wrong, and the newest moment that a recovery point of it restores. Where all
 * are in one account or Region, the heading names it; where they are not, each line does if there is room.
 */
export function* worstLines(
  worst: readonly WorstResource[],
  protections: ReadonlyMap<string, Protection>,
  width: number,
  paint: Paint,
): Generator<string> {
  const accounts = new Set(worst.map(({ subject }) => subject.accountId));
  const regions = new Set(worst.map(({ subject }) => subject.region));
  const shared = [accounts, regions].filter(({ size }) => size === 1).flatMap((places) => [...places]);
  yield paint.bold('Most urgent') + (shared.length === 0 ? '' : printable(`, in ${shared.join(' ')}`));
  const columns: readonly Column[] = [
    ['Severity', ({ failures: [{ severity }] }) => severity],
    ['Type', ({ subject }) => subject.type],
    ['Name', ({ subject }) => subject.name],
    ['Problem', ({ failures: [{ messageId }] }) => words(messageId)],
    ['Last point', ({ subject }) => newestText(subject, protections.get(subject.arn))],
    ...(accounts.size > 1 ? [['Account', ({ subject }) => subject.accountId] satisfies Column] : []),
    ...(regions.size > 1 ? [['Region', ({ subject }) => subject.region] satisfies Column] : []),
  ];
  yield* fitting(worst, columns, width);
}

type Column = readonly [title: string, cell: (resource: WorstResource) => string];

/** The columns whose place in the table is never given up. */
const KEPT = 5;

/** A table with as many of its columns as fit. */
function fitting(worst: readonly WorstResource[], columns: readonly Column[], width: number): readonly string[] {
  const rows = worst.map((resource) => columns.map(([, cell]) => printable(cell(resource))));
  const lines = tableLines(
    [columns.map(([title]) => title), ...rows],
    columns.map(() => 'left'),
  );
  const fits = columns.length <= KEPT || lines.every((line) => line.length <= width);
  return fits ? lines : fitting(worst, columns.slice(0, -1), width);
}

/** The worst resources with each of their failures. */
export function* failureLines(worst: readonly WorstResource[], verbose: boolean, paint: Paint): Generator<string> {
  for (const { subject, failures } of worst) {
    const { type, name, accountId, region, arn } = subject;
    yield '';
    yield `${printable(type)} ${paint.bold(printable(name))}  ${printable(`${accountId} ${region}`)}`;
    if (verbose) yield `  │ ${paint.dim(printable(arn))}`;
    for (const { severity, ruleId, messageId, message } of failures) {
      yield `  ${paint.red(`✗ ${severity}`)}  ${printable(`${ruleId}: ${words(messageId)}`)}`;
      if (verbose) yield `  │ ${printable(message)}`;
    }
  }
}

/** The day of the newest moment that a recovery point restores. A plan, a vault or an account has none. */
function newestText({ type }: OutcomeSubject, protection: Protection | undefined): string {
  if (!isResourceType(type)) return '-';
  if (protection?.newest !== undefined) return protection.newest.slice(0, 10);
  return protection === undefined || protection.unread?.includes('recoveryPoints') === true ? 'unknown' : 'none';
}
