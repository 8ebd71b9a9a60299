import { copyFailureCause, DEFAULT_VAULT_NAME, evidenceOfCopyJob, lockConflict, vaultNameOf } from '@backproof/core';
import type { CopyFailureCause, CopyJob, Evidence, Instant, Verdict } from '@backproof/core';
import type { Context } from './context.js';
import { keptText } from './copy.js';
import { placeData } from './destination.js';
import type { Destination } from './destination.js';
import type { Inquiry } from './inquiry.js';
import { intendedKeptMs } from './intended-copies.js';
import type { IntendedCopy } from './intended-copies.js';
import { blockingKey, evidenceOfKey, keyDoubt, keyGround } from './key.js';
import { overlapOf } from './overlap.js';

const MESSAGES = {
  'aws-managed-key': 'blocked-by-key',
  'default-vault-key': 'blocked-by-default-vault',
  organization: 'blocked-by-organization',
  'vault-lock': 'blocked-by-lock',
} as const satisfies Record<CopyFailureCause, string>;

/** How copy jobs end. @source API CopyJobState and CopyJobStatus */
const ENDED: ReadonlySet<string> = new Set(['COMPLETED', 'FAILED', 'PARTIAL', 'ABORTED']);

/** The failure of the last copy job that ended, among those that go where copies are asked for. */
export function judgeLastJob(inquiry: Inquiry, evidence: readonly Evidence[]): Verdict | undefined {
  for (const job of inquiry.context.dossier.copyJobs) {
    if (!ENDED.has(job.state)) continue;
    const destination = inquiry.destinationOf(job.destinationVaultArn, job.destinationVaultType);
    if (destination === undefined || destination.misplaced !== undefined) continue;
    if (job.state === 'COMPLETED') return undefined;
    return judgeFailure(inquiry.context, job, destination, [...evidence, evidenceOfCopyJob(job)]);
  }
  return undefined;
}

function judgeFailure(
  context: Context,
  job: CopyJob,
  destination: Destination,
  evidence: readonly Evidence[],
): Verdict {
  const { dossier, fail } = context;
  const data = { name: dossier.resource.name, ...placeData(destination), ground: groundOf(job) };
  const cause = copyFailureCause(job.message);
  if (cause !== undefined) return fail(MESSAGES[cause], data, evidence);
  const key = blockingKey(context, destination);
  if (key === undefined) return fail('copy-failing', { ...data, doubt: keyDoubt(context, destination) }, evidence);
  return fail('blocked-by-key', { ...data, ground: `${keyGround(key)} ${data.ground}` }, [
    ...evidence,
    evidenceOfKey(key),
  ]);
}

function groundOf({ state, message }: CopyJob): string {
  return `The last copy job (${state}) says: ${message ?? 'nothing'}`;
}

/** The obstacle of the first intended copy, if all of them have one. `since`: of when the newest copy is, if there is any. */
export function judgeObstacles(
  inquiry: Inquiry,
  intended: readonly IntendedCopy[],
  evidence: readonly Evidence[],
  since = -Infinity,
): Verdict | undefined {
  let first: Verdict | undefined;
  for (const copy of intended) {
    const verdict = judgeObstacle(inquiry, copy, evidence, since);
    if (verdict === undefined) return undefined;
    first ??= verdict;
  }
  return first;
}

function judgeObstacle(
  inquiry: Inquiry,
  copy: IntendedCopy,
  evidence: readonly Evidence[],
  since: Instant,
): Verdict | undefined {
  const { fail, now, dossier } = inquiry.context;
  const { plan, rule, destination } = copy;
  const data = { name: dossier.resource.name, ...placeData(destination) };
  const key = blockingKey(inquiry.context, destination);
  if (key !== undefined) {
    return fail('blocked-by-key', { ...data, ground: keyGround(key) }, [...evidence, evidenceOfKey(key)]);
  }
  const setting = obstructingSetting(copy, inquiry.context);
  if (setting !== undefined) return fail(MESSAGES[setting.cause], { ...data, ground: setting.ground }, evidence);
  const overlap = overlapOf(plan, rule, since, now, inquiry.runsOf);
  if (overlap === undefined) return undefined;
  const names = { plan: plan.name, rule: rule.name, winner: overlap.winner, since: new Date(overlap.since) };
  return fail('suppressed', { ...data, ...names }, evidence);
}

interface Obstruction {
  readonly cause: CopyFailureCause;
  readonly ground: string;
}

/** The setting because of which a copy cannot be made. @source Developer Guide, create-cross-account-backup */
function obstructingSetting(copy: IntendedCopy, { dossier }: Context): Obstruction | undefined {
  const { destination, retention } = copy;
  const { vaultArn, vault, ownAccount } = destination;
  if (!ownAccount && vaultNameOf(vaultArn) === DEFAULT_VAULT_NAME) {
    return { cause: 'default-vault-key', ground: 'It is the Default vault.' };
  }
  const conflict = lockConflict(vault?.lock, retention);
  if (conflict !== undefined) {
    const bound = conflict.kind === 'shorter-than-minimum' ? 'at least' : 'at most';
    const kept = keptText(intendedKeptMs(copy));
    return {
      cause: 'vault-lock',
      ground: `It is to be kept ${kept}, and the lock asks for ${bound} ${conflict.limitDays} days.`,
    };
  }
  if (!ownAccount && dossier.globalSettings?.settings.isCrossAccountBackupEnabled === 'false') {
    return {
      cause: 'organization',
      ground: 'The global settings of AWS Backup say isCrossAccountBackupEnabled=false.',
    };
  }
  return undefined;
}
