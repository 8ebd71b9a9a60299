import { COPY_JOB_STATES, DAY, evidenceOfCopyJob, scopeOf, vaultNameOf } from '@backproof/core';
import type { CopyJob, Evidence, Verdict } from '@backproof/core';
import type { JudgedContext } from './context.js';

/** The verdict where a recent copy may be protected in a place that was not scanned. Undefined: no copy job reports one. */
export function judgeUnseenCopy(context: JudgedContext, evidence: readonly Evidence[]): Verdict | undefined {
  const job = unseenCopy(context);
  if (job === undefined) return undefined;
  const { destinationVaultArn: arn } = job;
  const { accountId: account = '', region = '' } = scopeOf(arn) ?? {};
  const data = { name: context.dossier.resource.name, vault: vaultNameOf(arn) ?? arn, account, region };
  return context.unknown('copy-not-scanned', data, [...evidence, evidenceOfCopyJob(job)]);
}

/** The newest copy that a job made, or may have made, in a place that was not scanned, and that may be there still. */
function unseenCopy({ dossier, prepared, options, now, oldestAllowed }: JudgedContext): CopyJob | undefined {
  if (options.where === 'primary') return undefined;
  return dossier.copyJobs.find(({ state, createdAt, destinationVaultArn, destinationLifecycle }) => {
    const scope = scopeOf(destinationVaultArn);
    const days = destinationLifecycle?.deleteAfterDays ?? Infinity;
    // A job in a state that AWS added later may have completed.
    const isMade = state === 'COMPLETED' || !COPY_JOB_STATES.some((known) => known === state);
    const isThere = isMade && createdAt >= oldestAllowed && createdAt + days * DAY > now;
    return isThere && scope !== undefined && !prepared.isScanned(scope);
  });
}
