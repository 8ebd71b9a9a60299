import type { FurtherPoints } from '../model/further-points.js';
import { groupBy } from '../model/group-by.js';
import type { Instant } from '../model/instant.js';
import type { Inventory } from '../model/inventory.js';
import { gapsAboutAny } from '../model/population.js';
import type { Population } from '../model/population.js';
import { recoveryPointTable } from '../model/recovery-point-table-builder.js';
import type { Resource } from '../model/resource.js';
import { scopeKey } from '../model/scope.js';
import { POPULATIONS_OF } from '../rule/evidence-kind.js';
import type { Rule } from '../rule/rule.js';
import { copyTargetsByScope } from './copy-targets.js';
import { engineMessage } from './engine-messages.js';
import { outcomesIn } from './judge-inventory.js';
import type { JudgeRequest } from './judge-inventory.js';
import type { Outcome } from './outcome.js';
import { relationFinder, withSourcesOfSources } from './relations.js';
import { evidenceKindsOf } from './rule-gaps.js';
import { settingsInOrder } from './rule-settings.js';
import type { ActiveRule } from './rule-settings.js';

/** The most recovery points in an answer of AWS Backup. @source API MaxResults */
const POINTS_A_PAGE = 1000;

/**
 * The age in milliseconds of the oldest recovery points that rules need at first: younger ones decide most resources.
 * Undefined: some rule needs them all, or none needs any.
 * @throws OptionsError if a rule's options do not fit its schema.
 */
export function pointsHorizon(rules: readonly ActiveRule[]): number | undefined {
  const horizons = settingsInOrder(rules)
    .filter(({ rule }) => needsPoints(rule))
    .flatMap(({ rule, overrides, ...setting }) =>
      [setting, ...overrides].filter(({ off }) => !off).map(({ options }) => rule.horizon(options)),
    );
  const known = horizons.filter((horizon) => horizon !== undefined);
  return known.length === 0 || known.length < horizons.length ? undefined : Math.max(...known);
}

/**
 * The recovery points that must still be read after the young ones: of each resource that these do not decide, and of
 * those that may protect it, in each vault where they may be. Where that takes more calls than the whole vault, of all.
 */
export function pointsToReadFurther(request: JudgeRequest): FurtherPoints {
  const { inventory } = request;
  const vaultsIn = groupBy(inventory.vaults, ({ scope }) => scopeKey(scope));
  const copyTargets = copyTargetsByScope(inventory);
  const resourcesIn = new Map<string, Set<string>>();
  for (const resource of undecided(request)) {
    const scope = scopeKey(resource);
    const places = [
      ...(vaultsIn.get(scope) ?? []).map(({ arn }) => arn),
      ...(copyTargets.get(scope)?.keys() ?? []),
      ...vaultsWithPointsOf(resource, inventory),
    ];
    for (const vault of new Set(places)) {
      const known = resourcesIn.get(vault) ?? new Set();
      resourcesIn.set(vault, known.add(resource.arn));
    }
  }
  const read = new Set(inventory.populations.flatMap((each) => (isReadSoFar(each) ? [each.of] : [])));
  const further = inventory.vaults.flatMap(({ arn, recoveryPointCount = Infinity }) => {
    const resources = resourcesIn.get(arn);
    if (resources === undefined || !read.has(arn)) return [];
    const pages = Math.max(1, Math.ceil(recoveryPointCount / POINTS_A_PAGE));
    return [[arn, resources.size >= pages ? 'all' : [...resources].toSorted()] as const];
  });
  return new Map(further);
}

/** Returns true for the points of a vault that could be read as far as they were asked for: it is of use to ask for more. */
function isReadSoFar(population: Population): boolean {
  return population.createdAfter !== undefined && gapsAboutAny(population).length === 0;
}

/** The resources that older points may decide, or explain better, and those that may protect them. */
function undecided(request: JudgeRequest): Iterable<Resource> {
  const { resources, replicas } = request.inventory;
  const byArn = new Map(resources.map((resource) => [resource.arn, resource]));
  const find = (arn: string): Resource | undefined => byArn.get(arn);
  const relationsOf = relationFinder({ resources, replicas }, find);
  const rules = new Map(request.rules.map(({ rule }) => [rule.id, rule]));
  const open = new Set<Resource>();
  for (const outcome of outcomesIn({ ...request, inventory: withoutCopies(request.inventory) }).outcomes) {
    const rule = rules.get(outcome.ruleId);
    const resource = find(outcome.subject.arn);
    if (rule === undefined || resource === undefined || !needsPoints(rule) || isDecided(outcome, rule)) continue;
    open.add(resource);
    for (const related of withSourcesOfSources(resource, relationsOf)) {
      if (related.resource !== undefined) open.add(related.resource);
    }
  }
  return open;
}

/** A copy may hold what was found in an older point: it decides nothing as long as that was not read. */
function withoutCopies(inventory: Inventory): Inventory {
  const copies = new Set(inventory.copyJobs.map(({ destinationRecoveryPointArn }) => destinationRecoveryPointArn));
  if (copies.size === 0) return inventory;
  const points = [...inventory.recoveryPoints].filter(({ arn }) => !copies.has(arn));
  return { ...inventory, recoveryPoints: recoveryPointTable(points) };
}

/** A pass by what was seen stands, whatever else there is. One that rests on a promise may rest on what was not seen. */
function isDecided({ status, messageId, data }: Outcome, { messages }: Rule): boolean {
  if (status !== 'pass') return status === 'notApplicable';
  const own = Object.hasOwn(messages, messageId) ? messages[messageId] : undefined;
  const message = own ?? engineMessage(messageId, data.relation);
  return message?.status === 'pass' && message.promise !== true;
}

function vaultsWithPointsOf({ arn }: Resource, { recoveryPoints }: Inventory): readonly string[] {
  const points = recoveryPoints.of(arn);
  return Array.from({ length: points.count }, (_, row) => points.vaultArn(row));
}

function needsPoints(rule: Rule): boolean {
  return evidenceKindsOf(rule).some((kind) =>
    POPULATIONS_OF[kind].some((population) => population === 'recoveryPoints'),
  );
}

/** The moment from which all recovery points of an inventory were read, where older ones were read of some resources only. */
export function pointsCreatedAfter({ populations }: Pick<Inventory, 'populations'>): Instant | undefined {
  const moments = populations.flatMap(({ createdAfter }) => createdAfter ?? []);
  return moments.length === 0 ? undefined : Math.max(...moments);
}
