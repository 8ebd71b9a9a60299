import { durationText } from '@backproof/core';
import type { Verdict } from '@backproof/core';
import { newestDoubtful } from './attempt.js';
import type { Doubtful } from './attempt.js';
import { endOf, unknownWord } from './aws-words.js';
import { knownAttempts } from './context.js';
import type { Context } from './context.js';
import { evidenceOfRestore, evidenceOfTestingPlans, sampleOf, withinText } from './words.js';

/** Unknown, by a restore of the resource itself that may count or may not; undefined if there is none. */
export function judgeOwnDoubt(context: Context): Verdict | undefined {
  const own = newestDoubtful(context.restores, context.criteria);
  return own && doubted(context, own);
}

/** Unknown, by a restore of the resource itself that may have failed; undefined if there is none. */
export function judgeMayHaveFailed(context: Context): Verdict | undefined {
  const attempts = knownAttempts(context);
  const own = newestDoubtful(attempts, context.criteria);
  if (own !== undefined) return doubted(context, own);
  const job = attempts.find((attempt) => endOf(attempt) === undefined);
  return job && doubted(context, { job, doubt: 'word-unknown' });
}

/** Unknown, by a doubtful restore of a resource that stands for this one, where the options allow that. */
export function judgePeersDoubt(context: Context): Verdict | undefined {
  const { dossier, options, prepared } = context;
  if (options.scope === 'resource') return undefined;
  const { jobs, doubtful } = dossier.peerRestores(options.scope);
  const found = [...jobs, doubtful].map(prepared.doubtfulAmong).find((each) => each !== undefined);
  return found && doubted(context, found);
}

/** Unknown, by a restore that would be proof, were it known that it stands for this resource. */
export function judgeDoubtfulPeers({ dossier, options, prepared, unknown }: Context): Verdict | undefined {
  if (options.scope === 'resource') return undefined;
  const proof = prepared.proofAmong(dossier.peerRestores(options.scope).doubtful);
  if (proof === undefined) return undefined;
  const data = { name: dossier.resource.name, sample: sampleOf(proof), tested: new Date(proof.createdAt) };
  return unknown('group-unknown', { ...data, group: options.scope }, [evidenceOfRestore(proof)]);
}

function doubted(context: Context, { job, doubt }: Doubtful): Verdict {
  const { dossier, options, criteria, unknown } = context;
  const data = {
    name: dossier.resource.name,
    within: withinText(options),
    sample: sampleOf(job),
    started: new Date(job.createdAt),
  };
  const evidence = [evidenceOfRestore(job), ...evidenceOfTestingPlans(context)];
  switch (doubt) {
    case 'end-unknown':
      return unknown('end-unknown', data, evidence);
    case 'creator-unknown':
      return unknown('creator-unknown', data, evidence);
    case 'word-unknown':
      return unknown('word-unknown', { ...data, job: job.id, ...unknownWord(job) }, evidence);
    case 'duration-unknown':
      return unknown('duration-unknown', { ...data, allowed: durationText(criteria.maxDurationMs) }, evidence);
  }
}
