import { formatInstant, LOSS_REASONS, recoverySteps, survivalOf } from '@backproof/core';
import type { Capability, RecoveryStep, Survival } from '@backproof/core';
import { answerByAge, evidenceOfWay, whyNotKnown } from './age.js';
import type { Answer } from './answer.js';
import type { DrilledContext } from './context.js';
import type { Objective } from './objectives.js';

/** Answers one objective: what survives its loss, how old that is, and how long restores took. */
export function answerOf(context: DrilledContext, objective: Objective, capability: Capability): Answer {
  const survival = survivalOf(context.evidence, objective.loss, context.prepared.common.grounds);
  const given = { objective, evidence: [] };
  const after = `after ${objective.after}`;
  const steps = stepsFor(context, objective, survival, capability);
  switch (survival.status) {
    case 'survives':
      return answerByAge(context, objective, survival);
    case 'at-risk':
      return answerInTime(context, objective, survival, steps);
    case 'follows': {
      const text = `${after} only its replica ${survival.replicaArn} is left, which cannot go back in time`;
      return { ...given, kind: 'missed', how: 'follows-only', steps, text };
    }
    case 'lost': {
      const text = `${after} nothing could be restored: ${LOSS_REASONS[survival.why]}`;
      return { ...given, kind: 'missed', how: 'lost', steps, text };
    }
    case 'unknown': {
      const why = UNREAD.includes(survival.why) ? 'not-read' : 'undocumented';
      return { ...given, kind: 'unknown', why, text: `${after}, ${LOSS_REASONS[survival.why]}` };
    }
  }
}

function stepsFor(
  { dossier, evidence, prepared }: DrilledContext,
  { loss }: Objective,
  left: Survival,
  capability: Capability,
): readonly RecoveryStep[] {
  const { resource } = dossier;
  return recoverySteps({ loss, left, evidence, resource, capability, grounds: prepared.common.grounds });
}

/** Reasons for which something is unknown that a scan with all permissions would know. */
const UNREAD: readonly string[] = [
  ...[
    'unread',
    'vault-not-read',
    'key-not-known',
    'image-not-read',
    'organization-not-read',
    'snapshot-lock-not-read',
    'approval-team-not-read',
  ],
];

/** The answer of what comes back only if somebody saves its key: does that count? */
function answerInTime(
  context: DrilledContext,
  objective: Objective,
  survival: Extract<Survival, { readonly status: 'at-risk' }>,
  steps: readonly RecoveryStep[],
): Answer {
  const { way, until, why, atLeast } = survival;
  const { reactionMs } = context.prepared;
  const condition = `if the deletion of a key is cancelled before ${formatInstant(until)}`;
  if (reactionMs > 0 && until - context.now > reactionMs) {
    const answer = answerByAge(context, objective, survival);
    return answer.kind === 'met' ? { ...answer, ifActed: true, text: `${answer.text}, ${condition}` } : answer;
  }
  const given = { objective, evidence: [evidenceOfWay(context, way)] };
  const text = `after ${objective.after} it comes back only ${condition}: ${LOSS_REASONS[why]}`;
  if (!atLeast) return { ...given, kind: 'missed', how: 'at-risk', steps, text };
  const unless = `${text}; whether another backup survives is not known`;
  return { ...given, kind: 'unknown', why: whyNotKnown(context), text: unless };
}
