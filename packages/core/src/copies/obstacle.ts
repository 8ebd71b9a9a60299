import { evidenceOfCopyJob } from '../rule/evidence-of.js';
import { reasonText } from '../rule/phrases.js';
import { vaultNameOf } from '../semantics/arn.js';
import { copyFailureCause, DEFAULT_VAULT_NAME } from '../semantics/copy-failure.js';
import { unreadSetting } from '../semantics/promise.js';
import type { Instant } from '../model/instant.js';
import type { CopyJob } from '../model/job.js';
import type { Resource } from '../model/resource.js';
import type { Evidence, Verdict } from '../rule/verdict.js';
import type { CopyFailureCause } from '../semantics/copy-failure.js';
import type { SupportedCopyContext } from './context.js';
import { placeData } from './destination.js';
import type { Destination } from './destination.js';
import type { IntendedCopy } from './intended-copies.js';
import { blockingKey, doubtfulKeys, evidenceOfKey } from './key.js';
import { overlapOf } from './overlap.js';

const MESSAGES = {
  'aws-managed-key': 'blocked-by-key',
  'default-vault-key': 'blocked-by-default-vault',
  organization: 'blocked-by-organization',
  'vault-lock': 'blocked-by-lock',
} as const satisfies Record<CopyFailureCause, string>;

/** The states in which copy jobs end. @source API CopyJobState and CopyJobStatus */
const ENDED: ReadonlySet<string> = new Set(['COMPLETED', 'FAILED', 'PARTIAL', 'ABORTED']);

/** The failure of the last copy job that ended, among those that go where copies are asked for, or to one vault. */
export function judgeLastJob(
  context: SupportedCopyContext,
  evidence: readonly Evidence[],
  vaultArn?: string,
): Verdict | undefined {
  const { dossier, prepared } = context;
  for (const job of dossier.copyJobs) {
    if (!ENDED.has(job.state) || (vaultArn ?? job.destinationVaultArn) !== job.destinationVaultArn) continue;
    const destination = prepared.destinationOf(dossier.resource, job.destinationVaultArn, job.destinationVaultType);
    if (destination === undefined || destination.misplaced !== undefined) continue;
    if (job.state === 'COMPLETED') return undefined;
    return judgeFailure(context, job, destination, [...evidence, evidenceOfCopyJob(job)]);
  }
  return undefined;
}

function judgeFailure(
  context: SupportedCopyContext,
  { state, message }: CopyJob,
  destination: Destination,
  evidence: readonly Evidence[],
): Verdict {
  const { dossier, fail } = context;
  const data = { name: dossier.resource.name, ...placeData(destination) };
  const reason = reasonText(message);
  const cause = copyFailureCause(message);
  if (cause !== undefined)
    return fail(MESSAGES[cause], { ...data, ground: `the last copy job ended ${state}: ${reason}` }, evidence);
  const key = blockingKey(context, destination);
  if (key !== undefined) return fail('blocked-by-key', { ...data, ground: key.arn }, [...evidence, evidenceOfKey(key)]);
  return fail('copy-failing', { ...data, state, reason }, [...evidence, ...doubtfulKeys(context, destination)]);
}

/** The obstacle of the first intended copy, if all of them have one. `since`: when the data of the newest copy is from, if there is any. */
export function judgeObstacles(
  context: SupportedCopyContext,
  intended: readonly IntendedCopy[],
  evidence: readonly Evidence[],
  since?: Instant,
): Verdict | undefined {
  const verdicts = intended.map(
    (copy) => judgeSetting(context, copy, evidence) ?? judgePromise(context, copy, evidence, since),
  );
  return verdicts.includes(undefined) ? undefined : verdicts[0];
}

/**
 * Judges whether an intended copy can ever be made; undefined if nothing says that it cannot. A failure of its last job
 * that may pass by itself does not say so.
 */
export function judgeLasting(
  context: SupportedCopyContext,
  copy: IntendedCopy,
  evidence: readonly Evidence[],
): Verdict | undefined {
  const verdict = judgeSetting(context, copy, evidence) ?? judgePromise(context, copy, evidence);
  const lastJob = verdict ?? judgeLastJob(context, evidence, copy.destination.vaultArn);
  return lastJob?.messageId === 'copy-failing' ? undefined : lastJob;
}

const KEY_MANAGER = 'the manager of its KMS key';

/** Names the facts that were not read and decide whether a plan makes backups, and which vaults it brings them to. */
export function unreadDestination({ dossier }: SupportedCopyContext, { keyDecides }: IntendedCopy): readonly string[] {
  return [...unreadRequirement(dossier.resource), ...(keyDecides ? [KEY_MANAGER] : [])];
}

function unreadRequirement(resource: Resource): readonly string[] {
  const setting = unreadSetting(resource);
  return setting === undefined ? [] : [`its ${setting}, which AWS Backup requires,`];
}

/** Names the facts that were not all read and could show that an intended copy cannot be made. */
export function unreadObstacles(context: SupportedCopyContext, copy: IntendedCopy): readonly string[] {
  const { resource, unread } = context.dossier;
  const { destination, keyDecides } = copy;
  return [
    ...unreadRequirement(resource),
    ...(unread.includes('copyJobs') ? ['its copy jobs'] : []),
    ...(keyDecides || doubtfulKeys(context, destination).length > 0 ? [KEY_MANAGER] : []),
    ...(unread.includes('globalSettings') && !destination.ownAccount ? ['the settings of its organization'] : []),
  ];
}

/** A key or a setting of the organization because of which a copy cannot be made. @source Developer Guide, create-cross-account-backup */
function judgeSetting(
  context: SupportedCopyContext,
  { destination }: IntendedCopy,
  evidence: readonly Evidence[],
): Verdict | undefined {
  const { dossier, fail } = context;
  const data = { name: dossier.resource.name, ...placeData(destination) };
  const key = blockingKey(context, destination);
  if (key !== undefined) return fail('blocked-by-key', { ...data, ground: key.arn }, [...evidence, evidenceOfKey(key)]);
  if (destination.ownAccount || dossier.globalSettings?.settings.isCrossAccountBackupEnabled !== 'false')
    return undefined;
  return fail('blocked-by-organization', { ...data, ground: 'isCrossAccountBackupEnabled=false' }, evidence);
}

/** Judges whether the plan and its vaults allow an intended copy; undefined if they do. */
export function judgePromise(
  { dossier, capability, prepared, now, fail }: SupportedCopyContext,
  { plan, rule, destination, refused, problem }: IntendedCopy,
  evidence: readonly Evidence[],
  since: Instant = -Infinity,
): Verdict | undefined {
  const data = { name: dossier.resource.name, ...placeData(destination) };
  if (!destination.ownAccount && vaultNameOf(destination.vaultArn) === DEFAULT_VAULT_NAME) {
    return fail('blocked-by-default-vault', { ...data, ground: 'it is the Default vault' }, evidence);
  }
  if (refused) return fail('air-gapped-refused', { ...data, plan: plan.name, kind: capability.variant }, evidence);
  if (problem !== undefined) {
    return fail('promise-broken', { ...data, plan: plan.name, problem: problem.text }, evidence);
  }
  const overlap = overlapOf(plan, rule, since, now, prepared.runsOf);
  if (overlap === undefined) return undefined;
  const names = { plan: plan.name, rule: rule.name, winner: overlap.winner, since: new Date(overlap.since) };
  return fail('suppressed', { ...data, ...names }, evidence);
}
