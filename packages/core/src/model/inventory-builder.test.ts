import { describe, expect, it } from '@jest/globals';
import type { NativeBackup } from './evidence.js';
import { InventoryBuilder } from './inventory-builder.js';
import type { Population } from './population.js';
import { DAY } from './instant.js';
import { bunker, denied, home, instance, NOW, point, population, table, vault, volume } from './records.fixture.js';
import type { Resource } from './resource.js';

/** What an inventory makes of records that come in this order. */
function built(fill: (builder: InventoryBuilder) => void) {
  const builder = new InventoryBuilder(NOW);
  fill(builder);
  return builder.build();
}

describe('records', () => {
  const resources: readonly Resource[] = [instance({ name: 'b' }), volume(), table(), instance({ name: 'a' })];

  it('stand in the order of their identities, however they came', () => {
    const orders = [resources, resources.toReversed()];
    const arns = orders.map((order) =>
      built((builder) => {
        for (const resource of order) builder.add('resources', resource);
      }).resources.map(({ arn }) => arn),
    );
    expect(arns).toEqual([
      [table().arn, instance({ name: 'a' }).arn, instance({ name: 'b' }).arn, volume().arn],
      [table().arn, instance({ name: 'a' }).arn, instance({ name: 'b' }).arn, volume().arn],
    ]);
  });

  it('that are the same thing become one, the same one in any order', () => {
    const accounts = [vault({ recoveryPointCount: 5 }), vault({ recoveryPointCount: 6 })];
    const kept = [accounts, accounts.toReversed()].map(
      (order) =>
        built((builder) => {
          for (const each of order) builder.add('vaults', each);
        }).vaults,
    );
    expect(kept[0]).toHaveLength(1);
    expect(kept[1]).toEqual(kept[0]);
  });

  it('of a resource that two readings know in part are one with all that they know', () => {
    const { tags, ...listed } = table({ tags: { env: 'prod' } });
    const described: Resource = { ...listed, tags: tags ?? {} };
    const orders = [
      [listed, described],
      [described, listed],
    ].map(
      (order) =>
        built((builder) => {
          for (const each of order) builder.add('resources', each);
        }).resources,
    );
    expect(orders).toEqual([[described], [described]]);
  });

  it('of two scopes are two things though their names are the same', () => {
    const settings = [home, bunker].map((scope) => ({ scope, optIn: {}, management: {} }));
    const inventory = built((builder) => {
      for (const each of settings) builder.add('regionSettings', each);
    });
    expect(inventory.regionSettings).toEqual(settings);
  });

  it('of the same backups are those of where they lie and can be restored, not of where they are sent from', () => {
    const sent: NativeBackup = {
      scope: home,
      resourceArn: 'arn:aws:rds:eu-west-1:111111111111:db:orders',
      mechanism: 'rds-replicated-backups',
      backupsArn: 'arn:aws:rds:eu-central-1:111111111111:auto-backup:ab-1',
      enabled: true,
    };
    const seen = { ...sent, scope: { ...home, region: 'eu-central-1' }, latestRestorableAt: NOW };
    for (const order of [
      [sent, seen],
      [seen, sent],
    ]) {
      const inventory = built((builder) => {
        for (const each of order) builder.add('nativeBackups', each);
      });
      expect(inventory.nativeBackups).toEqual([seen]);
    }
  });

  it.each<[story: string, parts: [Partial<NativeBackup>, Partial<NativeBackup>], whole: Partial<NativeBackup>]>([
    [
      'one tells how long they are kept, the other from when on',
      [
        { enabled: true, retentionDays: 7, latestRestorableAt: NOW },
        { enabled: true, earliestRestorableAt: NOW - 7 * DAY, latestRestorableAt: NOW },
      ],
      { enabled: true, retentionDays: 7, earliestRestorableAt: NOW - 7 * DAY, latestRestorableAt: NOW },
    ],
    [
      'the newer one is in the archive tier',
      [{ latestRestorableAt: NOW, archived: true }, { latestRestorableAt: NOW - DAY }],
      { enabled: true, latestRestorableAt: NOW, archived: true },
    ],
    [
      'the older one is in the archive tier',
      [{ latestRestorableAt: NOW }, { latestRestorableAt: NOW - DAY, archived: true }],
      { enabled: true, latestRestorableAt: NOW },
    ],
    [
      'one tells that they are off, the other what is left of them',
      [{ enabled: false }, { enabled: true, latestRestorableAt: NOW }],
      { enabled: false, latestRestorableAt: NOW },
    ],
  ])('of one way back hold what two readings tell: %s', (_story, parts, whole) => {
    const common = { scope: home, resourceArn: 'arn:a', mechanism: 'storage-gateway-snapshots' } as const;
    for (const order of [parts, parts.toReversed()]) {
      const inventory = built((builder) => {
        for (const part of order) builder.add('nativeBackups', { ...common, enabled: true, ...part });
      });
      expect(inventory.nativeBackups).toEqual([{ ...common, ...whole }]);
    }
  });

  it('of calls to one operation are added up', () => {
    const calls = { scope: home, operation: 'backup:ListBackupVaults', calls: 2, retries: 1 };
    const inventory = built((builder) => {
      builder.add('calls', calls);
      builder.add('calls', calls);
    });
    expect(inventory.calls).toEqual([{ ...calls, calls: 4, retries: 2 }]);
  });

  it('cannot be changed once the inventory is built', () => {
    const inventory = built((builder) => {
      builder.add('resources', instance());
      builder.addPoint(point());
    });
    const [resource] = inventory.resources;
    expect([inventory, inventory.resources, resource, resource?.tags].map(Object.isFrozen)).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });
});

describe('populations that two readings fill', () => {
  const complete = population('backupJobs');
  const unavailable = population('backupJobs', { gap: denied });
  const throttled = population('backupJobs', {
    gap: { operation: 'x', code: 'ThrottlingException', message: 'slow down' },
  });

  it.each<[string, Population[], Pick<Population, 'status' | 'count'>, string[]]>([
    ['both complete', [complete, complete], { status: 'complete', count: 2 }, []],
    ['one complete', [complete, unavailable], { status: 'partial', count: 2 }, [denied.code]],
    [
      'none complete',
      [throttled, unavailable],
      { status: 'unavailable', count: 2 },
      [denied.code, 'ThrottlingException'],
    ],
    [
      'one of three',
      [unavailable, complete, throttled],
      { status: 'partial', count: 3 },
      [denied.code, 'ThrottlingException'],
    ],
  ])('%s', (_, readings, expected, codes) => {
    for (const order of [readings, readings.toReversed()]) {
      const { populations } = built((builder) => {
        for (const reading of order) builder.add('populations', reading);
      });
      expect(populations).toEqual([expect.objectContaining(expected)]);
      expect(
        populations.flatMap((each) => (each.status === 'complete' ? [] : each.gaps.map(({ code }) => code))),
      ).toEqual(codes);
    }
  });

  it('stay apart where they are parts of a kind', () => {
    const { populations } = built((builder) => {
      builder.add('populations', population('resources', { of: 'EC2' }));
      builder.add('populations', population('resources', { of: 'EBS', gap: denied }));
    });
    expect(populations.map(({ of, status }) => [of, status])).toEqual([
      ['EBS', 'unavailable'],
      ['EC2', 'complete'],
    ]);
  });
});

describe('tags from the tagging API', () => {
  const tagsOf = (
    tagged: ReadonlyMap<string, Record<string, string>>,
    read?: Population,
    resource: Resource = table(),
  ) =>
    built((builder) => {
      builder.addTags(tagged);
      builder.add('resources', resource);
      if (read !== undefined) builder.add('populations', read);
    }).resources.map(({ tags }) => tags);

  const told = new Map([[table().arn, { team: 'shop' }]]);
  const complete = population('tags', { of: 'DynamoDB' });
  const unavailable = population('tags', { of: 'DynamoDB', gap: denied });

  it.each([
    ['are the resource’s', tagsOf(told, complete), { team: 'shop' }],
    ['are the resource’s though others could not be read', tagsOf(told, unavailable), { team: 'shop' }],
    ['are none where all were read and it has none', tagsOf(new Map(), complete), {}],
    ['are not known where they could not be read', tagsOf(new Map(), unavailable), undefined],
    ['are not known where they were not asked for', tagsOf(new Map()), undefined],
    ['of another type tell nothing', tagsOf(new Map(), population('tags', { of: 'Storage Gateway' })), undefined],
    ['do not replace those of the service itself', tagsOf(told, complete, table({ tags: { own: '1' } })), { own: '1' }],
  ])('%s', (_, [tags], expected) => {
    expect(tags).toEqual(expected);
  });
});
