import { expect, it } from '@jest/globals';
import { DAY, HOUR } from '../model/instant.js';
import { home, NOW, point, vault, volume } from '../model/records.fixture.js';
import type { RecoveryPoint } from '../model/recovery-point.js';
import { recoveryPointTable } from '../model/recovery-point-table-builder.js';
import { NOTHING_ELSE, COPIES } from '../model/types/capability.js';
import type { Capability } from '../model/types/capability.js';
import { deletionGuards } from './deletion-guard.js';
import { recoverySteps } from './recovery-step.js';
import type { RecoveryStep } from './recovery-step.js';
import { binDays, survivalOf, waysBack } from './survival/index.js';
import type { Loss, LossGrounds, SurvivalEvidence } from './survival/index.js';

const disk = volume();
const keyArn = `arn:aws:kms:${home.region}:${home.accountId}:key/k`;
const daily: Partial<RecoveryPoint> = { encryptionKeyArn: keyArn };

interface Story {
  readonly points?: readonly Partial<RecoveryPoint>[];
  readonly managedByAws?: boolean;
  readonly locked?: true;
  readonly capability?: Capability;
  readonly createdAt?: number;
  readonly unread?: true;
}

function stepsOf({ points = [], managedByAws = true, locked, createdAt = 0, unread, ...story }: Story, loss: Loss) {
  const { capability = COPIES } = story;
  const place = vault(locked && { lock: { immutableFrom: NOW - DAY } });
  const made = recoveryPointTable(
    points.map((fields, i) =>
      point({
        ...{ arn: `arn:p${String(i)}`, resourceArn: disk.arn, createdAt: NOW - 6 * HOUR, vaultArn: place.arn },
        ...fields,
      }),
    ),
  );
  const backups = {
    ...{ resource: disk, points: made.of(disk.arn), nativeBackups: [], backupJobs: [], isView: () => false },
    ...{ lockedSnapshots: [], binDays: binDays([]), locksUnread: false },
    ...{ disabledImages: new Set<string>(), imagesUnread: false },
  };
  const evidence: SurvivalEvidence = {
    ...{ resource: disk, ways: waysBack(backups, NOW, new Set()), replicas: [], unread: unread ?? false },
    ...{ unscanned: [], restored: new Set() },
  };
  const grounds: LossGrounds = {
    ...{
      now: NOW,
      managedByAws: () => managedByAws,
      faultOf: () => undefined,
      teamOf: () => undefined,
      organization: new Set([home.accountId]),
    },
    guards: deletionGuards([place], [{ scope: home, vaultArn: place.arn }], NOW),
  };
  const left = survivalOf(evidence, loss, grounds);
  return recoverySteps({ loss, left, evidence, resource: { ...disk, createdAt }, capability, grounds });
}

const REGION: Loss = { kind: 'region' };
const ADMIN: Loss = { kind: 'hostile-admin' };
const LATE: Loss = { kind: 'late', foundAfterMs: 30 * DAY };

it.each<[string, Story, Loss, readonly RecoveryStep[]]>([
  ['nothing for what survives', { points: [daily] }, { kind: 'deletion' }, []],
  ['nothing for what is unknown', { unread: true }, { kind: 'deletion' }, []],
  ['a plan where there is no backup', {}, { kind: 'deletion' }, ['assign']],
  ['a copy of what lies in the lost Region', { points: [daily] }, REGION, ['copy-to-region']],
  ['a plan with a copy where there is nothing to copy', {}, REGION, ['assign-and-copy-to-region']],
  ['nothing where AWS Backup copies nothing', { capability: NOTHING_ELSE }, REGION, []],
  ['a copy in another account', { points: [daily], managedByAws: false }, { kind: 'account' }, ['copy-to-account']],
  [
    'a key that another account can use first',
    { points: [daily] },
    { kind: 'account' },
    ['change-key-and-copy-to-account'],
  ],
  [
    'a copy of what AWS Backup encrypts anew',
    { points: [daily], capability: { ...COPIES, fullManagement: true } },
    { kind: 'account' },
    ['copy-to-account'],
  ],
  [
    'a copy under the key of another account',
    { points: [daily], managedByAws: false },
    { kind: 'key', keyArn },
    ['copy-to-account'],
  ],
  ['backups of another organization', { points: [daily] }, { kind: 'organization' }, ['back-up-in-organization']],
  ['more time for points that are too new', { points: [daily] }, LATE, ['keep-longer']],
  ['a plan that keeps long where there are no points', {}, LATE, ['assign-and-keep']],
  ['nothing for what is younger than the corruption', { createdAt: NOW - DAY }, LATE, []],
  ['a copy or a lock for what can be deleted', { points: [daily] }, ADMIN, ['change-key-and-copy-to-account', 'lock']],
  ['no lock alone where a key can be deleted', { points: [daily], managedByAws: false }, ADMIN, ['copy-to-account']],
  [
    'another key for what is locked',
    { points: [daily], managedByAws: false, locked: true },
    ADMIN,
    ['change-key', 'copy-to-account'],
  ],
  [
    'a lock and another key where copies are not offered',
    { points: [daily], managedByAws: false, capability: NOTHING_ELSE },
    ADMIN,
    ['lock-and-change-key'],
  ],
  ['a plan with a locked vault, too', { capability: NOTHING_ELSE }, ADMIN, ['assign-and-lock']],
])('%s', (_, story, loss, expected) => {
  expect(stepsOf(story, loss)).toEqual(expected);
});
