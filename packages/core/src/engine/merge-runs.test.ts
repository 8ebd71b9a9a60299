import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson } from '../model/canonical.js';
import { defined } from '../model/defined.js';
import { DAY } from '../model/instant.js';
import { backupRule, NOW, plan, point, table, vault, volume } from '../model/records.fixture.js';
import { scopeKey } from '../model/scope.js';
import type { Scope } from '../model/scope.js';
import { defineRule } from '../rule/rule.js';
import type { Rule } from '../rule/rule.js';
import { baselineOf } from './baseline.js';
import { evaluate } from './evaluate.js';
import type { EvaluateRequest } from './evaluate-request.js';
import { inventoryOf } from './inventory.fixture.js';
import { mergeRuns, scopesNotScanned } from './merge-runs.js';
import { constantRule, metadata } from './rules.fixture.js';
import type { Run } from './run.js';

const SCOPES: readonly Scope[] = ['111111111111', '222222222222', '333333333333'].flatMap((accountId) =>
  ['eu-central-1', 'eu-west-1'].map((region) => ({ partition: 'aws', accountId, region })),
);

/** What one scope holds: so many volumes, each with so many recovery points. */
interface Held {
  readonly scope: Scope;
  readonly points: readonly number[];
  readonly isDenied: boolean;
  /** The number of another scope that a plan copies to. */
  readonly copiesTo?: number;
}

const anyEstate: fc.Arbitrary<readonly Held[]> = fc.subarray([...SCOPES], { minLength: 2 }).chain((scopes) =>
  fc.tuple(
    ...scopes.map((scope) =>
      fc.record({
        scope: fc.constant(scope),
        points: fc.array(fc.constantFrom(0, 0, 1, 2), { maxLength: 4 }),
        isDenied: fc.boolean(),
      }),
    ),
  ),
);

const backedUp = defineRule({
  ...metadata,
  id: 'backed-up',
  needs: { recoveryPoints: 'enough' },
  messages: {
    none: { status: 'fail', severity: 'high', text: '{name} has none.' },
    some: { status: 'pass', text: '{name} has {count}.' },
  },
  options: { schema: { type: 'object', additionalProperties: false }, defaults: {} },
  judge: ({ dossier: { resource, recoveryPoints }, pass, fail }) =>
    recoveryPoints.count === 0
      ? fail('none', { name: resource.name })
      : pass('some', { name: resource.name, count: recoveryPoints.count }),
});

/** The run of an estate, or of a part of it. */
function runOf(held: readonly Held[], settings: Partial<EvaluateRequest> = {}): Run {
  const vaultOf = (scope: Scope): string => `arn:aws:backup:${scope.region}:${scope.accountId}:backup-vault:main`;
  const denied = { operation: 'backup:ListRecoveryPointsByBackupVault', code: 'AccessDeniedException', message: 'no' };
  const inventory = inventoryOf({
    scopes: held.map(({ scope }) => scope),
    vaults: held.map(({ scope }) => vault({ scope, arn: vaultOf(scope) })),
    resources: held.flatMap(({ scope: { accountId, region }, points }) => [
      table({ accountId, region, arn: `arn:aws:dynamodb:${region}:${accountId}:table/orders` }),
      ...points.map((_, i) =>
        volume({ accountId, region, name: `v${i}`, arn: `arn:aws:ec2:${region}:${accountId}:volume/v${i}` }),
      ),
    ]),
    points: held.flatMap(({ scope, points }) =>
      points.flatMap((count, i) =>
        Array.from({ length: count }, (_, n) =>
          point({
            arn: `arn:aws:ec2:${scope.region}::snapshot/snap-${scope.accountId}-${i}-${n}`,
            vaultArn: vaultOf(scope),
            resourceArn: `arn:aws:ec2:${scope.region}:${scope.accountId}:volume/v${i}`,
            resourceType: 'EBS',
            createdAt: NOW - (n + 1) * DAY,
            deleteAt: NOW + (n - 1) * DAY,
          }),
        ),
      ),
    ),
    populations: held.flatMap(({ scope, isDenied }) =>
      isDenied
        ? [
            {
              ...{ kind: 'recoveryPoints', scope, of: vaultOf(scope), count: 0, pages: 0 },
              ...{ status: 'unavailable', gaps: [denied] },
            } as const,
          ]
        : [],
    ),
    backupPlans: held.flatMap(({ scope, copiesTo }) => {
      const target = SCOPES[copiesTo ?? NaN];
      if (target === undefined) return [];
      const copyActions = [{ destinationVaultArn: vaultOf(target), lifecycle: {} }];
      return [plan({ scope, arn: `${vaultOf(scope)}-plan`, rules: [backupRule({ copyActions })] })];
    }),
    calls: held.map(({ scope }) => ({ scope, operation: 'backup:ListBackupVaults', calls: 2, retries: 1 })),
    accounts: SCOPES.map(({ partition, accountId }) => ({
      ...{ partition, accountId, name: `account ${accountId}` },
      ...(!held.some(({ scope }) => scope.accountId === accountId) && { leftOut: 'excluded' }),
    })).filter(({ accountId }, i, all) => all.findIndex((each) => each.accountId === accountId) === i),
  });
  const rules = [{ rule: backedUp }, { rule: constantRule('notApplicable') }];
  return evaluate({ inventory, rules, now: NOW, tool: { name: 'backproof', version: '1.0.0' }, ...settings });
}

/** What a run says: all but the names of what it was made from. */
function said({ id: _, parts: __, inventory: { sha256: ___, ...inventory }, ...run }: Run): string {
  return canonicalJson({ ...run, inventory });
}

const named = (runs: readonly Run[]) => runs.map((run, i) => ({ name: `${i}.json`, run }));

/** An estate, and the part that each of its scopes belongs to. */
const anySplit = anyEstate.chain((held) =>
  fc.record({
    held: fc.constant(held),
    partOf: fc.array(fc.nat(3), { minLength: held.length, maxLength: held.length }),
    settings: fc.record({ baseline: fc.boolean(), waived: fc.boolean() }),
    order: fc.array(fc.nat(), { minLength: 4, maxLength: 4 }),
    copiesTo: fc.array(fc.nat(SCOPES.length), { minLength: held.length, maxLength: held.length }),
  }),
);

function partsOf(held: readonly Held[], partOf: readonly number[]): readonly (readonly Held[])[] {
  return [0, 1, 2, 3].map((part) => held.filter((_, i) => partOf[i] === part)).filter(({ length }) => length > 0);
}

describe('runs of parts of an estate', () => {
  it('say merged what the run of the whole says, however it was cut', () => {
    fc.assert(
      fc.property(anySplit, ({ held, partOf, settings: { baseline, waived } }) => {
        const settings: Partial<EvaluateRequest> = {
          ...(baseline && { baseline: baselineOf(runOf(held.map((each) => ({ ...each, points: [0, 0, 0] })))) }),
          waivers: waived
            ? ['volume/v0', 'volume/v3', 'nothing'].map((end) => ({
                ...{ id: end, rule: 'backed-up', resources: [`*:${end}`], reason: 'r', owner: 'o', approvedBy: 'a' },
                expires: NOW + (end === 'volume/v3' ? -DAY : DAY),
              }))
            : [],
        };
        const merged = mergeRuns(named(partsOf(held, partOf).map((part) => runOf(part, settings))));
        expect(said(merged)).toBe(said(runOf(held, settings)));
      }),
      { numRuns: 60 },
    );
  });

  it('give one run in whatever order they are merged, and whichever of them were merged before', () => {
    fc.assert(
      fc.property(anySplit, ({ held, partOf, order, copiesTo }) => {
        const copied = held.map((each, i) => ({ ...each, ...defined({ copiesTo: copiesTo[i] }) }));
        const baseline = baselineOf(runOf(held));
        const runs = partsOf(copied, partOf).map((part) => runOf(part, { baseline }));
        const shuffled = runs
          .map((run, i) => [order[i] ?? 0, run] as const)
          .toSorted(([a], [b]) => a - b)
          .map(([, run]) => run);
        const [first, ...others] = shuffled;
        if (first === undefined) return;
        const oneByOne = others.reduce((merged, run) => mergeRuns(named([run, merged])), first);
        expect(canonicalJson(oneByOne)).toBe(canonicalJson(mergeRuns(named(runs))));
      }),
      { numRuns: 60 },
    );
  });
});

describe('what one part judged without evidence that another one has', () => {
  const [source, target] = SCOPES;
  if (source === undefined || target === undefined) throw new Error('no scopes');
  const copying: Held = { scope: source, points: [0, 1], isDenied: false, copiesTo: 1 };
  const copies: Held = { scope: target, points: [0], isDenied: false };

  it('is unknown once they are merged: its failures, and passes that rest on all', () => {
    const all: Rule = { ...backedUp, id: 'all', needs: { recoveryPoints: 'all' } };
    const rules = [{ rule: backedUp }, { rule: all }];
    const runs = [runOf([copying], { rules }), runOf([copies], { rules })];
    const { outcomes, elsewhere, baseline } = mergeRuns(named(runs));
    const told = outcomes.map(({ ruleId, status, messageId, subject: { region, name } }) =>
      [ruleId, region, name, status, ...(messageId === 'judged-apart' ? ['apart'] : [])].join(' '),
    );
    expect(told).toEqual([
      ...[
        'all eu-central-1 orders unknown apart',
        'all eu-central-1 v0 unknown apart',
        'all eu-central-1 v1 unknown apart',
      ],
      ...['all eu-west-1 orders fail', 'all eu-west-1 v0 fail'],
      ...['backed-up eu-central-1 orders unknown apart', 'backed-up eu-central-1 v0 unknown apart'],
      ...['backed-up eu-central-1 v1 pass', 'backed-up eu-west-1 orders fail', 'backed-up eu-west-1 v0 fail'],
    ]);
    expect([elsewhere, baseline]).toEqual([[], undefined]);
    const { elsewhere: _, ...earlier } = runs[1] ?? runOf([copies]);
    expect(() => mergeRuns(named([runOf([copying], { rules }), earlier]))).toThrow('an earlier version wrote it');
  });
});

describe('what cannot be merged is refused by name', () => {
  const [one, two] = SCOPES.map((scope) => ({ scope, points: [0], isDenied: false }));
  const held = (each = one): readonly Held[] => (each === undefined ? [] : [each]);
  const a = runOf(held());
  const merge = (b: Run) => () =>
    mergeRuns([
      { name: 'a.json', run: a },
      { name: 'b.json', run: b },
    ]);
  const other = runOf(held(two));

  it.each<[what: string, run: Run, message: string]>([
    ['a scope twice', a, 'a.json and b.json both contain 111111111111/eu-central-1. Merge each once.'],
    [
      'another version',
      runOf(held(two), { tool: { name: 'backproof', version: '1.1.0' } }),
      'a.json was written by backproof 1.0.0, b.json was written by backproof 1.1.0. Scan all with one version.',
    ],
    [
      'a rule less',
      runOf(held(two), { rules: [{ rule: backedUp }] }),
      'rule "constant" judged in a.json, but not in b.json. Use one configuration.',
    ],
    [
      'a rule more',
      runOf(held(two), {
        rules: [
          { rule: backedUp },
          { rule: constantRule('notApplicable') },
          { rule: constantRule('pass', {}, 'more') },
        ],
      }),
      'rule "more" judged in b.json, but not in a.json. Use one configuration.',
    ],
    [
      'another version of a rule',
      { ...other, rules: other.rules.map((rule) => ({ ...rule, version: '2.0.0' })) },
      'rule "backed-up" is not the same in a.json and b.json: version 1.0.0 and 2.0.0.',
    ],
    [
      'another severity',
      runOf(held(two), { rules: [{ rule: backedUp, severity: 'low' }, { rule: constantRule('notApplicable') }] }),
      'rule "backed-up" is not the same in a.json and b.json: its settings differ.',
    ],
    [
      'other subjects',
      runOf(held(two), { subjects: { types: ['EBS'] } }),
      'a.json and b.json were judged with different settings: subjects, waivers, baseline or gate. Use one configuration.',
    ],
    [
      'another day',
      runOf(held(two), { now: NOW + DAY }),
      'a.json is as of 2026-11-22, b.json is as of 2026-11-23. Judge all as of one day: backproof evaluate INVENTORY --now TIME.',
    ],
    [
      'another schema of inventories',
      { ...other, inventory: { ...other.inventory, schemaVersion: 1 } },
      `a.json was judged from an inventory of schema ${a.inventory.schemaVersion}, b.json was judged from an inventory of schema 1. Scan all with one version.`,
    ],
  ])('%s', (_, run, message) => {
    expect(merge(run)).toThrow(message);
  });

  it('nothing at all', () => {
    expect(() => mergeRuns([])).toThrow('no run to merge');
  });
});

it('names the scopes that are missing', () => {
  const [, ...others] = SCOPES.filter(({ accountId }) => accountId !== '333333333333');
  const run = runOf(others.map((scope) => ({ scope, points: [], isDenied: false })));
  expect(scopesNotScanned(run).map(scopeKey)).toEqual(['111111111111/eu-central-1']);
});
