import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Replica } from '../model/evidence.js';
import { DAY, HOUR } from '../model/instant.js';
import { denied, home, instance, NOW, point, population, table, vault, volume } from '../model/records.fixture.js';
import type { Attachment, Resource } from '../model/resource.js';
import type { StateName } from '../model/resource-base.js';
import type { Relations } from '../rule/relation.js';
import { defineRule } from '../rule/rule.js';
import type { VerdictStatus } from '../rule/verdict.js';
import { evaluate } from './evaluate.js';
import { inventoryOf } from './inventory.fixture.js';
import type { Contents } from './inventory.fixture.js';
import { viewOf } from './resolve.js';
import { metadata } from './rules.fixture.js';

const ALL: Relations = { host: 'inherit', parts: 'inherit', cluster: 'inherit', source: 'inherit', peer: 'inherit' };

/** Says of a resource what is given by its name; else passes what has a point of the last day. */
function ruleOf(said: Readonly<Record<string, VerdictStatus>> = {}, relations: Relations = ALL) {
  let dossiers = 0;
  const rule = defineRule({
    ...metadata,
    id: 'fresh',
    needs: { recoveryPoints: 'enough' },
    relations,
    messages: {
      fresh: { status: 'pass', text: '{name} is fresh.' },
      due: { status: 'pass', promise: true, text: '{name} is new.' },
      old: { status: 'fail', severity: 'high', text: '{name} is old.' },
      odd: { status: 'unknown', text: '{name} is odd.' },
      none: { status: 'notApplicable', text: '{name} is none.' },
    },
    options: { schema: { type: 'object' }, defaults: {} },
    judge: ({
      dossier: { resource, recoveryPoints: points, evidenceFrom },
      now,
      pass,
      fail,
      unknown,
      notApplicable,
    }) => {
      dossiers += 1;
      const { name } = resource;
      const status = said[name];
      if (status === 'pass') return pass('fresh', { name });
      if (status === 'unknown') return unknown('odd', { name });
      if (status === 'notApplicable') return notApplicable('none', { name });
      if (points.count > 0 && points.createdAt(points.count - 1) > now - DAY) return pass('fresh', { name });
      return Math.max(resource.createdAt ?? 0, evidenceFrom ?? 0) > now - 2 * HOUR
        ? pass('due', { name })
        : fail('old', { name });
    },
  });
  return { rule, judged: () => dossiers };
}

function outcomes(contents: Contents, { rule }: ReturnType<typeof ruleOf>) {
  const inventory = inventoryOf({ vaults: [vault()], ...contents });
  const run = evaluate({ inventory, rules: [{ rule }], now: NOW, tool: { name: 'backproof', version: '0.0.0' } });
  return new Map(run.outcomes.map((outcome) => [outcome.subject.name, outcome]));
}

const web = instance({ name: 'web', createdAt: NOW - 90 * DAY });
const attached = (fields: Partial<Attachment>) =>
  volume({ name: 'data', createdAt: NOW - 90 * DAY, attachments: [{ instanceArn: web.arn, ...fields }] });
const imageOf = (hoursAgo: number) =>
  point({ arn: `ami-${hoursAgo}`, resourceArn: web.arn, createdAt: NOW - hoursAgo * HOUR });

describe('a volume and its instance', () => {
  const said = (volumeOf: Resource, ...images: readonly number[]) => {
    const outcome = outcomes({ resources: [web, volumeOf], points: images.map(imageOf) }, ruleOf()).get('data');
    return [outcome?.status, outcome?.messageId];
  };

  it('passes through images that were made after its attachment', () => {
    expect(said(attached({ since: NOW - 89 * DAY }), 6, 30)).toEqual(['pass', 'covered-by']);
  });

  it('does not pass through an image of before its attachment, but by the next one while that is due', () => {
    expect(said(attached({ since: NOW - HOUR }), 6)).toEqual(['pass', 'awaiting-with']);
    expect(said(attached({ since: NOW - 4 * HOUR }), 6)).toEqual(['fail', 'attached-later']);
    expect(said(attached({ since: NOW - 4 * HOUR }), 30)).toEqual(['fail', 'old']);
  });

  it('fails for its own cause where it has points of its own', () => {
    const data = attached({ since: NOW - 4 * HOUR });
    const own = point({ arn: 'snap', resourceArn: data.arn, createdAt: NOW - 9 * DAY });
    const contents = { resources: [web, data], points: [imageOf(6), own] };
    expect(outcomes(contents, ruleOf()).get('data')).toMatchObject({ status: 'fail', messageId: 'old' });
  });

  it('names the attachment and its own cause, and weighs as much as that', () => {
    const data = attached({ since: NOW - 4 * HOUR });
    const outcome = outcomes({ resources: [web, data], points: [imageOf(6)] }, ruleOf()).get('data');
    expect(outcome).toMatchObject({ severity: 'high', data: { via: 'web', since: '2026-11-22T08:00:00.000Z' } });
    expect(outcome?.evidence.map(({ text }) => text)).toEqual(['fresh: fail, old', 'fresh: fail, old']);
  });

  it('is unknown where the time of its attachment was not read', () => {
    expect(said(attached({}), 6)).toEqual(['unknown', 'attachment-unread']);
  });

  it('is unknown where its instance is, in words about the volume', () => {
    const outcome = outcomes({ resources: [web, attached({ since: 0 })], points: [] }, ruleOf({ web: 'unknown' })).get(
      'data',
    );
    expect(outcome).toMatchObject({ status: 'unknown', messageId: 'related-unknown' });
    expect(outcome?.message).toBe(
      'data does not meet this rule by itself, and whether web, the instance that it is attached to, does is not known.',
    );
  });

  it('is unknown where instances were not all listed, and stands by itself where they were', () => {
    const orphan = volume({ name: 'data', attachments: [{ instanceArn: 'arn:other', since: 0 }] });
    const partial = { populations: [population('resources', { of: 'EC2', gap: denied })] };
    expect(outcomes({ resources: [orphan], ...partial }, ruleOf()).get('data')).toMatchObject({
      status: 'unknown',
      messageId: 'evidence-incomplete',
      gaps: [denied],
    });
    expect(outcomes({ resources: [orphan] }, ruleOf()).get('data')?.status).toBe('fail');
  });

  it('refers to what protects it, and does not repeat its evidence', () => {
    const outcome = outcomes({ resources: [web, attached({ since: 0 })], points: [imageOf(1)] }, ruleOf()).get('data');
    expect(outcome?.evidence).toEqual([{ kind: 'outcome', id: web.arn, text: 'fresh: pass, fresh' }]);
  });
});

describe('an instance and its volumes', () => {
  const parts = [1, 2].map((n) => volume({ name: `part-${n}`, attachments: [{ instanceArn: web.arn, since: 0 }] }));
  const said = (first: VerdictStatus, second: VerdictStatus) =>
    outcomes({ resources: [web, ...parts] }, ruleOf({ 'part-1': first, 'part-2': second })).get('web');

  it('passes if all of them do', () => {
    expect(said('pass', 'pass')).toMatchObject({ status: 'pass', messageId: 'parts-covered', data: { count: 2 } });
  });

  it('fails if one does not, and names it', () => {
    expect(said('pass', 'fail')).toMatchObject({
      status: 'fail',
      severity: 'high',
      messageId: 'parts-missing',
      data: { volumes: 'part-2' },
    });
    expect(said('fail', 'fail')?.messageId).toBe('old');
    expect(said('unknown', 'fail')?.messageId).toBe('old');
  });

  it('is unknown if one is unknown and none fails', () => {
    expect(said('pass', 'unknown')).toMatchObject({ status: 'unknown', messageId: 'related-unknown' });
  });
});

describe('what an instance’s evidence says of a volume', () => {
  const born = NOW - 90 * DAY;
  const of = (createdAt: number | undefined, since: Attachment['since'] | 'unread', ...points: readonly number[]) => {
    const { createdAt: _, ...undated } = volume({ name: 'data' });
    const disk = createdAt === undefined ? undated : { ...undated, createdAt };
    return viewOf(disk, web, since, { count: points.length, createdAt: (row) => points[row] ?? NaN })?.from;
  };

  it.each([
    ['all of it, where the volume was attached as the instance was launched', of(born, born), undefined],
    ['all of it, up to an hour after', of(born, born + HOUR), undefined],
    ['what is later, where it was attached after that', of(born, born + HOUR + 1), born + HOUR + 1],
    ['what is later, where the volume is a day older than the instance', of(born - DAY - 1, born), born],
    ['all of it, where it is no more than a day older', of(born - DAY, born), undefined],
    ['all of it, where the age of the volume is not known', of(undefined, born), undefined],
    ['what is later, where the instance has a point of before', of(born, born, born - 1), born],
    ['all of it, where the first point is of the same moment', of(born, born, born), undefined],
    ['all of it, where the time of the attachment is not known: the judgement says so', of(born, 'unread'), undefined],
  ])('%s', (_, from, expected) => {
    expect(from).toBe(expected);
  });

  it('is all of it, where the age of the instance is not known and it has no points', () => {
    const { createdAt: _, ...undated } = web;
    const nothing = { count: 0, createdAt: () => NaN };
    expect(viewOf(volume({ createdAt: 0 }), undated, NOW, nothing)).toBeUndefined();
  });
});

describe('an instance whose volumes were not all listed', () => {
  const listedInPart = { populations: [population('resources', { of: 'EBS', gap: denied })] };
  const part = volume({ name: 'part', attachments: [{ instanceArn: web.arn, since: 0 }] });
  const said = (contents: Contents, rule = ruleOf({ part: 'pass' })) =>
    outcomes({ ...listedInPart, ...contents }, rule).get('web');

  it('is unknown, with those that were listed and without', () => {
    expect(said({ resources: [web, part] })).toMatchObject({ messageId: 'evidence-incomplete', gaps: [denied] });
    expect(said({ resources: [web] })).toMatchObject({ messageId: 'evidence-incomplete', gaps: [denied] });
  });

  it('fails where the rule asks for no volumes', () => {
    const byHost = ruleOf({}, { host: 'inherit' });
    expect(said({ resources: [web] }, byHost)?.messageId).toBe('old');
  });

  it('stays unknown where it is unknown by itself', () => {
    expect(said({ resources: [web] }, ruleOf({ web: 'unknown' }))?.messageId).toBe('odd');
  });

  it('is none of a database’s', () => {
    const database = table({ name: 'orders' });
    const found = outcomes({ ...listedInPart, resources: [database] }, ruleOf());
    expect(found.get('orders')?.messageId).toBe('old');
  });
});

it('what is proven comes before what is promised', () => {
  const [young, old] = [instance({ name: 'young', createdAt: NOW - HOUR }), web];
  const shared = volume({
    name: 'data',
    createdAt: NOW - 90 * DAY,
    attachments: [young, old].map(({ arn }) => ({ instanceArn: arn, since: NOW - 90 * DAY })),
  });
  const said = outcomes({ resources: [young, old, shared], points: [imageOf(6)] }, ruleOf());
  expect(said.get('data')).toMatchObject({ messageId: 'covered-by', data: { via: 'web' } });
});

it('an instance fails for its volumes by their names, and stays unknown where it is unknown by itself', () => {
  const parts = ['a', 'b', 'c'].map((name) => volume({ name, attachments: [{ instanceArn: web.arn, since: 0 }] }));
  const judged = (own?: VerdictStatus) => {
    const said = { a: 'pass', b: 'fail', c: 'fail', ...(own && { web: own }) } as const;
    return outcomes({ resources: [web, ...parts] }, ruleOf(said)).get('web');
  };
  expect(judged()).toMatchObject({ messageId: 'parts-missing', data: { count: 3, volumes: 'b, c' } });
  expect(judged('unknown')?.messageId).toBe('odd');
});

it('a resource that passes, or to which the rule does not apply, asks no other', () => {
  const data = attached({ since: 0 });
  for (const status of ['pass', 'notApplicable'] as const) {
    const said = outcomes({ resources: [web, data] }, ruleOf({ data: status, web: 'pass' }));
    expect(said.get('data')).toMatchObject({ status, messageId: status === 'pass' ? 'fresh' : 'none' });
  }
});

describe('a replica', () => {
  const [source, replica] = [table({ name: 'source' }), table({ name: 'replica' })];
  const link: Replica = { scope: home, mechanism: 'efs-replication', sourceArn: source.arn, replicaArn: replica.arn };

  it('passes through its source, unless the rule ignores that', () => {
    const contents = { resources: [source, replica], replicas: [link] };
    expect(outcomes(contents, ruleOf({ source: 'pass' })).get('replica')?.messageId).toBe('covered-by');
    expect(outcomes(contents, ruleOf({ source: 'pass' }, { host: 'inherit' })).get('replica')?.messageId).toBe('old');
  });

  it('names its source with the place of it, where that is another', () => {
    const [abroad, foreign] = [{ region: 'eu-central-1' }, { accountId: '222222222222', region: 'eu-central-1' }].map(
      (place) => table({ name: 'source', ...place }),
    );
    const via = (from: Resource | undefined) => {
      const sourceArn = from?.arn ?? '';
      const resources = from === undefined ? [replica] : [from, replica];
      const found = outcomes({ resources, replicas: [{ ...link, sourceArn }] }, ruleOf({ source: 'pass' }));
      return found.get('replica')?.data.via;
    };
    expect(via(abroad)).toBe('source in eu-central-1');
    expect(via(foreign)).toBe('source of account 222222222222 in eu-central-1');
    expect(via(source)).toBe('source');
  });

  it('is unknown where AWS does not name its source', () => {
    const unnamed: Replica = { scope: home, mechanism: 'ontap-snapmirror', replicaArn: replica.arn };
    const contents = { resources: [replica], replicas: [unnamed] };
    expect(outcomes(contents, ruleOf()).get('replica')?.data.source).toBe('AWS does not name it');
  });

  it('is unknown where its source was not scanned', () => {
    expect(outcomes({ resources: [replica], replicas: [link] }, ruleOf()).get('replica')).toMatchObject({
      status: 'unknown',
      messageId: 'source-not-scanned',
      data: { source: source.arn },
    });
  });
});

describe('a replica that no longer follows', () => {
  const [source, middle] = [table({ name: 'source' }), table({ name: 'middle' })];
  const replica = (state?: StateName, word: string = state ?? '') =>
    table({ name: 'replica', ...(state && { state: { is: state, word } }) });
  const linked = (of: Resource, fields: Pick<Replica, 'halted'> = {}, by: Resource = replica()): Replica => {
    return { scope: home, mechanism: 'efs-replication', sourceArn: of.arn, replicaArn: by.arn, ...fields };
  };
  const halted = { halted: 'ERROR' };

  it.each<[story: string, Resource, readonly Replica[], Readonly<Record<string, VerdictStatus>>, string]>([
    ['passes while it follows', replica(), [linked(source)], { source: 'pass' }, 'covered-by'],
    ['passes while it is available', replica('available'), [linked(source)], { source: 'pass' }, 'covered-by'],
    ['fails by its link', replica(), [linked(source, halted)], { source: 'pass' }, 'not-following'],
    [
      'fails by its link, where the other end reports the same link without a state',
      replica(),
      [linked(source), linked(source, halted)],
      { source: 'pass' },
      'not-following',
    ],
    ['fails by its own state', replica('failed'), [linked(source)], { source: 'pass' }, 'not-following'],
    ['fails for its own cause where its source does, too', replica(), [linked(source, halted)], {}, 'old'],
    ['fails where its source is unknown', replica(), [linked(source, halted)], { source: 'unknown' }, 'old'],
    ['stays unknown', replica(), [linked(source, halted)], { source: 'pass', replica: 'unknown' }, 'odd'],
    [
      'is unknown in a state of tomorrow',
      replica('unknown'),
      [linked(source)],
      { source: 'pass' },
      'following-unknown',
    ],
    ['fails in a state of tomorrow where its source does', replica('unknown'), [linked(source)], {}, 'old'],
    [
      'fails in a state of tomorrow where its link says so',
      replica('unknown'),
      [linked(source, halted)],
      { source: 'pass' },
      'not-following',
    ],
    [
      'passes through another source that it follows',
      replica(),
      [linked(middle, halted), linked(source)],
      { middle: 'pass', source: 'pass' },
      'covered-by',
    ],
    [
      'does not pass through what its source follows',
      replica(),
      [linked(middle, halted), linked(source, {}, middle)],
      { source: 'pass' },
      'not-following',
    ],
    [
      'does not pass through what its source no longer follows',
      replica(),
      [linked(middle), linked(source, halted, middle)],
      { source: 'pass' },
      'not-following',
    ],
    [
      'passes through what it also follows another way',
      replica(),
      [linked(source, halted), linked(middle), linked(source, {}, middle)],
      { source: 'pass' },
      'covered-by',
    ],
  ])('%s', (_, follower, replicas, said, messageId) => {
    const found = outcomes({ resources: [source, middle, follower], replicas }, ruleOf(said));
    expect(found.get('replica')?.messageId).toBe(messageId);
  });

  it('names its source and the state, and weighs as much as its own cause', () => {
    const contents = { resources: [source, replica()], replicas: [linked(source, halted)] };
    expect(outcomes(contents, ruleOf({ source: 'pass' })).get('replica')).toMatchObject({
      severity: 'high',
      message:
        'replica does not meet this rule by itself. source does, but replica no longer follows it: AWS reports ERROR.',
      evidence: [{ id: source.arn }],
    });
  });

  it('fails where its source was not scanned, and is unknown in a state of tomorrow', () => {
    const of = (follower: Resource, fields: Pick<Replica, 'halted'> = {}) =>
      outcomes({ resources: [follower], replicas: [linked(source, fields)] }, ruleOf()).get('replica')?.messageId;
    expect(of(replica(), halted)).toBe('old');
    expect(of(replica('unknown'))).toBe('following-unknown');
  });
});

it('what is being deleted keeps no promise, and its backups still count', () => {
  const leaving = instance({ name: 'web', createdAt: NOW - HOUR, state: { is: 'deleting', word: 'shutting-down' } });
  const data = volume({ name: 'data', createdAt: NOW - DAY, attachments: [{ instanceArn: leaving.arn, since: 0 }] });
  const said = (points: Contents['points'] = []) =>
    outcomes({ resources: [leaving, data], points }, ruleOf()).get('data')?.messageId;
  expect(said()).toBe('old');
  expect(said([imageOf(0.5)])).toBe('covered-by');
});

/** Random replicas of each other, each with a verdict of its own. */
const graphs = fc.integer({ min: 1, max: 6 }).chain((count) =>
  fc.record({
    statuses: fc.array(fc.constantFrom<VerdictStatus>('pass', 'fail', 'unknown', 'notApplicable'), {
      minLength: count,
      maxLength: count,
    }),
    links: fc.array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), { maxLength: 12 }),
  }),
);

describe('relations between random resources', () => {
  const judgeGraph = ({ statuses, links }: { statuses: VerdictStatus[]; links: [number, number][] }) => {
    const resources = statuses.map((_, index) => table({ name: `t${index}` }));
    const replicas = links.flatMap(([from, to]): Replica[] => {
      const [replica, source] = [resources[from], resources[to]];
      if (replica === undefined || source === undefined || from === to) return [];
      return [{ scope: home, mechanism: 'efs-replication', sourceArn: source.arn, replicaArn: replica.arn }];
    });
    const counted = ruleOf(Object.fromEntries(statuses.map((status, index) => [`t${index}`, status])));
    return { said: outcomes({ resources, replicas }, counted), judged: counted.judged() };
  };

  it('decide as following every link does, and nothing proves itself in a circle', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const { said } = judgeGraph(graph);
        graph.statuses.forEach((own, index) => {
          const reached = reachable(index, graph.links);
          const others = [...reached].map((each) => graph.statuses[each]);
          const expected =
            own !== 'fail' && own !== 'unknown'
              ? own
              : others.includes('pass')
                ? 'pass'
                : others.includes('unknown')
                  ? 'unknown'
                  : own;
          expect(said.get(`t${index}`)?.status).toBe(expected);
          const via = said.get(`t${index}`)?.data.via;
          if (said.get(`t${index}`)?.messageId === 'covered-by') {
            expect(graph.statuses[Number(String(via).slice(1))]).toBe('pass');
          }
        });
      }),
    );
  });

  it('judge no resource more than once', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        expect(judgeGraph(graph).judged).toBeLessThanOrEqual(graph.statuses.length);
      }),
    );
  });

  it('never turn unknown into fail, and one more protected source makes no verdict worse', () => {
    const rank: Readonly<Record<VerdictStatus, number>> = { fail: 0, unknown: 1, pass: 2, notApplicable: 2 };
    fc.assert(
      fc.property(graphs, fc.nat(5), (graph, at) => {
        const count = graph.statuses.length;
        const more = {
          statuses: [...graph.statuses, 'pass' as const],
          links: [...graph.links, [at % count, count] as [number, number]],
        };
        const [before, after] = [judgeGraph(graph).said, judgeGraph(more).said];
        graph.statuses.forEach((own, index) => {
          const [was, is] = [before.get(`t${index}`)?.status ?? 'fail', after.get(`t${index}`)?.status ?? 'fail'];
          expect(rank[is]).toBeGreaterThanOrEqual(rank[was]);
          if (own === 'unknown') expect(was).not.toBe('fail');
        });
      }),
    );
  });
});

function reachable(from: number, links: readonly (readonly [number, number])[]): ReadonlySet<number> {
  const reached = new Set<number>([from]);
  for (const each of reached) for (const [replica, source] of links) if (replica === each) reached.add(source);
  reached.delete(from);
  return reached;
}

it('200 volumes of one instance and 1,000 replicas of one source take no more dossiers than subjects', () => {
  const volumes = Array.from({ length: 200 }, (_, n) =>
    volume({
      name: `v${n}`,
      createdAt: web.createdAt ?? NOW,
      attachments: [{ instanceArn: web.arn, since: NOW - 90 * DAY }],
    }),
  );
  const source = table({ name: 'source' });
  const followers = Array.from({ length: 1000 }, (_, n) => table({ name: `r${n}` }));
  const replicas = followers.map((each): Replica => {
    return { scope: home, mechanism: 'efs-replication', sourceArn: source.arn, replicaArn: each.arn };
  });
  const counted = ruleOf({ source: 'pass' });
  const resources = [web, ...volumes, source, ...followers];
  const said = outcomes({ resources, replicas, points: [imageOf(1)] }, counted);
  expect([...said.values()].every(({ status }) => status === 'pass')).toBe(true);
  expect(counted.judged()).toBe(resources.length);
});
