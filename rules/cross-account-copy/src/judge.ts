import { capabilityOf, evidenceOfSelection, parseArn } from '@backproof/core';
import type { Evidence, Verdict } from '@backproof/core';
import type { Context } from './context.js';
import { judgeCopy, judgeMisplaced } from './copy-verdict.js';
import { closestCopy } from './copy.js';
import type { Copy, CopyFault } from './copy.js';
import { placeData } from './destination.js';
import { intendedCopies } from './intended-copies.js';
import type { Inquiry } from './inquiry.js';
import { judgeIntent } from './intent-verdict.js';
import { observedCopies } from './observed-copies.js';
import { keyDoubt } from './key.js';
import { judgeLastJob, judgeObstacles } from './obstacle.js';
import { reportedCopies } from './reported-copies.js';

/** Judges a resource by its own copies: is there one as asked for, and if not, what keeps it from being made? */
export function judgeAlone(inquiry: Inquiry): Verdict {
  const { dossier, notApplicable, unknown } = inquiry.context;
  const { resource, regionSettings } = dossier;
  const { name, arn } = resource;
  const capability = capabilityOf(resource, regionSettings);
  if (!capability.supported) return notApplicable(capability.reason, {});
  if (capability.crossAccountCopy === false && isInChina(arn)) return notApplicable('china', { name });
  if (capability.crossAccountCopy === false)
    return notApplicable('aws-cannot-copy', { name, kind: capability.variant });
  // Settings that were not read may make the resource one that cannot be copied, whatever was seen of it.
  const isUnknown = capability.crossAccountCopy === 'unknown';
  if (isUnknown && regionSettings === undefined) return unknown('capability-unknown', { name });

  const copies: Copy[] = [];
  for (const some of [observedCopies(inquiry), reportedCopies(inquiry)]) {
    for (const copy of some) {
      if (copy.fault === undefined) return judgeCopy(inquiry, copy, [copy.evidence()]);
      copies.push(copy);
    }
  }
  return isUnknown ? unknown('capability-unknown', { name }) : judgeMissing(inquiry, copies);
}

function isInChina(arn: string): boolean {
  return parseArn(arn)?.partition === 'aws-cn';
}

function judgeMissing(inquiry: Inquiry, copies: readonly Copy[]): Verdict {
  const { dossier, fail } = inquiry.context;
  const closest = closestCopy(copies);
  const evidence = [...planEvidence(inquiry.context), ...(closest === undefined ? [] : [closest.evidence()])];
  const intended = intendedCopies(inquiry, 'yes');
  const byIntent = judgeIntent(inquiry, intended, evidence);
  if (byIntent !== undefined) return byIntent;
  if (closest !== undefined && ALMOST.has(closest.fault)) return judgeCopy(inquiry, closest, evidence);

  const made = closest?.destination.misplaced === undefined ? closest : undefined;
  const wellPlaced = intended.filter(({ destination }) => destination.misplaced === undefined);
  const obstacle = judgeLastJob(inquiry, evidence) ?? judgeObstacles(inquiry, wellPlaced, evidence, made?.dataAt);
  if (obstacle !== undefined) return obstacle;
  if (made !== undefined) return judgeCopy(inquiry, made, evidence);

  const [first] = wellPlaced;
  if (first === undefined) return judgeMisplaced(inquiry.context, [...copies, ...intended], evidence);
  const { plan, destination } = first;
  const data = { name: dossier.resource.name, plan: plan.name, ...placeData(destination) };
  return fail('never-copied', { ...data, doubt: keyDoubt(inquiry.context, destination) }, evidence);
}

/** These faults say more than what keeps another copy from being made. */
const ALMOST: ReadonlySet<CopyFault | undefined> = new Set(['copy-unverified', 'not-observed', 'retention-too-short']);

/** How many selections are named as evidence. */
const SELECTIONS_NAMED = 5;

function planEvidence({ dossier }: Context): readonly Evidence[] {
  return dossier.assignments.slice(0, SELECTIONS_NAMED).map(evidenceOfSelection);
}
