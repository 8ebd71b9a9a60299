import type { PopulationKind } from '../model/population-kind.js';
import { POPULATIONS_OF } from '../rule/evidence-kind.js';
import type { Rule } from '../rule/rule.js';
import { evidenceKindsOf } from './rule-gaps.js';
import { resolveSettings } from './rule-settings.js';
import type { ActiveRule } from './rule-settings.js';

/**
 * The populations that must be read so that these rules can judge.
 *
 * @param nativeRestores - restores without AWS Backup count, by the options of some rule
 */
export function neededPopulations(rules: readonly Rule[], nativeRestores = true): ReadonlySet<PopulationKind> {
  const kinds = rules.flatMap(evidenceKindsOf).flatMap((kind): readonly PopulationKind[] => POPULATIONS_OF[kind]);
  return new Set(['resources', ...kinds.filter((kind) => nativeRestores || kind !== 'nativeRestores')]);
}

/**
 * The shortest time, in milliseconds, in which a restore without AWS Backup counts for some rule; undefined if it counts
 * for none.
 * @throws OptionsError if a rule's options do not fit its schema.
 */
export function nativeRestoresNeeded(rules: readonly ActiveRule[]): number | undefined {
  const times = rules
    .map(resolveSettings)
    .flatMap(({ rule, overrides, ...setting }) =>
      [setting, ...overrides].flatMap(({ off, options }) => (off ? [] : (rule.nativeRestoresWithin(options) ?? []))),
    );
  return times.length === 0 ? undefined : Math.min(...times);
}
