import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Inventory } from '../model/inventory.js';
import { DAY, HOUR } from '../model/instant.js';
import {
  backupJob,
  bunker,
  copyJob,
  home,
  instance,
  NOW,
  point,
  table,
  vault,
  volume,
} from '../model/records.fixture.js';
import type { Resource } from '../model/resource.js';
import { defineRule } from '../rule/rule.js';
import { cutInventory } from './cut-inventory.js';
import type { Partition } from './cut-inventory.js';
import { inventoryOf } from './inventory.fixture.js';
import { judgeApart } from './judge-apart.js';
import { partitionMerger, storePartition } from './merge-judged.js';
import type { SettledPartition } from './merge-judged.js';
import { commonData, partitionData } from './partition-data.js';
import type { Spool } from '../model/spool.js';
import { settingsInOrder } from './rule-settings.js';
import { metadata } from './rules.fixture.js';
import { settlingBy } from './settling.js';

/** Passes what has a point of the last day; a failure counts all that it was given. */
const rule = defineRule({
  ...metadata,
  id: 'fresh',
  needs: { recoveryPoints: 'enough', copyJobs: 'context', peerRestores: 'context', replicas: 'context' },
  relations: { host: 'inherit', parts: 'inherit', source: 'inherit', peer: 'inherit' },
  messages: {
    fresh: { status: 'pass', text: '{name} is fresh.' },
    old: { status: 'fail', severity: 'high', text: '{name} is older than {age}: {copies}, {peers}, {replicas}.' },
  },
  options: {
    schema: { type: 'object', properties: { age: { type: 'number' } }, additionalProperties: false },
    defaults: { age: DAY },
  },
  judge: ({ dossier, options: { age }, now, pass, fail }) => {
    const { resource, recoveryPoints: points, copyJobs, peerRestores, replicas } = dossier;
    const { name } = resource;
    if (points.count > 0 && points.createdAt(points.count - 1) > now - age) return pass('fresh', { name });
    const peers = peerRestores('type').jobs.flat().length;
    return fail('old', { name, age, copies: copyJobs.length, peers, replicas: replicas.length });
  },
});

const RULES = [{ rule, overrides: [{ match: { accounts: [bunker.accountId] }, options: { age: 3 * DAY } }] }];

const restored = (source: Resource, number: number) => ({
  scope: home,
  id: `restore-${number}`,
  createdAt: NOW - number * HOUR,
  status: 'COMPLETED',
  // Of every second one only its point tells what was restored.
  ...(number % 2 === 0
    ? { sourceResourceArn: source.arn }
    : { recoveryPointArn: `arn:aws:backup:eu-west-1:111111111111:recovery-point:${number}` }),
});

/** Tables of two scopes that follow each other, instances with volumes, and backups of some of them. */
const estates: fc.Arbitrary<Inventory> = fc
  .record({
    links: fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 8 }),
    ages: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 10, maxLength: 10 }),
    expired: fc.boolean(),
  })
  .map(({ links, ages, expired }) => {
    const tables = Array.from({ length: 6 }, (_, n) => table({ name: `table-${n}`, ...(n % 2 === 0 ? home : bunker) }));
    const hosts = ['web', 'mail'].map((name) => instance({ name, createdAt: NOW - 9 * DAY }));
    const volumes = hosts.map(({ arn, name }) =>
      volume({ name: `${name}-data`, attachments: [{ instanceArn: arn, since: NOW - 2 * DAY }] }),
    );
    const resources = [...tables, ...hosts, ...volumes];
    return inventoryOf({
      resources,
      vaults: [vault()],
      replicas: links.map(([replica, source]) => ({
        scope: home,
        mechanism: 'dynamodb-global-table' as const,
        sourceArn: tables[source]?.arn ?? '',
        replicaArn: tables[replica]?.arn ?? '',
      })),
      restoreJobs: resources.map(restored),
      copyJobs: resources.map(({ arn }, n) =>
        copyJob({ id: `copy-${n}`, resourceArn: arn, scope: n % 3 ? home : bunker }),
      ),
      backupJobs: [backupJob({ resourceArn: 'arn:aws:ec2:eu-west-1:111111111111:instance/gone', state: 'FAILED' })],
      points: [
        ...resources.flatMap(({ arn, type }, n) =>
          ages[n] === 0
            ? []
            : [
                point({
                  arn: `arn:aws:backup:eu-west-1:111111111111:recovery-point:${n}`,
                  resourceArn: arn,
                  resourceType: type,
                  createdAt: NOW - (ages[n] ?? 0) * DAY + HOUR,
                  status: expired && n % 2 === 0 ? 'EXPIRED' : 'COMPLETED',
                }),
              ],
        ),
        point({
          arn: 'arn:aws:ec2:eu-west-1::image/ami-9',
          resourceArn: 'arn:aws:ec2:eu-west-1:111111111111:instance/gone',
        }),
      ],
    });
  });

/** Judged by nothing but copies, as in a thread that shares nothing with this one. */
function judgedApart(common: Inventory, partition: Partition): SettledPartition {
  const shared = { common: commonData(common), now: NOW, subjects: {}, acceptance: { waivers: [] } };
  return structuredClone(judgeApart(structuredClone(shared), RULES)(structuredClone(partitionData(partition))));
}

/** What is made of an inventory in partitions, each judged without access to the others and merged in some order. */
function judgedIn(
  whole: Inventory,
  keyOf: (arn: string) => string,
  inOrder = (parts: readonly SettledPartition[]) => parts,
) {
  const { common, partitions } = cutInventory(whole, ({ arn }) => keyOf(arn));
  const parts = inOrder(partitions.map((make) => judgedApart(common, make())));
  const settling = settlingBy({ waivers: [] }, NOW);
  const merger = partitionMerger(settingsInOrder(RULES), common, settling, CLONING);
  for (const part of parts) merger.add(storePartition(part, CLONING));
  const { byRule, protection, ...merged } = merger.end();
  const outcomes = byRule.map((rule) => ({ ...rule, outcomes: [...rule.outcomes] }));
  return { ...merged, counted: settling.counted(), byRule: outcomes, protection: [...protection] };
}

/** A spool that gives nothing back but copies. */
const CLONING: Spool = {
  put: (value) => {
    const copy = structuredClone(value);
    return () => structuredClone(copy);
  },
};

describe('an inventory in partitions', () => {
  it('gives the same as in one piece, however it is cut and in whatever order the partitions come', () => {
    fc.assert(
      fc.property(estates, fc.array(fc.nat(3), { minLength: 12, maxLength: 12 }), (whole, places) => {
        const arns = whole.resources.map(({ arn }) => arn);
        const keyOf = (arn: string) => String(places[arns.indexOf(arn) + 1]);
        const expected = judgedIn(whole, () => 'all');
        expect(judgedIn(whole, keyOf)).toEqual(expected);
        expect(judgedIn(whole, keyOf, (parts) => parts.toReversed())).toEqual(expected);
        expect(judgedIn(whole, (arn) => arn)).toEqual(expected);
      }),
    );
  });

  it('neither loses nor doubles a resource, a point or a job', () => {
    fc.assert(
      fc.property(estates, (whole) => {
        const cut = cutInventory(whole, ({ arn }) => arn);
        const [common, partitions] = [cut.common, cut.partitions.map((make) => make())];
        const all = partitions.map(({ inventory }) => inventory);
        const arnsOf = (own: Partition['own']) => [...own];
        expect(partitions.flatMap(({ own }) => arnsOf(own)).sort()).toEqual(whole.resources.map(({ arn }) => arn));
        expect(all.flatMap(({ recoveryPoints }) => [...recoveryPoints]).length).toBe(whole.recoveryPoints.count);
        expect(all.flatMap(({ copyJobs }) => copyJobs).length).toBe(whole.copyJobs.length);
        expect(all.flatMap(({ backupJobs }) => backupJobs)).toEqual(whole.backupJobs);
        expect(common.resources).toEqual([]);
      }),
    );
  });

  it('keeps an instance and its volumes together', () => {
    const host = instance();
    const data = volume({ attachments: [{ instanceArn: host.arn, since: NOW }] });
    const { partitions } = cutInventory(inventoryOf({ resources: [host, data, table()] }), ({ arn }) => arn);
    expect(
      partitions
        .map((make) => make())
        .map(({ own }) => [...own].toSorted())
        .toSorted(),
    ).toEqual([[table().arn], [host.arn, data.arn].toSorted()].toSorted());
  });
});
