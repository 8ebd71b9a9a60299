import { describe, expect, it } from '@jest/globals';
import { DAY, MINUTE } from '../model/instant.js';
import type { NativeBackup } from '../model/evidence.js';
import type { RestoreJob } from '../model/job.js';
import {
  bunker,
  denied,
  home,
  instance,
  NOW,
  point,
  population,
  vault,
  vaultArn,
  volume,
} from '../model/records.fixture.js';
import { evaluate } from './evaluate.js';
import { inventoryOf } from './inventory.fixture.js';
import type { Contents } from './inventory.fixture.js';
import type { Protection } from './protection.js';

const web = instance();

function protectionIn(contents: Contents): readonly Protection[] {
  const inventory = inventoryOf({ resources: [web], vaults: [vault()], ...contents });
  return evaluate({ inventory, rules: [], now: NOW, tool: { name: 'backproof', version: '0.0.0' } }).protection;
}

function vaultIn(scope: typeof home, name: string): string {
  return `arn:aws:backup:${scope.region}:${scope.accountId}:backup-vault:${name}`;
}

const daysAgo = (days: number): number => NOW - days * DAY;

describe('the protection of a resource', () => {
  it('without any evidence says so', () => {
    expect(protectionIn({})).toEqual([
      { arn: web.arn, points: 0, usable: 0, calendar: '.365', copies: [], restores: [] },
    ]);
  });

  it('counts its points and tells from when to when the usable ones are', () => {
    const points = [
      point({ arn: 'a', createdAt: daysAgo(400), deleteAt: daysAgo(-2000) }),
      point({ arn: 'b', createdAt: daysAgo(3), deleteAt: daysAgo(-87) }),
      point({ arn: 'c', createdAt: daysAgo(2), deleteAt: daysAgo(-33) }),
      point({ arn: 'd', createdAt: daysAgo(1), status: 'EXPIRED' }),
      point({ arn: 'e', createdAt: daysAgo(450), deleteAt: daysAgo(10) }),
    ];
    expect(protectionIn({ points })).toMatchObject([
      {
        points: 5,
        usable: 3,
        oldest: new Date(daysAgo(400)).toISOString(),
        newest: new Date(daysAgo(2)).toISOString(),
        calendar: '.361mdx.',
      },
    ]);
  });

  it('shows the window of a continuous point, as far as the service that keeps it tells', () => {
    const arn = 'arn:aws:backup:eu-west-1:111111111111:recovery-point:continuous:web';
    const points = [point({ arn, createdAt: daysAgo(100), continuous: true })];
    const native: NativeBackup = {
      scope: home,
      resourceArn: web.arn,
      mechanism: 'rds-automated-backups',
      enabled: true,
      retentionDays: 7,
      latestRestorableAt: NOW - 5 * MINUTE,
      recoveryPointArn: arn,
    };
    expect(protectionIn({ points, nativeBackups: [native] })).toMatchObject([
      { calendar: '.357c8', oldest: '2026-11-15T11:55:00.000Z', newest: '2026-11-22T11:55:00.000Z' },
    ]);
    expect(protectionIn({ points })).toMatchObject([
      { calendar: '.264c.100', newest: new Date(daysAgo(100)).toISOString() },
    ]);
  });

  it('tells where its copies are: by account, Region and air gap, without what only shows the points of another vault', () => {
    const airGapped = vault({ name: 'lag', arn: vaultIn(home, 'lag'), vaultType: 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT' });
    const view = vault({ name: 'view', arn: vaultIn(home, 'view'), vaultType: 'RESTORE_ACCESS_BACKUP_VAULT' });
    const remote = ['one', 'two'].map((name) => vault({ scope: bunker, name, arn: vaultIn(bunker, name) }));
    const at = (arn: string, vaultOf: string, days: number) =>
      point({ arn, vaultArn: vaultOf, createdAt: daysAgo(days), deleteAt: daysAgo(-400) });
    const points = [
      at('a', vaultArn, 1),
      at('b', airGapped.arn, 2),
      at('c', vaultIn(bunker, 'one'), 3),
      at('d', vaultIn(bunker, 'two'), 4),
      at('e', view.arn, 5),
      { ...at('f', vaultIn(bunker, 'two'), 1), status: 'EXPIRED' as const },
      at('g', 'arn:aws:backup:us-east-1:333333333333:backup-vault:unlisted', 6),
    ];
    expect(protectionIn({ vaults: [vault(), airGapped, view, ...remote], points })).toMatchObject([
      {
        points: 6,
        usable: 5,
        copies: [
          {
            accountId: '111111111111',
            region: 'eu-west-1',
            airGapped: true,
            usable: 1,
            newest: '2026-11-20T12:00:00.000Z',
          },
          {
            accountId: '222222222222',
            region: 'eu-central-1',
            airGapped: false,
            usable: 2,
            newest: '2026-11-19T12:00:00.000Z',
          },
          {
            accountId: '333333333333',
            region: 'us-east-1',
            airGapped: false,
            usable: 1,
            newest: '2026-11-16T12:00:00.000Z',
          },
        ],
      },
    ]);
  });

  it('tells its newest restores', () => {
    const job = (fields: Partial<RestoreJob>): RestoreJob => ({
      scope: bunker,
      id: 'r',
      sourceResourceArn: web.arn,
      createdAt: daysAgo(9),
      status: 'COMPLETED',
      ...fields,
    });
    const restoreJobs = [
      job({ id: 'r4', createdAt: daysAgo(40), origin: 'inventory' }),
      job({ id: 'r3', createdAt: daysAgo(30), origin: 'inventory' }),
      job({ id: 'r2', createdAt: daysAgo(2), status: 'RUNNING' }),
      job({
        id: 'r1',
        createdAt: daysAgo(1),
        completedAt: daysAgo(1) + 42 * MINUTE,
        restoreTestingPlanArn: 'arn:plan',
        validationStatus: 'SUCCESSFUL',
      }),
    ];
    const place = { accountId: '222222222222', region: 'eu-central-1' };
    expect(protectionIn({ restoreJobs })[0]?.restores).toEqual([
      {
        id: 'r1',
        at: '2026-11-21T12:00:00.000Z',
        kind: 'test',
        status: 'COMPLETED',
        validationStatus: 'SUCCESSFUL',
        durationMs: 42 * MINUTE,
        ...place,
      },
      { id: 'r2', at: '2026-11-20T12:00:00.000Z', kind: 'onDemand', status: 'RUNNING', ...place },
      {
        id: 'r3',
        at: '2026-10-23T12:00:00.000Z',
        kind: 'onDemand',
        status: 'COMPLETED',
        origin: 'inventory',
        ...place,
      },
    ]);
  });

  it('names the instances whose backups hold it', () => {
    const data = volume({
      attachments: [
        { instanceArn: web.arn, since: 0 },
        { instanceArn: 'arn:elsewhere', since: 0 },
      ],
    });
    expect(protectionIn({ resources: [web, data] }).map(({ arn, hosts }) => [arn, hosts])).toEqual([
      [web.arn, undefined],
      [data.arn, [web.arn]],
    ]);
  });

  it('says of what there may be more', () => {
    const populations = [population('recoveryPoints', { of: vaultArn, gap: denied })];
    expect(protectionIn({ populations })).toMatchObject([{ unread: ['recoveryPoints'] }]);
    const notCollected = ({ kind }: { readonly kind: string }) => kind === 'restoreJobs';
    expect(protectionIn({ notCollected })).toMatchObject([{ unread: ['restoreJobs'] }]);
  });

  it('is told of what is judged alone, in the order of a run', () => {
    const spot = instance({ name: 'spot', spot: true });
    const twin = instance({ name: 'twin' });
    const arns = protectionIn({ resources: [twin, spot, web] }).map(({ arn }) => arn);
    expect(arns).toEqual([twin.arn, web.arn]);
  });
});
