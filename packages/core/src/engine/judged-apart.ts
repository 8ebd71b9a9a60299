import { groupBy } from '../model/group-by.js';
import { isResourceType } from '../model/resource.js';
import { scopeKey } from '../model/scope.js';
import { renderMessage } from '../rule/message.js';
import { ENGINE_MESSAGES } from './engine-messages.js';
import { elsewhereKey } from './evidence-elsewhere.js';
import type { EvidenceElsewhere } from './evidence-elsewhere.js';
import type { Outcome } from './outcome.js';
import type { Run } from './run.js';

/** The evidence that crosses between the parts of a merged run. */
interface Crossings {
  /** Between two parts: it was there, and was not seen where it counts. */
  readonly between: readonly EvidenceElsewhere[];
  /** To scopes that no part scanned. */
  readonly outside: readonly EvidenceElsewhere[];
}

/** Finds the evidence that crosses between runs that are merged, and what still crosses out of all of them. */
export function crossingsIn(runs: readonly Run[]): Crossings {
  const scanned = new Set(runs.flatMap(({ scopes }) => scopes.map(scopeKey)));
  const all = new Map(
    runs.flatMap(({ elsewhere = [] }) => elsewhere.map((each) => [elsewhereKey(each), each] as const)),
  );
  const isBetween = ({ of, at }: EvidenceElsewhere): boolean => scanned.has(of) && scanned.has(at);
  return {
    between: [...all.values()].filter(isBetween),
    outside: [...all.values()].filter((each) => !isBetween(each)),
  };
}

/**
 * Makes unknown what was judged without evidence that another part has: failures, and passes of rules that rest on every
 * recovery point. Other passes stand, whatever else there is.
 */
export function apartFinder(between: readonly EvidenceElsewhere[], rules: Run['rules']): (outcome: Outcome) => Outcome {
  const places = groupBy(between, ({ of }) => of);
  const restOnAll = new Set(rules.filter(({ needsAllPoints }) => needsAllPoints === true).map(({ id }) => id));
  return (outcome) => {
    const { status, ruleId, subject } = outcome;
    const isOpen = status === 'fail' || (status === 'pass' && restOnAll.has(ruleId));
    if (!isOpen || !isResourceType(subject.type)) return outcome;
    const elsewhere = places.get(scopeKey(subject));
    return elsewhere === undefined ? outcome : judgedApart(outcome, elsewhere);
  };
}

function judgedApart(outcome: Outcome, elsewhere: readonly EvidenceElsewhere[]): Outcome {
  const { evidence, fingerprint, gaps, ruleId, severity, subject } = outcome;
  const messageId = 'judged-apart';
  const place = elsewhere.map(({ at }) => at).toSorted()[0] ?? '';
  const data = { name: subject.name, place };
  const message = renderMessage(ENGINE_MESSAGES[messageId].text, data);
  const about = { data, evidence, fingerprint, gaps, message, messageId, ruleId, severity, subject };
  return { ...about, status: 'unknown', unknownKind: 'unread' };
}
