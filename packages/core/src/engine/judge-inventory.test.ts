import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from '@jest/globals';
import { HOUR } from '../model/instant.js';
import { NOW, point, vault, volume } from '../model/records.fixture.js';
import { RecoveryPointTableBuilder } from '../model/recovery-point-table-builder.js';
import type { Spool } from '../model/spool.js';
import { defineRule } from '../rule/rule.js';
import { inventoryOf } from './inventory.fixture.js';
import { judgingOf } from './judge-inventory.js';
import { metadata } from './rules.fixture.js';

const PARTITIONS = 8;
const POINTS = 2_000;
/** Somewhat less than a point takes in columns. */
const BYTES_OF_POINT = 20;

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

it('holds no partition once it was judged', () => {
  const disks = Array.from({ length: PARTITIONS }, (_, n) =>
    volume({ arn: `${volume().arn}-${String(n)}`, name: `disk-${String(n)}` }),
  );
  const held: number[] = [];
  const watching = defineRule({
    ...metadata,
    id: 'watching',
    needs: { recoveryPoints: 'all' },
    messages: { seen: { status: 'pass', text: '{name} was seen.' } },
    options: { schema: { type: 'object', additionalProperties: false }, defaults: {} },
    judge: ({ dossier, pass }) => {
      expect(dossier.recoveryPoints.count).toBe(POINTS);
      held.push(bytesOfColumns());
      return pass('seen', { name: dossier.resource.name }, []);
    },
  });
  const points = new RecoveryPointTableBuilder(CLONING, 0);
  for (const { arn } of disks) {
    for (let n = 0; n < POINTS; n++) {
      points.append(point({ arn: `${arn}:${String(n)}`, resourceArn: arn, createdAt: NOW - n * HOUR }));
    }
  }
  const inventory = { ...inventoryOf({ resources: disks, vaults: [vault()] }), recoveryPoints: points.build() };
  const before = bytesOfColumns();
  const judging = judgingOf(
    { inventory, rules: [{ rule: watching }], now: NOW, partitionKey: ({ arn }) => arn },
    CLONING,
  );
  for (const { judge } of judging.tasks) judging.add(judge());
  expect([...judging.end().outcomes]).toHaveLength(PARTITIONS);

  const [first = 0, last = 0] = [held[0], held.at(-1)];
  // Each holds the points of one disk while it is judged, and nothing of those before it.
  expect(first - before).toBeGreaterThan(POINTS * BYTES_OF_POINT);
  expect(last - first).toBeLessThan(POINTS * BYTES_OF_POINT);
});
