import { accountOf, evidenceOfPointAt, keyFault, scopeOf, vaultNameOf } from '@backproof/core';
import type { Evidence, Verdict } from '@backproof/core';
import type { Context } from './context.js';
import { countOf, newestOf } from './keyed-points.js';
import type { KeyedPoints } from './keyed-points.js';

/** The verdict on keys that do not work, the worst first; else on those of which it is not known. Undefined: all work. */
export function judgeKeys(context: Context, all: readonly KeyedPoints[]): Verdict | undefined {
  const groups = all.filter(({ keyArn }) => keyArn !== undefined);
  const verdicts = groups.flatMap(({ keyArn = '' }) => judgeKey(context, keyArn, all) ?? []);
  const failing = verdicts.filter(({ status }) => status === 'fail');
  return failing.find(({ messageId }) => messageId === 'key-pending-deletion') ?? failing[0] ?? verdicts[0];
}

function judgeKey(context: Context, arn: string, all: readonly KeyedPoints[]): Verdict | undefined {
  const { dossier, prepared, fail, unknown } = context;
  const groups = all.filter(({ keyArn }) => keyArn === arn);
  const key = prepared.keys.get(arn);
  const { name } = dossier.resource;
  const data = { name, key: arn, affected: countOf(groups) };
  const evidence = [...evidenceOfGroups(context, groups), evidenceOfKey(arn, key?.state)];
  if (key === undefined) {
    const account = accountOf(arn) ?? '';
    const isForeign = groups.every(({ vaultArn }) => accountOf(vaultArn) !== account);
    return unknown(isForeign ? 'foreign-key' : 'key-unread', { ...data, account }, evidence);
  }
  const fault = keyFault(key);
  if (fault === undefined) return undefined;
  if (fault.kind === 'unknown-state') return unknown('key-state-unknown', { ...data, state: key.state }, evidence);
  // Where KMS finds none of the keys, it is more likely that it cannot find what is there.
  if (key.state === 'NotFound' && dossier.unread.includes('backupKeys')) {
    return unknown('key-unread', { ...data, account: key.scope.accountId }, evidence);
  }
  const [count, { words: state, deletionAt }] = [countOf(all), fault];
  if (deletionAt !== undefined) {
    return fail('key-pending-deletion', { ...data, count, state, date: new Date(deletionAt) }, evidence);
  }
  return fail('key-unusable', { ...data, count, state, asOf: momentOf(context, groups) }, evidence);
}

function evidenceOfKey(arn: string, state = 'not read'): Evidence {
  return { kind: 'encryptionKey', id: arn, text: `the key of the recovery points; its state: ${state}` };
}

/** The newest point of each group, as evidence. */
export function evidenceOfGroups({ dossier }: Context, groups: readonly KeyedPoints[]): readonly Evidence[] {
  return groups.map((group) => evidenceOfPointAt(dossier.recoveryPoints, newestOf([group])));
}

/** The moment of the newest point of groups. */
function momentOf({ dossier }: Context, groups: readonly KeyedPoints[]): Date {
  return new Date(dossier.recoveryPoints.createdAt(newestOf(groups)));
}

/** The newest point of groups as messages name it. */
export function newestData(context: Context, groups: readonly KeyedPoints[]) {
  const vaultArn = context.dossier.recoveryPoints.vaultArn(newestOf(groups));
  const { accountId: account = '', region = '' } = scopeOf(vaultArn) ?? {};
  return { asOf: momentOf(context, groups), vault: vaultNameOf(vaultArn) ?? vaultArn, account, region };
}
