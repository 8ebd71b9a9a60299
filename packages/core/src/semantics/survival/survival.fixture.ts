import type { NativeBackup } from '../../model/evidence.js';
import type { LockedSnapshot } from '../../model/locked-snapshot.js';
import type { RecycleBinRule } from '../../model/recycle-bin-rule.js';
import { DAY, HOUR, MINUTE } from '../../model/instant.js';
import { home, NOW, point, vault, volume } from '../../model/records.fixture.js';
import type { RecoveryPoint } from '../../model/recovery-point.js';
import { recoveryPointTable } from '../../model/recovery-point-table-builder.js';
import type { Resource } from '../../model/resource.js';
import type { Vault } from '../../model/vault.js';
import { buildVaultArn } from '../arn.js';
import { deletionGuards } from '../deletion-guard.js';
import type { LossGrounds } from './fate.js';
import type { Loss } from './loss.js';
import { binDays } from './recycle-bin.js';
import { survivalOf } from './survival.js';
import type { SurvivalEvidence } from './survival.js';
import { waysBack } from './ways-back.js';

export const disk = volume();
export const elsewhere = { ...home, region: 'eu-central-1' };
export const backupAccount = { ...home, accountId: '222222222222' };
export const vaultIn = (scope = home, fields: Partial<Vault> = {}) =>
  vault({ scope, arn: buildVaultArn(scope, 'v'), name: 'v', ...fields });
export const keyOf = (accountId: string): string => `arn:aws:kms:eu-west-1:${accountId}:key/k`;
export const airGapped = vaultIn(home, { vaultType: 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT' });
export const teamOf = (accountId: string): string => `arn:aws:mpa:us-east-1:${accountId}:approval-team/keepers`;
export const lock = { immutableFrom: NOW - DAY };

/** What a loss leaves of a resource with these points and native backups. */
export interface Story {
  readonly resource?: Resource;
  readonly points?: readonly (Partial<RecoveryPoint> & { readonly ageMs: number })[];
  readonly natives?: readonly Partial<NativeBackup>[];
  readonly vaults?: readonly Vault[];
  readonly locked?: readonly Partial<LockedSnapshot>[];
  readonly rules?: readonly Partial<RecycleBinRule>[];
  readonly locksUnread?: boolean;
  /** The images that are disabled. */
  readonly disabledImages?: readonly string[];
  readonly imagesUnread?: boolean;
  /** The approval team of all air-gapped vaults. */
  readonly team?: string;
  /** The losses that are asked about, for which points are left out that cannot change an answer. Absent: none is. */
  readonly asked?: readonly Loss[];
  readonly evidence?: Partial<SurvivalEvidence>;
  readonly grounds?: Partial<LossGrounds>;
}

export function left(story: Story, loss: Loss) {
  const { resource = disk, points = [], natives = [], vaults = [], locked = [], rules = [] } = story;
  const { evidence, grounds, locksUnread = false, disabledImages = [], imagesUnread = false, team, asked } = story;
  const guards = grounds?.guards ?? deletionGuards(vaults, [], NOW);
  const restored = evidence?.restored ?? new Set();
  const table = recoveryPointTable(
    points.map(({ ageMs, ...fields }, i) =>
      point({
        vaultArn: vaultIn().arn,
        arn: `arn:p${String(i)}`,
        resourceArn: resource.arn,
        createdAt: NOW - ageMs,
        ...fields,
      }),
    ),
  );
  const nativeBackups = natives.map((fields) => ({
    ...{ scope: home, resourceArn: resource.arn, mechanism: 'ebs-snapshots' as const, enabled: true, ...fields },
  }));
  const isView = (arn: string): boolean =>
    vaults.some((each) => each.arn === arn && each.vaultType === 'RESTORE_ACCESS_BACKUP_VAULT');
  const lockedSnapshots = locked.map((fields, i) => ({
    ...{ scope: home, arn: `arn:s${String(i)}`, resourceArn: resource.arn, encrypted: false },
    ...{ startedAt: NOW - 3 * DAY, lockedUntil: NOW + 30 * DAY },
    ...fields,
  }));
  const keptDays = binDays(
    rules.map((fields, i) => ({
      ...{ scope: home, id: `r${String(i)}`, keeps: 'EBS_SNAPSHOT' as const, retentionDays: 14, locked: true },
      ...fields,
    })),
  );
  const backups = {
    ...{ resource, points: table.of(resource.arn), nativeBackups, backupJobs: [], isView },
    ...{ lockedSnapshots, binDays: keptDays, locksUnread, imagesUnread },
    disabledImages: new Set(disabledImages),
  };
  return survivalOf(
    {
      ...{
        resource: { ...home, arn: resource.arn },
        ways: waysBack(backups, NOW, new Set(), asked && { now: NOW, losses: asked, guards, restored }),
        replicas: [],
        unread: false,
        unscanned: [],
        restored,
      },
      ...evidence,
    },
    loss,
    {
      ...{ now: NOW, guards, managedByAws: () => undefined, faultOf: () => undefined, organization: undefined },
      teamOf: () => team,
      ...grounds,
    },
  );
}

export const GONE = { status: 'lost', why: 'native-can-be-deleted' };
export const DENIAL = { Effect: 'Deny', Principal: '*', Action: 'backup:*', Resource: '*' };
export const daily = [{ ageMs: 30 * HOUR }, { ageMs: 6 * HOUR }];
export const copied = (scope: typeof home, fields: Partial<RecoveryPoint> = {}) => ({
  ...{ ageMs: 26 * HOUR, vaultArn: vaultIn(scope).arn, encryptionKeyArn: keyOf(scope.accountId), ...fields },
});
export const pitr = { mechanism: 'dynamodb-pitr' as const, latestRestorableAt: NOW - 5 * MINUTE, retentionDays: 35 };
export const noPolicy = (...vaults: readonly Vault[]): Pick<LossGrounds, 'guards'> => ({
  guards: deletionGuards(
    vaults,
    vaults.map(({ scope, arn }) => ({ scope, vaultArn: arn })),
    NOW,
  ),
});

/** A snapshot as AWS Backup makes them of volumes, in a vault that is not locked. */
export const snapshotPoint = { arn: 'arn:aws:ec2:eu-west-1::snapshot/snap-1', ageMs: 6 * HOUR, encrypted: false };
export const imagePoint = { ...snapshotPoint, arn: 'arn:aws:ec2:eu-west-1::image/ami-1' };
