import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson } from './canonical.js';
import { DAY } from './instant.js';
import { RECOVERY_POINT_STATUSES } from './recovery-point.js';
import type { RecoveryPoint } from './recovery-point.js';
import { RecoveryPointTableBuilder, recoveryPointTable } from './recovery-point-table-builder.js';
import { NOW, point } from './records.fixture.js';
import type { Spool } from './spool.js';

/** Of several services, Regions and accounts, some without one. */
const ARNS = [
  'arn:aws:rds:eu-west-1:111111111111:db:a',
  'arn:aws:rds:eu-west-1:111111111111:db:b',
  'arn:aws:rds:eu-west-1:222222222222:db:a',
  'arn:aws:s3:::a',
  'arn:aws:s3',
];

/** The optional fields of a point, each there or not. */
const optional = fc.record(
  {
    completedAt: fc.integer({ min: 1, max: NOW }),
    deleteAt: fc.integer({ min: 1, max: 4e12 }),
    moveToColdStorageAt: fc.integer({ min: 1, max: 4e12 }),
    parentArn: fc.string(),
    sourceVaultArn: fc.string(),
    planId: fc.string(),
    ruleId: fc.string(),
    encrypted: fc.boolean(),
    encryptionKeyArn: fc.string(),
    lastRestoredAt: fc.integer({ min: 1, max: NOW }),
    sizeBytes: fc.integer({ min: 0, max: 2 ** 50 }),
  },
  { requiredKeys: [] },
);

const anyPoint: fc.Arbitrary<RecoveryPoint> = fc
  .tuple(
    fc.record({
      arn: fc.string({ unit: 'binary', maxLength: 300 }),
      vaultArn: fc.string(),
      resourceArn: fc.constantFrom('a', 'b', '__proto__', '', ...ARNS),
      resourceType: fc.constantFrom('EC2', 'Some New Type'),
      status: fc.constantFrom(...RECOVERY_POINT_STATUSES),
      createdAt: fc.integer({ min: NOW - 3, max: NOW }),
      deleteAfterCopy: fc.boolean(),
      continuous: fc.boolean(),
      isParent: fc.boolean(),
    }),
    optional,
  )
  .map(([required, fields]) => ({ ...required, ...fields }));

const points = fc.uniqueArray(anyPoint, { selector: ({ arn }) => arn, maxLength: 30 });

/** The points and the same ones in another order. */
const shuffled = points.chain((some) =>
  fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length, maxLength: some.length })),
);

/** A spool that gives nothing back but copies. */
const CLONING: Spool = {
  put: (value) => {
    const copy = structuredClone(value);
    return () => structuredClone(copy);
  },
};

/** The bytes of all columns that something holds. */
function bytesOfColumns(): number {
  setFlagsFromString('--expose-gc');
  // The first one finds what is free, the second one waits until it has been freed.
  for (let i = 0; i < 2; i++) runInNewContext('gc()');
  return process.memoryUsage().arrayBuffers;
}

describe('RecoveryPointTable', () => {
  it('is the same if its points go to a spool, however few it holds at a time', () => {
    fc.assert(
      fc.property(points, fc.nat(5), (some, mostOpen) => {
        const builder = new RecoveryPointTableBuilder(CLONING, mostOpen);
        for (const one of some) builder.append(one);
        const [held, away] = [recoveryPointTable(some), builder.build()];
        expect([...away]).toEqual([...held]);
        expect([...away.canonicalJson()]).toEqual([...held.canonicalJson()]);
        expect([...away.hashes()]).toEqual([...held.hashes()]);
        const [arns] = [held.resourceArns().filter((_, index) => index % 2 === 0)];
        expect([...away.part(arns)]).toEqual([...held.part(arns)]);
        for (const arn of held.resourceArns()) expect([...away.of(arn)]).toEqual([...held.of(arn)]);
      }),
    );
  });

  it('opens what lies in a spool once in a part, and holds the last that was opened in the whole', () => {
    let opened = 0;
    const spool: Spool = {
      put: (value) => () => {
        opened += 1;
        return value;
      },
    };
    const builder = new RecoveryPointTableBuilder(spool);
    const arns = ['arn:aws:rds:eu-west-1:111111111111:db:a', 'arn:aws:ec2:eu-west-1:111111111111:volume/b'];
    for (const resourceArn of arns) builder.append(point({ arn: `point of ${resourceArn}`, resourceArn }));
    const whole = builder.build();
    const part = whole.part(arns);
    for (let i = 0; i < 3; i++) for (const arn of arns) part.of(arn);
    expect(opened).toBe(2);
    for (let i = 0; i < 3; i++) for (const arn of arns) whole.of(arn);
    expect(opened).toBe(2 + 6);
  });

  it('holds none of the points that lie in a spool', () => {
    const nowhere: Spool = {
      put: () => () => {
        throw new Error('not read here');
      },
    };
    const before = bytesOfColumns();
    const builder = new RecoveryPointTableBuilder(nowhere);
    const resourceArn = 'arn:aws:rds:eu-west-1:111111111111:db:a';
    for (let n = 0; n < 50_000; n++) builder.append(point({ arn: `${resourceArn}-${String(n)}`, resourceArn }));
    const held = bytesOfColumns() - before;
    const table = builder.build();
    const left = bytesOfColumns() - before;
    expect(table.count).toBe(50_000);
    expect(held).toBeGreaterThan(2 ** 20);
    expect(left).toBeLessThan(2 ** 16);
  });

  it('gives every point back as it was, field by field', () => {
    fc.assert(
      fc.property(points, (some) => {
        const byArn = new Map([...recoveryPointTable(some)].map((found) => [found.arn, found]));
        expect(byArn).toEqual(new Map(some.map((one) => [one.arn, one])));
      }),
    );
  });

  it('gives a resource its points, oldest first and then by ARN, in whatever order they came', () => {
    fc.assert(
      fc.property(shuffled, ([some, others]) => {
        const [table, other] = [recoveryPointTable(some), recoveryPointTable(others)];
        expect([...other]).toEqual([...table]);
        for (const resourceArn of table.resourceArns()) {
          const ages = [...table.of(resourceArn)].map(({ createdAt, arn }) => [createdAt, arn] as const);
          const sorted = ages.toSorted(([a, x], [b, y]) => a - b || (x < y ? -1 : 1));
          expect(ages).toEqual(sorted);
        }
      }),
    );
  });

  it('answers by row what the whole point says', () => {
    fc.assert(
      fc.property(points, (some) => {
        const table = recoveryPointTable(some);
        for (const resourceArn of table.resourceArns()) {
          const view = table.of(resourceArn);
          const byRow = Array.from({ length: view.count }, (_, row) => ({
            arn: view.arn(row),
            status: view.status(row),
            createdAt: view.createdAt(row),
            deleteAt: view.deleteAt(row),
            lastRestoredAt: view.lastRestoredAt(row),
            continuous: view.continuous(row),
            deleteAfterCopy: view.deleteAfterCopy(row),
            isParent: view.isParent(row),
            vaultArn: view.vaultArn(row),
          }));
          const byPoint = [...view].map(
            ({
              status,
              arn,
              createdAt,
              deleteAt = NaN,
              lastRestoredAt = NaN,
              continuous,
              deleteAfterCopy,
              isParent,
              vaultArn,
            }) => {
              return {
                status,
                arn,
                createdAt,
                deleteAt,
                lastRestoredAt,
                continuous,
                deleteAfterCopy,
                isParent,
                vaultArn,
              };
            },
          );
          expect(byRow).toEqual(byPoint);
        }
      }),
    );
  });

  it('writes every point as canonical JSON does, whatever its text holds', () => {
    fc.assert(
      fc.property(points, (some) => {
        const table = recoveryPointTable(some);
        expect([...table.canonicalJson()]).toEqual([...table].map(canonicalJson));
      }),
    );
  });

  it('tells a size of 0, which AWS reports for RDS, from no size', () => {
    const table = recoveryPointTable([point({ arn: 'a', sizeBytes: 0 }), point({ arn: 'b' })]);
    expect([...table].map((each) => ('sizeBytes' in each ? each.sizeBytes : 'none'))).toEqual([0, 'none']);
  });

  it('takes a point that two readings saw for one', () => {
    const seen = point();
    expect([...recoveryPointTable([seen, point({ arn: 'other' }), seen])]).toHaveLength(2);
    expect(recoveryPointTable([seen, seen]).count).toBe(1);
  });

  it('keeps the same one of two accounts of a point, whichever came first', () => {
    const accounts = [point({ status: 'CREATING' }), point({ status: 'COMPLETED', sizeBytes: 5 })];
    expect([...recoveryPointTable(accounts)]).toEqual([...recoveryPointTable(accounts.toReversed())]);
    expect(recoveryPointTable(accounts).count).toBe(1);
  });

  it('has no points for a resource that it does not know', () => {
    const view = recoveryPointTable([point()]).of('toString');
    expect([view.count, ...view]).toEqual([0]);
  });

  it('says which row is not there', () => {
    const view = recoveryPointTable([point()]).of(point().resourceArn);
    for (const row of [1, -1, NaN]) {
      expect(() => view.at(row)).toThrow(new RangeError(`row ${row} of 1 recovery points`));
    }
  });

  it('gives points that nobody can change', () => {
    const [first] = recoveryPointTable([point()]);
    expect(Object.isFrozen(first)).toBe(true);
  });

  it('holds a year of daily points of many resources in order', () => {
    const resources = ['x', 'y', 'z'];
    const year = Array.from({ length: 365 }, (_, day) => NOW - day * DAY);
    const all = year.flatMap((createdAt, day) =>
      resources.map((resourceArn) => point({ arn: `${resourceArn}/${day}`, resourceArn, createdAt })),
    );
    const table = recoveryPointTable(all);
    expect(table.resourceArns()).toEqual(resources);
    expect(resources.map((arn) => [...table.of(arn)].map(({ createdAt }) => createdAt))).toEqual(
      resources.map(() => year.toReversed()),
    );
  });
});

describe('the hashes of points', () => {
  const hashesOf = (some: readonly RecoveryPoint[]) => [...recoveryPointTable(some).hashes()];

  it('are one for each resource, whatever the other resources and the order of the points', () => {
    fc.assert(
      fc.property(shuffled, ([some, others]) => {
        const arns = recoveryPointTable(some).resourceArns();
        const apart = arns.flatMap((arn) => hashesOf(some.filter(({ resourceArn }) => resourceArn === arn)));
        expect(hashesOf(others)).toEqual(apart);
      }),
    );
  });

  it('differ where, and only where, a point differs in a field', () => {
    fc.assert(
      fc.property(points, anyPoint, anyPoint, fc.nat(), (some, one, other, number) => {
        const fields = Object.keys({ ...one, ...other });
        const field = fields[number % fields.length] ?? 'arn';
        const changed = { ...without(one, field), ...only(other, field) } as RecoveryPoint;
        const rest = some.filter(({ arn }) => arn !== one.arn && arn !== other.arn);
        const [before, after] = [recoveryPointTable([...rest, one]), recoveryPointTable([...rest, changed])];
        const isSame = [...before.canonicalJson()].join() === [...after.canonicalJson()].join();
        expect(canonicalJson([...before.hashes()]) === canonicalJson([...after.hashes()])).toBe(isSame);
      }),
      { numRuns: 500 },
    );
  });

  it('distinguish an empty text from none', () => {
    expect(hashesOf([point({ parentArn: '' })])).not.toEqual(hashesOf([point()]));
  });

  it('are those of any version: these bytes are for ever', () => {
    expect(hashesOf([point({ deleteAt: NOW, sizeBytes: 5 }), point({ arn: 'arn:aws:x:::y', infected: true })])).toEqual(
      [
        {
          count: 2,
          resourceArn: point().resourceArn,
          sha256: '7ee063165a3b9e13d55d017b6e1122a118ae39721e1c605389ea46e4244bff5c',
        },
      ],
    );
  });
});

function only(point: RecoveryPoint, field: string): object {
  return Object.fromEntries(Object.entries(point).filter(([name]) => name === field));
}

function without(point: RecoveryPoint, field: string): object {
  return Object.fromEntries(Object.entries(point).filter(([name]) => name !== field));
}

it.each([
  ['by its key', { encryptionKeyArn: 'arn:key' }, true],
  ['by the word of AWS', { encrypted: true }, true],
  ['not, by the word of AWS', { encrypted: false }, false],
  ['not, whatever key is named', { encrypted: false, encryptionKeyArn: 'arn:key' }, false],
  ['perhaps: it was not read', {}, undefined],
])('a point is encrypted %s', (_, fields, encrypted) => {
  const only = point(fields);
  const points = recoveryPointTable([only]).of(only.resourceArn);
  expect(points.encrypted(0)).toBe(encrypted);
  expect(points.encryptionKeyArn(0)).toBe(only.encryptionKeyArn);
});
