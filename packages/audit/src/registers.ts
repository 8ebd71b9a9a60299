import { canonicalJson, compare, grantOf } from '@backproof/core';
import type { AuditedScope, AuditedWaiver, RuleParameters, UnreadPopulation } from './audit.js';
import type { RunRef } from './run-ref.js';
import { criteria } from './exceptions.js';
import type { Period } from './period.js';
import type { RecordedRun } from './recorded-run.js';
import { runRef, sightings } from './run-ref.js';

/** The accounts and Regions that were scanned, with the principal. */
export function auditedScopes(runs: readonly RecordedRun[]): readonly AuditedScope[] {
  const seen = sightings(runs, ({ header }) =>
    header.scopes.map(({ accountId, region, principalArn }) => {
      const scope = { accountId, region, ...(principalArn !== undefined && { principalArn }) };
      return [canonicalJson(scope), scope] as const;
    }),
  );
  return seen
    .map(({ value, first, last, runs: count }) => ({ ...value, first, last, runs: count }))
    .sort((a, b) => compare(a.accountId, b.accountId) || compare(a.region, b.region));
}

/** By what rules judged, as long as it held: a rule that was changed and changed back has three entries. */
export function ruleParameters(runs: readonly RecordedRun[]): readonly RuleParameters[] {
  const found: RuleParameters[] = [];
  const current = new Map<string, { readonly criteria: string; readonly index: number }>();
  for (const run of runs) {
    for (const rule of run.header.rules) {
      const now = criteria(rule) + rule.severity;
      const known = current.get(rule.id);
      const before = known?.criteria === now ? found[known.index] : undefined;
      if (known !== undefined && before !== undefined) {
        found[known.index] = { ...before, last: runRef(run), runs: before.runs + 1 };
        continue;
      }
      current.set(rule.id, { criteria: now, index: found.length });
      const { id: ruleId, title, version, severity, severities, options, off, overrides } = rule;
      const at = { first: runRef(run), last: runRef(run), runs: 1 };
      found.push({ ruleId, title, version, severity, severities, options, off, overrides, ...at });
    }
  }
  return found.sort((a, b) => compare(a.ruleId, b.ruleId) || compare(a.first.at, b.first.at));
}

/** The lists that runs could not read completely. */
export function unreadPopulations(runs: readonly RecordedRun[]): readonly UnreadPopulation[] {
  const seen = sightings(runs, ({ populations }) =>
    populations.flatMap((population) => {
      if (population.status === 'complete') return [];
      const { kind, of, scope, gaps } = population;
      return gaps.map((gap) => {
        const { operation, code } = gap;
        const iamAction = grantOf(gap);
        const { accountId, region } = scope;
        const unread = {
          population: kind,
          ...(of !== undefined && { of }),
          ...{ accountId, region, operation, code },
          ...(iamAction !== undefined && { iamAction }),
        };
        return [canonicalJson(unread), unread] as const;
      });
    }),
  );
  return seen.map(({ value, first, last, runs: count }) => ({ ...value, first, last, runs: count }));
}

/** The waivers that the runs of a period knew, each with the terms that it had last. */
export function waiverRegister(runs: readonly RecordedRun[], { from, until }: Period): readonly AuditedWaiver[] {
  const lastRun = runs.at(-1);
  const seen = sightings(runs, ({ header }) => header.waivers.map((waiver) => [waiver.id, waiver] as const));
  return seen
    .map(({ value, first, last }) => {
      const expires = Date.parse(value.expires);
      return {
        ...value,
        first,
        last,
        expiredInPeriod: from <= expires && expires < until,
        removed: last.id !== lastRun?.id,
        changed: changesOf(value.id, runs),
      };
    })
    .sort((a, b) => compare(a.id, b.id));
}

function changesOf(id: string, runs: readonly RecordedRun[]): readonly RunRef[] {
  let before: string | undefined;
  return runs.flatMap((run) => {
    const waiver = run.header.waivers.find((each) => each.id === id);
    if (waiver === undefined) return [];
    const { rule, resources, reason, owner, approvedBy, expires } = waiver;
    const terms = canonicalJson({ rule, resources, reason, owner, approvedBy, expires });
    const isChange = before !== undefined && before !== terms;
    before = terms;
    return isChange ? [runRef(run)] : [];
  });
}
