import type { Instant } from '../model/instant.js';
import { inventoryHash } from '../model/inventory-lines.js';
import type { Inventory } from '../model/inventory.js';
import { compare } from '../model/order.js';
import type { PopulationKind } from '../model/population.js';
import type { Resource } from '../model/resource.js';
import { POPULATIONS_OF } from '../rule/evidence-kind.js';
import { resolveOptions } from '../rule/options.js';
import type { Rule, Severity } from '../rule/rule.js';
import { dossierMaker, evidenceGatherers } from './dossiers.js';
import { exclusionOf } from './exclusion.js';
import type { Subjects } from './exclusion.js';
import { gapFinder } from './gaps.js';
import { evidenceKindsOf, judge } from './judge.js';
import { compareSubjects, outcomeOf, subjectOf } from './outcome.js';
import { RUN_SCHEMA_VERSION } from './run.js';
import type { ExcludedResource, Outcome, Run } from './run.js';

/** A rule that takes part, with what the user set of it. */
export interface ActiveRule {
  readonly rule: Rule;
  /** Instead of the rule's own. */
  readonly severity?: Severity;
  /** Over the rule's defaults. */
  readonly options?: object;
}

/** What to judge, by what, as of when. */
export interface EvaluateRequest {
  readonly inventory: Inventory;
  readonly rules: readonly ActiveRule[];
  /** Ages are measured against it; mostly the moment at which the inventory was taken. */
  readonly now: Instant;
  readonly subjects?: Subjects;
  /** Who evaluates, for the record. */
  readonly tool: Run['tool'];
}

/** What must be read so that these rules can judge. */
export function neededPopulations(rules: readonly Rule[]): ReadonlySet<PopulationKind> {
  return new Set(['resources', ...rules.flatMap(evidenceKindsOf).flatMap((kind) => POPULATIONS_OF[kind])]);
}

/**
 * Judges every resource by every rule. Pure: the same request gives the same run, byte for byte.
 * @throws OptionsError if a rule's options do not fit its schema.
 */
export function evaluate({ inventory, rules, now, subjects = {}, tool }: EvaluateRequest): Run {
  const byArn = new Map(inventory.resources.map((resource) => [resource.arn, resource]));
  const find = (arn: string): Resource | undefined => byArn.get(arn);
  const { judged, excluded } = divide(inventory.resources, subjects, find);
  const gather = evidenceGatherers(inventory);
  const gapsOf = gapFinder(inventory);
  const active = rules.map(resolve).sort((a, b) => compare(a.rule.id, b.rule.id));

  const outcomes = active.flatMap((judging): Outcome[] => {
    const dossierOf = dossierMaker(gather, evidenceKindsOf(judging.rule), find);
    return judged.map((resource) =>
      outcomeOf(judging.rule, judging.severity, resource, judge(judging, dossierOf(resource), now, gapsOf)),
    );
  });

  return {
    schemaVersion: RUN_SCHEMA_VERSION,
    tool,
    now: new Date(now).toISOString(),
    inventory: {
      schemaVersion: inventory.schemaVersion,
      sha256: inventoryHash(inventory),
      takenAt: new Date(inventory.takenAt).toISOString(),
    },
    rules: active.map(({ rule, severity, options }) => {
      const { id, version, title, remediation, controls } = rule;
      return { id, version, title, severity, remediation, controls, options };
    }),
    scopes: inventory.scopes,
    populations: inventory.populations,
    excluded,
    outcomes,
    calls: inventory.calls,
  };
}

function resolve({ rule, severity = rule.severity, options }: ActiveRule) {
  return { rule, severity, options: resolveOptions(rule, options) };
}

/** Who is judged, in the order of a run, and who is not. */
function divide(resources: readonly Resource[], subjects: Subjects, find: (arn: string) => Resource | undefined) {
  const judged: Resource[] = [];
  const excluded: ExcludedResource[] = [];
  for (const resource of resources.toSorted(compareSubjects)) {
    const reason = exclusionOf(resource, subjects, find);
    if (reason === undefined) judged.push(resource);
    else excluded.push({ subject: subjectOf(resource), reason });
  }
  return { judged, excluded };
}
