import { evidenceOfSelection } from '../rule/evidence-of.js';
import { SAY } from '../rule/say.js';
import { capabilityOf } from '../semantics/capability.js';
import type { Evidence, Verdict } from '../rule/verdict.js';
import type { CopyContext, CopyQuestion, SupportedCopyContext } from './context.js';
import { judgeFlawedCopy, judgeGoodCopy, judgeMisplaced } from './copy-verdict.js';
import { closestCopy } from './copy.js';
import type { Copy, CopyFault } from './copy.js';
import { placeData } from './destination.js';
import { intendedCopies } from './intended-copies.js';
import { judgeIntent } from './intent-verdict.js';
import { doubtfulKeys } from './key.js';
import { observedCopies } from './observed-copies.js';
import { judgeLastJob, judgeObstacles } from './obstacle.js';
import { reportedCopies } from './reported-copies.js';

/** Judges the copies of a resource: is there one as asked for, and if not, what keeps it from being made? */
export function judgeCopies(question: CopyQuestion): Verdict {
  const context: CopyContext = { ...question, ...SAY };
  const { dossier, prepared, notApplicable, unknown } = context;
  const { resource, regionSettings } = dossier;
  const { name, region } = resource;
  const capability = capabilityOf(resource, regionSettings);
  if (!capability.supported) return notApplicable(capability.reason, { name });
  const possible = prepared.placement.canCopy(capability);
  if (possible === false) return notApplicable('aws-cannot-copy', { name, kind: capability.variant, region });
  // Settings that were not read may make the resource one that cannot be copied, whatever was seen of it.
  if (possible === 'unknown' && regionSettings === undefined) return unknown('capability-unknown', { name });

  const copies: Copy[] = [];
  for (const some of [observedCopies(context), reportedCopies(context)]) {
    for (const copy of some) {
      if (copy.fault === undefined) return judgeGoodCopy(context, copy, newestInfected(copies, copy));
      copies.push(copy);
    }
  }
  if (possible === 'unknown') return unknown('capability-unknown', { name });
  const verdict = judgeMissing({ ...context, capability }, copies);
  const ended = dossier.unread.includes('legalHolds')
    ? copies.find(({ unlessHeld }) => unlessHeld === true)
    : undefined;
  if (verdict.status !== 'fail' || ended === undefined) return verdict;
  return unknown('holds-unread', { name, ...placeData(ended.destination) }, [...verdict.evidence, ...ended.evidence()]);
}

/** The newest copy that is newer than another one and infected. */
function newestInfected(copies: readonly Copy[], than: Copy): Copy | undefined {
  return closestCopy(copies.filter(({ fault, dataAt }) => fault === 'only-infected' && dataAt > than.dataAt));
}

function judgeMissing(context: SupportedCopyContext, copies: readonly Copy[]): Verdict {
  const { dossier, fail } = context;
  const closest = closestCopy(copies);
  const evidence = [...planEvidence(context), ...(closest?.evidence() ?? [])];
  if (closest?.fault === 'only-infected') return judgeFlawedCopy(context, closest, evidence);
  const intended = intendedCopies(context);
  const byIntent = judgeIntent(context, intended, evidence);
  if (byIntent !== undefined) return byIntent;
  if (closest !== undefined && ALMOST.has(closest.fault)) return judgeFlawedCopy(context, closest, evidence);

  const made = closest?.destination.misplaced === undefined ? closest : undefined;
  const planned = intended.filter(({ doubt }) => doubt?.kind !== 'opt-in-unread');
  const wellPlaced = planned.filter(({ destination }) => destination.misplaced === undefined);
  const obstacle = judgeLastJob(context, evidence) ?? judgeObstacles(context, wellPlaced, evidence, made?.dataAt);
  if (obstacle !== undefined) return obstacle;
  if (made !== undefined) return judgeFlawedCopy(context, made, evidence);

  const [first] = wellPlaced;
  if (first === undefined) {
    return judgeMisplaced(context, [...copies, ...planned.filter(({ refused }) => !refused)], evidence);
  }
  const { plan, destination } = first;
  const data = { name: dossier.resource.name, plan: plan.name, ...placeData(destination) };
  return fail('never-copied', data, [...evidence, ...doubtfulKeys(context, destination)]);
}

/** These faults say more than what keeps another copy from being made. */
const ALMOST: ReadonlySet<CopyFault | undefined> = new Set([
  'copy-unverified',
  'copy-state-unknown',
  'not-observed',
  'retention-too-short',
]);

/** The most selections that are named as evidence. */
const SELECTIONS_NAMED = 5;

function planEvidence({ dossier }: CopyContext): readonly Evidence[] {
  return dossier.assignments.slice(0, SELECTIONS_NAMED).map(evidenceOfSelection);
}
