import { canonicalJson, sha256 } from '../model/canonical.js';
import { groupBy } from '../model/group-by.js';
import { compare, inOrder } from '../model/order.js';
import { IDENTITIES } from '../model/record-kind.js';
import type { CallCount } from '../model/record-kind.js';
import { scopeKey } from '../model/scope.js';
import type { OrganizationAccount, Scope } from '../model/scope.js';
import { scopeOf } from '../semantics/arn.js';
import type { Completeness } from './completeness.js';
import { elsewhereKey } from './evidence-elsewhere.js';
import { gateOf } from './gate.js';
import { apartFinder, crossingsIn } from './judged-apart.js';
import { mergeLeftovers } from './leftovers.js';
import { checkMergeable, MergeError } from './mergeable.js';
import type { NamedRun } from './mergeable.js';
import { compareSubjects } from './outcome.js';
import { compareOutcomes, mergedBaseline, mergedWaivers } from './merged-acceptance.js';
import type { Outcome } from './outcome.js';
import type { Protection } from './protection.js';
import type { RuleInRun, Run, RunPart } from './run.js';
import { Counts } from './tally.js';

/**
 * Merges runs of different accounts and Regions, judged in the same way, into one. In whatever order they are given, and
 * whichever of them were merged before, the run is the same; no outcome is lost, and none is counted twice. What was
 * judged without evidence that another part has is unknown; all other verdicts stay as they are.
 *
 * @throws MergeError if they cannot be merged
 */
export function mergeRuns(named: readonly NamedRun[]): Run {
  checkMergeable(named);
  const [first, ...others] = named.map(({ run }) => run);
  if (first === undefined) throw new MergeError('no run to merge');
  if (others.length === 0) return first;
  const runs = [first, ...others];
  const parts = runs.flatMap(partsOf).toSorted((a, b) => compare(a.id, b.id));
  const { between, outside } = crossingsIn(runs);
  const seenWhole = apartFinder(between, first.rules);
  const own = runs.flatMap((run) => run.outcomes).toSorted(compareOutcomes);
  const outcomes = own.map(seenWhole);
  const counts = countsOf(outcomes);
  const seen = {
    rules: first.rules.map(({ id }) => mergedRule(runs, id, counts)),
    open: counts.open,
    scopes: inOrder(
      runs.flatMap(({ scopes }) => scopes),
      scopeKey,
    ),
    populations: inOrder(
      runs.flatMap(({ populations }) => populations),
      IDENTITIES.populations,
    ),
    completeness: mergedCompleteness(runs),
  };
  const accounts = mergedAccounts(runs);
  const now = earliest(parts.map((part) => part.now));
  const baseline = mergedBaseline(runs, own, outcomes);
  return {
    schemaVersion: first.schemaVersion,
    id: sha256([canonicalJson({ parts: parts.map(({ id }) => id) })]),
    tool: first.tool,
    now,
    inventory: {
      schemaVersion: first.inventory.schemaVersion,
      sha256: sha256([canonicalJson({ parts: parts.map(({ inventory }) => inventory.sha256) })]),
      takenAt: earliest(parts.map(({ inventory }) => inventory.takenAt)),
    },
    parts,
    settings: first.settings,
    gate: gateOf({ ...seen, settings: first.settings }, first.gate.policy),
    ...seen,
    elsewhere: inOrder(outside, elsewhereKey),
    ...(accounts.length > 0 && { accounts }),
    excluded: runs.flatMap(({ excluded }) => excluded).toSorted((a, b) => compareSubjects(a.subject, b.subject)),
    ...mergedLeftovers(runs),
    waivers: mergedWaivers(runs, outcomes, now),
    ...(baseline !== undefined && { baseline }),
    outcomes,
    protection: runs.flatMap(({ protection }) => protection).toSorted(compareProtection),
    calls: mergedCalls(runs),
  };
}

/** Returns the accounts and Regions of a run that were not scanned, though others of the account and of the Region were. */
export function scopesNotScanned({ scopes }: Pick<Run, 'scopes'>): readonly Scope[] {
  const scanned = new Set(scopes.map(scopeKey));
  const accounts = new Map(scopes.map(({ partition, accountId }) => [accountId, partition]));
  const regions = [...groupBy(scopes, ({ region }) => region)];
  return inOrder(
    [...accounts].flatMap(([accountId, partition]) =>
      regions.flatMap(([region, [other]]) => (other?.partition === partition ? { partition, accountId, region } : [])),
    ),
    scopeKey,
  ).filter((scope) => !scanned.has(scopeKey(scope)));
}

function partsOf({ id, now, inventory, parts }: Run): readonly RunPart[] {
  return parts ?? [{ id, now, inventory }];
}

function compareProtection(a: Protection, b: Protection): number {
  const placed = ({ arn, home }: Protection) => ({ accountId: '', region: '', ...scopeOf(arn), ...home, arn });
  const [one, other] = [placed(a), placed(b)];
  return compare(one.accountId, other.accountId) || compare(one.region, other.region) || compare(one.arn, other.arn);
}

function countsOf(outcomes: readonly Outcome[]): Counts {
  const counts = new Counts();
  for (const outcome of outcomes) counts.add(outcome);
  return counts;
}

function mergedRule(runs: readonly Run[], ruleId: string, counts: Counts): RuleInRun {
  const [rule, ...others] = runs.flatMap(({ rules }) => rules.filter(({ id }) => id === ruleId));
  if (rule === undefined) throw new MergeError(`no run judged by rule "${ruleId}"`);
  const { unknownKinds: ofFirst, ...uncounted } = rule;
  const { tally, unknownKinds } = counts.ofRule(ruleId);
  const knowsKinds = ofFirst !== undefined && others.every((other) => other.unknownKinds !== undefined);
  const switchedOff = others.reduce((sum, other) => sum + other.switchedOff, rule.switchedOff);
  return { ...uncounted, tally, ...(knowsKinds && { unknownKinds }), switchedOff };
}

function mergedCompleteness(runs: readonly Run[]): Completeness {
  const all = runs.map(({ completeness }) => completeness);
  const byType = groupBy(
    all.flatMap(({ unknownTypes }) => unknownTypes),
    ({ resourceType }) => resourceType,
  );
  return {
    counts: inOrder(
      all.flatMap(({ counts }) => counts),
      ({ scope, configType }) => `${scopeKey(scope)}\n${configType}`,
    ),
    uncounted: inOrder(
      all.flatMap(({ uncounted }) => uncounted),
      scopeKey,
    ),
    unknownTypes: inOrder(
      [...byType].map(([resourceType, ofType]) => ({
        resourceType,
        count: ofType.reduce((sum, { count }) => sum + count, 0),
      })),
      ({ resourceType }) => resourceType,
    ),
  };
}

/** An account that one part left out may be what another part scanned. */
function mergedAccounts(runs: readonly Run[]): readonly OrganizationAccount[] {
  const scanned = new Set(runs.flatMap(({ scopes }) => scopes.map(({ accountId }) => accountId)));
  const byId = groupBy(
    runs.flatMap(({ accounts = [] }) => accounts),
    ({ accountId }) => accountId,
  );
  const merged = [...byId].flatMap(([accountId, known]) => {
    const [account, ...others] = inOrder(known, canonicalJson);
    if (account === undefined) return [];
    const isIn = scanned.has(accountId) || [account, ...others].some(({ leftOut }) => leftOut === undefined);
    const { leftOut, ...rest } = account;
    return [isIn || leftOut === undefined ? rest : { ...rest, leftOut }];
  });
  return inOrder(merged, ({ accountId }) => accountId);
}

function mergedLeftovers(runs: readonly Run[]): Pick<Run, 'leftovers' | 'pointsCreatedAfter'> {
  const moments = runs.flatMap(({ pointsCreatedAfter }) => pointsCreatedAfter ?? []);
  const latest = moments.toSorted(compare).at(-1);
  if (latest !== undefined) return { pointsCreatedAfter: latest };
  const leftovers = runs.flatMap((run) => run.leftovers ?? []);
  return leftovers.length < runs.length ? {} : { leftovers: mergeLeftovers(leftovers) };
}

/** Several parts may each have asked in one scope, as for the accounts of the organization. */
function mergedCalls(runs: readonly Run[]): readonly CallCount[] {
  const byIdentity = groupBy(
    runs.flatMap(({ calls }) => calls),
    IDENTITIES.calls,
  );
  const merged = [...byIdentity.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    return [others.reduce((a, b) => ({ ...a, calls: a.calls + b.calls, retries: a.retries + b.retries }), first)];
  });
  return inOrder(merged, IDENTITIES.calls);
}

function earliest(moments: readonly string[]): string {
  return moments.toSorted(compare)[0] ?? '';
}
