import {
  causeOf,
  count,
  gapsOf,
  grantOf,
  isForCompleteness,
  missingActions,
  printable,
  unknownTallyText,
} from '@backproof/core';
import type { Population, ReportedRun } from '@backproof/core';
import type { OutcomeDigest } from './outcome-digest.js';
import type { OutcomeGroup } from './outcome-groups.js';

/** The number of reasons, and of causes, that are written. */
const SHOWN = 5;

/** The unknown outcomes and their reasons, the lists that could not be read, and the IAM actions that would help. */
export function* unknownLines(
  { populations, rules }: ReportedRun,
  { tally, groups }: OutcomeDigest,
): Generator<string> {
  const unread = populations.filter(({ kind, status }) => status !== 'complete' && !isForCompleteness(kind));
  if (tally.unknown === 0 && unread.length === 0) return;
  const kinds = unknownTallyText(rules);
  yield `Unknown: ${count(tally.unknown, 'outcome')}${kinds === '' ? '' : ` (${kinds})`}`;
  yield* unreadLines(unread);
  const reasons = [...groups.values()]
    .flat()
    // What could not be read is said above.
    .filter(({ kind, first }) => kind === 'unknown' && (unread.length === 0 || first.unknownKind !== 'unread'))
    .sort((a, b) => b.count - a.count);
  for (const group of reasons.slice(0, SHOWN)) yield `  ${reasonText(group)}`;
  if (reasons.length > SHOWN) yield `  and ${count(reasons.length - SHOWN, 'more reason')}: --verbose`;
}

function* unreadLines(unread: readonly Population[]): Generator<string> {
  if (unread.length === 0) return;
  yield `  ${count(unread.length, 'list')} could not be read completely`;
  const actions = missingActions(unread).map(({ iamAction }) => iamAction);
  if (actions.length > 0) yield printable(`  Grant: ${actions.join(', ')}`);
  const others = unread.flatMap(gapsOf).filter((gap) => grantOf(gap) === undefined);
  const causes = [...new Set(others.map((gap) => `${gap.operation}: ${causeOf(gap)}`))];
  if (causes.length > 0) yield printable(`  ${actions.length > 0 ? 'Other causes' : 'Causes'}: ${firstOf(causes)}`);
}

function firstOf(causes: readonly string[]): string {
  const more = causes.length > SHOWN ? ` and ${causes.length - SHOWN} more` : '';
  return `${causes.slice(0, SHOWN).join(', ')}${more}`;
}

/** A message names its resource, and says first what decides. */
function reasonText({ first: { ruleId, message }, count: number }: OutcomeGroup): string {
  const [decides = message] = message.split(/(?<=\.) (?=[A-Z])/);
  return printable(number === 1 ? `${ruleId}: ${decides}` : `${ruleId}, ${count(number, 'resource')}: ${decides}`);
}
