import { canonicalJson } from '../model/canonical.js';
import { compare } from '../model/order.js';
import { scopeKey } from '../model/scope.js';
import type { RuleInRun, Run } from './run.js';

/** A run by the name that its user knows it by, such as that of its file. */
export interface NamedRun {
  readonly name: string;
  readonly run: Run;
}

/** Runs that cannot be merged into one. The message names them, the reason and the way out. */
export class MergeError extends Error {
  override readonly name = 'MergeError';
}

/**
 * Checks that runs are parts of one: judged in the same way, each of other accounts or Regions.
 * @throws MergeError if not
 */
export function checkMergeable(runs: readonly NamedRun[]): void {
  for (const { name, run } of runs) {
    if (run.elsewhere !== undefined) continue;
    throw new MergeError(`${name} does not say where else evidence may lie: an earlier version wrote it. Scan again.`);
  }
  const [first, ...others] = runs;
  for (const other of others) if (first !== undefined) checkAlike(first, other);
  const seenIn = new Map<string, string>();
  for (const { name, run } of runs) {
    for (const scope of scopesOf(run)) {
      const before = seenIn.get(scope);
      if (before !== undefined) throw new MergeError(`${before} and ${name} both contain ${scope}. Merge each once.`);
      seenIn.set(scope, name);
    }
  }
}

/** Returns the scopes that a run is about, be it that nothing of one could be read. */
function scopesOf({ scopes, populations }: Run): readonly string[] {
  return [...new Set([...scopes, ...populations.map(({ scope }) => scope)].map(scopeKey))].toSorted(compare);
}

function checkAlike(a: NamedRun, b: NamedRun): void {
  const tool = ({ run }: NamedRun): string => `${run.tool.name} ${run.tool.version}`;
  const schema = ({ run }: NamedRun): string => `an inventory of schema ${run.inventory.schemaVersion}`;
  const day = ({ run }: NamedRun): string => run.now.slice(0, 10);
  checkSame(a, b, tool, 'was written by', 'Scan all with one version.');
  checkSame(a, b, schema, 'was judged from', 'Scan all with one version.');
  checkRules(a, b);
  if (a.run.settings.sha256 !== b.run.settings.sha256) {
    throw new MergeError(
      `${a.name} and ${b.name} were judged with different settings: subjects, waivers, baseline or gate. Use one configuration.`,
    );
  }
  // Calendars of protection count days back from it.
  checkSame(a, b, day, 'is as of', 'Judge all as of one day: backproof evaluate INVENTORY --now TIME.');
}

function checkSame(a: NamedRun, b: NamedRun, of: (run: NamedRun) => string, is: string, wayOut: string): void {
  if (of(a) === of(b)) return;
  throw new MergeError(`${a.name} ${is} ${of(a)}, ${b.name} ${is} ${of(b)}. ${wayOut}`);
}

function checkRules(a: NamedRun, b: NamedRun): void {
  for (const [one, other] of [[a, b] as const, [b, a] as const]) {
    const ids = new Set(other.run.rules.map(({ id }) => id));
    const alone = one.run.rules.find(({ id }) => !ids.has(id));
    if (alone !== undefined) {
      throw new MergeError(
        `rule "${alone.id}" judged in ${one.name}, but not in ${other.name}. Use one configuration.`,
      );
    }
  }
  const byId = new Map(b.run.rules.map((rule) => [rule.id, rule]));
  for (const rule of a.run.rules) {
    const other = byId.get(rule.id);
    if (other === undefined || isSameRule(rule, other)) continue;
    const difference =
      rule.version === other.version ? 'its settings differ' : `version ${rule.version} and ${other.version}`;
    throw new MergeError(`rule "${rule.id}" is not the same in ${a.name} and ${b.name}: ${difference}.`);
  }
}

function isSameRule(a: RuleInRun, b: RuleInRun): boolean {
  const uncounted = ({ tally: _, unknownKinds: __, switchedOff: ___, ...rule }: RuleInRun): string =>
    canonicalJson(rule);
  return uncounted(a) === uncounted(b);
}
