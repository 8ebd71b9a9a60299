import type { Instant } from '../model/instant.js';
import type { Inventory } from '../model/inventory.js';
import type { Resource } from '../model/resource.js';
import { scopeKey } from '../model/scope.js';
import type { ExplainedSelection } from '../semantics/assignment.js';
import { heldPoints } from '../semantics/usable-points.js';
import { isFoundKind } from '../rule/evidence-kind.js';
import type { Partition } from './cut-inventory.js';
import { exclusionOf, isFateUnread } from './exclusion.js';
import type { Subjects } from './exclusion.js';
import { foundIn } from './found.js';
import type { Found } from './found.js';
import { joinCommon, joinInventory } from './joined-inventory.js';
import type { JoinedInventory } from './joined-inventory.js';
import { judgeResources } from './judge-resources.js';
import type { JudgedSubject, JudgedResources } from './judge-resources.js';
import { leftoversOf } from './leftovers.js';
import type { Leftovers } from '../model/leftovers.js';
import { compareSubjects } from './outcome.js';
import type { OutcomeSubject } from './outcome.js';
import { readyRule } from './own-judgements.js';
import type { ReadyRule } from './own-judgements.js';
import { pointDigester } from './point-digest.js';
import { protectionMaker } from './protection.js';
import type { Protection } from './protection.js';
import { evidenceKindsOf } from './rule-gaps.js';
import type { RuleSettings } from './rule-settings.js';
import type { ExcludedResource } from './run.js';
import { subjectOf } from './subjects.js';

/** The contribution of one partition to a run. */
export interface JudgedPartition {
  /** In the order of the rules. */
  readonly byRule: readonly JudgedResources[];
  readonly excluded: readonly ExcludedResource[];
  readonly protection: readonly ProtectionOf[];
  readonly leftovers: Leftovers;
  /** The facts found about plans and accounts. Undefined: no rule asks for them. */
  readonly found: Found | undefined;
}

/** The protection of a subject. */
export interface ProtectionOf {
  readonly subject: OutcomeSubject;
  readonly protection: Protection;
}

/** Judges one partition after the other, each without access to the others. */
export interface PartitionJudge {
  readonly rules: readonly ReadyRule[];
  /** The common part, joined: what vaults, plans and accounts are judged by. */
  readonly common: JoinedInventory;
  readonly judge: (partition: Partition) => JudgedPartition;
}

/** Readies the rules by the common part of an inventory. */
export function partitionJudge(
  settings: readonly RuleSettings[],
  common: Inventory,
  subjects: Subjects,
  now: Instant,
): PartitionJudge {
  const joinedCommon = joinCommon(common);
  const rules = settings.map((each) => readyRule(each, common, joinedCommon.gaps, now));
  const asksForFound = settings.some(({ rule }) => evidenceKindsOf(rule).some(isFoundKind));
  const digest = pointDigester(common.vaults, now, heldPoints(common.legalHolds));
  return {
    rules,
    common: joinInventory(common, joinedCommon),
    judge: (partition) => {
      const { inventory, own } = partition;
      const joined = joinInventory(inventory, joinedCommon);
      const { judged, excluded } = divide(joined, own, subjects);
      const protectionOf = protectionMaker(joined, digest);
      const leftovers = leftoversOf(joined, now);
      return {
        byRule: rules.map((ready) =>
          judgeResources(ready, ready.settings.rule.subjects.includes('resource') ? judged : [], joined, partition),
        ),
        excluded,
        protection: judged.map(({ resource, subject }) => ({ subject, protection: protectionOf(resource) })),
        leftovers,
        found: asksForFound ? foundIn(joined, own, leftovers, now) : undefined,
      };
    },
  };
}

/** Who is judged, in the order of a run, and who is not. */
function divide({ inventory, find, gather }: JoinedInventory, own: ReadonlySet<string>, subjects: Subjects) {
  const isMeant = (resource: Resource): boolean => gather.assignments(resource).some(meansExactly);
  const mayBeInPlan = (resource: Resource): boolean =>
    gather.assignments(resource).some(({ explanation }) => explanation.assigned !== 'no');
  const isInPlan = (resource: Resource): boolean =>
    gather.assignments(resource).some(({ explanation }) => explanation.assigned === 'yes');
  const scanned = new Set(inventory.scopes.map(scopeKey));
  const accounts = new Set(inventory.scopes.map(({ accountId }) => accountId));
  const isScanned = (resource: Resource): boolean =>
    scanned.has(scopeKey(resource)) || !accounts.has(resource.accountId);
  const around = { find, isMeant, mayBeInPlan, isInPlan, isScanned };
  const judged: JudgedSubject[] = [];
  const excluded: ExcludedResource[] = [];
  for (const resource of inventory.resources.filter(({ arn }) => own.has(arn)).toSorted(compareSubjects)) {
    const exclusion = exclusionOf(resource, subjects, around);
    const subject = subjectOf(resource);
    if (exclusion !== undefined) excluded.push({ subject, ...exclusion });
    else judged.push({ resource, subject, fateUnread: isFateUnread(resource, subjects, around) });
  }
  return { judged, excluded };
}

/** A wildcard says nothing of a single volume. */
function meansExactly({ explanation }: ExplainedSelection): boolean {
  return explanation.assigned === 'yes' && (explanation.reason === 'resource-arn' || explanation.reason === 'tag');
}
