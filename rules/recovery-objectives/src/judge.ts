import { ageText, capabilityOf } from '@backproof/core';
import type { Verdict } from '@backproof/core';
import { answerOf } from './answer-of.js';
import { DOUBTS, MISSES } from './answer.js';
import type { Answer } from './answer.js';
import { drilled } from './context.js';
import type { Context } from './context.js';
import { isOutOfReach, stepText } from './step.js';

/** Judges a resource: after each loss that an objective is for, does enough of it come back, and in time? */
export function judge(context: Context): Verdict {
  const { dossier, prepared, now, pass, fail, unknown, notApplicable } = context;
  const { resource, regionSettings } = dossier;
  const { name } = resource;
  const capability = capabilityOf(resource, regionSettings);
  if (!capability.supported) return notApplicable(capability.reason, { name });
  if (prepared.objectives.length === 0) return notApplicable('no-objective', { name });

  const forAll = drilled(context);
  const answers = prepared.objectives.map((objective) => answerOf(forAll, objective, capability));
  const bornAt = Math.max(resource.createdAt ?? -Infinity, dossier.evidenceFrom ?? -Infinity);
  const open = answers.filter((answer) => !isTooYoung(answer, now - bornAt));
  const evidence = answers.flatMap((answer) => answer.evidence);

  const missed = open.filter((answer) => answer.kind === 'missed');
  const reachable = missed.filter((answer) => !isOutOfReach(answer, capability));
  const how = MISSES.find((each) => reachable.some((answer) => answer.how === each));
  if (how !== undefined) {
    const step = reachable.filter((answer) => answer.how === how).map((answer) => ` ${stepText(answer)}`);
    return fail(how, { name, misses: clauses(missed), step: [...new Set(step)].join('') }, evidence);
  }
  if (missed.length > 0) return fail('aws-cannot', { name, misses: clauses(missed) }, evidence);
  const doubts = open.filter((answer) => answer.kind === 'unknown');
  const why = DOUBTS.find((each) => doubts.some((answer) => answer.why === each));
  if (why !== undefined) return unknown(why, { name, doubts: clauses(doubts) }, evidence);
  if (open.length < answers.length) return notApplicable('too-young', { name, age: ageText(now - bornAt) });
  const isInTime = answers.some((answer) => answer.kind === 'met' && answer.ifActed === true);
  return pass(isInTime ? 'met-in-time' : 'met', { name, answers: clauses(answers) }, evidence);
}

/** A resource that is younger than the data that may be lost cannot lose more. A corruption is as old as it is found late. */
function isTooYoung(answer: Answer, ageMs: number): boolean {
  if (answer.kind !== 'missed') return false;
  const { loss, rpoMs } = answer.objective;
  const hasNothing = answer.how === 'lost' || answer.how === 'follows-only' || answer.how === 'rpo-missed';
  const sinceMs = loss.kind === 'late' ? loss.foundAfterMs + (rpoMs ?? 0) : (rpoMs ?? 0);
  return hasNothing && ageMs < sinceMs;
}

function clauses(answers: readonly Answer[]): string {
  return answers.map(({ text }) => text).join('; ');
}
