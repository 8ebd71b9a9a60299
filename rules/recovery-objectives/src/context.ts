import { parseDuration, restoresSeen, survivalCommon, survivalEvidence } from '@backproof/core';
import type {
  CommonEvidence,
  Instant,
  RestoresSeen,
  RuleContext,
  SurvivalCommon,
  SurvivalEvidence,
} from '@backproof/core';
import type { messages } from './messages.js';
import { objectivesOf } from './objectives.js';
import type { Objective } from './objectives.js';
import type { Options } from './options.js';

/** The evidence that the rule needs: what survives proves that something does, whatever else there may be. */
export const needs = {
  recoveryPoints: 'enough',
  nativeBackups: 'enough',
  copyJobs: 'enough',
  vaults: 'enough',
  backupJobs: 'context',
  restoreJobs: 'context',
  peerRestores: 'context',
  replicas: 'context',
  lockedSnapshots: 'context',
  recycleBinRules: 'context',
  disabledImages: 'context',
  vaultApprovals: 'context',
  legalHolds: 'context',
  vaultPolicies: 'context',
  backupKeys: 'context',
  encryptionKeys: 'context',
  regionSettings: 'context',
} as const;

/** The facts that all resources of a run share. */
interface Prepared {
  readonly objectives: readonly Objective[];
  readonly reactionMs: number;
  readonly common: SurvivalCommon;
}

/** The context in which the rule judges a resource. */
export type Context = RuleContext<keyof typeof needs, typeof messages, Options, Prepared>;

/** The context, with what is left to a resource and how long its restores took. */
export type DrilledContext = Context & { readonly evidence: SurvivalEvidence; readonly restoreTime: RestoreTime };

/** The time that restores took: those of the resource itself, or where there are none those of its type. */
interface RestoreTime {
  readonly ms: number | undefined;
  readonly of: 'itself' | 'its-type';
}

/** Works out, once a run, what the resources share. */
export function prepare({
  options,
  common,
  now,
}: {
  readonly options: Options;
  readonly common: CommonEvidence;
  readonly now: Instant;
}): Prepared {
  const objectives = objectivesOf(options.objectives);
  return {
    objectives,
    reactionMs: parseDuration(options.reactionTime),
    common: survivalCommon(common, { now, losses: objectives.map(({ loss }) => loss) }),
  };
}

/** Adds to the context what the answers to all objectives rest on. */
export function drilled(context: Context): DrilledContext {
  const { dossier, prepared } = context;
  const { restored, longestMs, ...evidence } = survivalEvidence(dossier, prepared.common);
  return { ...context, evidence: { ...evidence, restored }, restoreTime: restoreTime(context, longestMs) };
}

function restoreTime({ dossier }: Context, ownMs: RestoresSeen['longestMs']): RestoreTime {
  if (ownMs !== undefined) return { ms: ownMs, of: 'itself' };
  const ofType = dossier.peerRestores('type').jobs.map((jobs) => restoresSeen(jobs).longestMs);
  return { ms: ofType.find((ms) => ms !== undefined), of: 'its-type' };
}
