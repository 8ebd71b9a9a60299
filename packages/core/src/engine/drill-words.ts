import { ageText, durationText } from '../config/duration.js';
import type { DrillComparison, NoLongerSurvives } from './drill-comparison.js';
import type { DrillChange, DrillSummary, LossSummary } from './drill-summary.js';
import { DAY } from '../model/instant.js';
import { count } from '../model/quantity.js';
import type { Instant } from '../model/instant.js';
import { lossName, LOSS_REASONS, RESTORE_STEPS } from '../rule/loss-words.js';
import { formatInstant } from '../rule/message.js';

import { stepSentence } from '../rule/step-words.js';
import { DAYS_TO_REOPEN } from '../semantics/survival/index.js';
import type { Loss, Survival } from '../semantics/survival/index.js';

const HEADS = {
  deletion: 'deleted',
  late: 'late',
  region: 'Region',
  account: 'account',
  'hostile-admin': 'admin',
  organization: 'organiz.',
  key: 'key',
} as const satisfies Readonly<Record<Loss['kind'], string>>;

/** The name of a loss at the head of a narrow column. */
export function lossHead({ kind }: Loss): string {
  return HEADS[kind];
}

/** The statuses of what does not simply come back, in words. */
export const SURVIVAL_TITLES = [
  ['at-risk', 'at risk'],
  ['follows', 'follows'],
  ['lost', 'lost'],
  ['unknown', 'unknown'],
] as const satisfies readonly (readonly [Survival['status'], string])[];

/** The effect of a loss on a resource, in a cell of a table. */
export function survivalCell(survival: Survival | undefined): string {
  if (survival === undefined) return '-';
  switch (survival.status) {
    case 'survives':
      return ageText(survival.rpoMs);
    case 'at-risk':
      return 'at risk';
    case 'follows':
      return 'follows only';
    case 'lost':
    case 'unknown':
      return survival.status;
  }
}

/** The effect of a loss on a resource with its reason, or with what a restore takes. */
export function survivalDetail(survival: Survival | undefined, now: Instant): string {
  if (survival === undefined) return '-';
  switch (survival.status) {
    case 'survives': {
      const steps = survival.needs.map((step) => RESTORE_STEPS[step]);
      return [`${ageText(survival.rpoMs)} old`, ...steps].join('; ');
    }
    case 'at-risk':
      return `at risk until ${formatInstant(survival.until)} (${durationText(survival.until - now)}): ${LOSS_REASONS[survival.why]}`;
    case 'follows':
      return `follows only: ${survival.replicaArn} has the data and cannot go back in time`;
    case 'lost':
    case 'unknown':
      return `${survival.status}: ${LOSS_REASONS[survival.why]}`;
  }
}

/** The effect of a loss on a group, in a cell: it comes back with its last member. */
export function groupCell({ struck, counts, worstRpoMs }: LossSummary): string {
  if (struck === 0) return '-';
  const unknown = counts.unknown === 0 ? '' : `, ${number(counts.unknown)} unknown`;
  if (counts.survives < struck) return `${number(counts.survives)} of ${number(struck)}${unknown}`;
  return `all, ${ageText(worstRpoMs ?? 0)}`;
}

/** The sentence that a drill begins with. */
export function drillLead(now: Instant): string {
  return `Nothing is started or changed. This follows from the evidence, for a loss on ${formatInstant(now)}.`;
}

/** The part that a restore proved, and the part that was computed only. */
export function provenText({ resources, tested, longestRestore }: DrillSummary): string {
  const times = longestRestore
    ? `; the longest of their last restores took ${durationText(longestRestore.ms)} (${longestRestore.name})`
    : '';
  return `Proven by a restore: ${number(tested)} of ${count(resources, 'resource')}${times}. The others are computed from evidence only.`;
}

/** The sentences on what holds for all resources. */
export function drillNotes(losses: readonly Loss[], now: Instant): readonly string[] {
  const isClosed = losses.some(({ kind }) => kind === 'account' || kind === 'organization');
  const reopen = `A closed account can be reopened through AWS Support for ${DAYS_TO_REOPEN} days, until ${formatInstant(now + DAYS_TO_REOPEN * DAY)}. What is lost with it is intact until then.`;
  return [
    ...(isClosed ? [reopen] : []),
    'Also needed and not checked: roles, key policies, networks and quotas where it is restored. AWS promises no restore time.',
  ];
}

/** The number of resources that a step would save, by loss where there are several. */
export function changeText({ step, resources, byLoss }: DrillChange, losses: readonly Loss[]): string {
  const saved = losses.flatMap((loss, index) => {
    const of = byLoss[index] ?? 0;
    return of === 0 ? [] : [{ loss, of }];
  });
  const after = saved.map(({ loss, of }) => `${number(of)} after ${JSON.stringify(lossName(loss))}`).join(', ');
  const sentence = stepSentence(
    step,
    saved.map(({ loss }) => loss),
    resources === 1 ? 'one' : 'several',
  );
  return `${sentence} With this alone ${count(resources, 'more resource')} can come back${losses.length > 1 ? `: ${after}` : ''}.`;
}

/** The head of what came back earlier and no longer does. */
export function comparisonText({ before, noLonger, absent, notCompared }: DrillComparison): string {
  const resources = new Set(noLonger.map(({ resource }) => resource.arn)).size;
  const first =
    resources === 0
      ? `Compared with ${formatInstant(before)}: no resource that came back then is lost, at risk or unknown now.`
      : `No longer comes back as on ${formatInstant(before)}: ${count(resources, 'resource')}.`;
  const gone =
    absent === 0 ? '' : ` ${count(absent, 'resource')} of then ${absent === 1 ? 'is' : 'are'} not judged now.`;
  const rest =
    notCompared === 0
      ? ''
      : ` ${count(notCompared, 'resource')} could not be compared for each loss: not judged then, or unknown.`;
  return `${first}${gone}${rest}`;
}

/** A resource that no longer comes back: after which loss, why, and how old its data was before. */
export function noLongerText({ loss, was, now }: NoLongerSurvives, losses: readonly Loss[], moment: Instant): string {
  const of = losses[loss];
  const name = of === undefined ? '' : `${lossName(of)}: `;
  return `${name}${survivalDetail(now, moment)} (then ${ageText(was.rpoMs)} old)`;
}

function number(value: number): string {
  return value.toLocaleString('en');
}
