import { readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, it } from '@jest/globals';
import fc from 'fast-check';
import { always, expectDocumented, run, useFolder } from './fuzz.fixture.js';
import { damaged, damages, mutated, mutations } from './mutations.fixture.js';

const inFolder = useFolder();
const [CLEAN, BASELINE, MUTATED, INVENTORY] = ['run', 'baseline', 'mutated', 'i.gz'].map(inFolder) as [
  string,
  string,
  string,
  string,
];
const REPORTS = ['json', 'junit', 'sarif', 'html', 'markdown', 'csv', 'asff', 'ocsf', 'openmetrics'].flatMap((id) => [
  '--report',
  `${id}=${inFolder(`report.${id}`)}`,
]);

beforeAll(async () => {
  await run([
    'scan',
    '--sandbox',
    'china',
    '--save-inventory',
    INVENTORY,
    '--json',
    CLEAN,
    '--write-baseline',
    BASELINE,
  ]);
});

const changed = (path: string, change: readonly Parameters<typeof mutated>[1][]): string =>
  JSON.stringify(change.reduce<unknown>(mutated, JSON.parse(readFileSync(path, 'utf8'))));

const changes = fc.array(mutations, { minLength: 1, maxLength: 2 });

describe('a run', () => {
  it('that was changed is reported or refused', async () => {
    await always(changes, async (change) => {
      writeFileSync(MUTATED, changed(CLEAN, change));
      expectDocumented(await run(['report', MUTATED, ...REPORTS]), [0, 2]);
    });
  });

  it('that is damaged is reported or refused', async () => {
    await always(damages, async (damage) => {
      writeFileSync(MUTATED, damaged(readFileSync(CLEAN), damage));
      expectDocumented(await run(['report', MUTATED, '--report', `json=${inFolder('report.json')}`]), [0, 2]);
    });
  });
});

describe('a baseline', () => {
  const judge = (baseline: string) =>
    run(['evaluate', INVENTORY, '--unknown', 'allow', '--fail-on', 'low', '--baseline', baseline]);

  it('that lacks a finding lets nothing pass, however else it was changed', async () => {
    await always(fc.tuple(fc.nat(), changes), async ([left, change]) => {
      const { findings, ...rest } = JSON.parse(readFileSync(BASELINE, 'utf8')) as {
        readonly findings: readonly unknown[];
      };
      const lacking = findings.toSpliced(left % findings.length, 1);
      writeFileSync(MUTATED, JSON.stringify(change.reduce<unknown>(mutated, { ...rest, findings: lacking })));
      expectDocumented(await judge(MUTATED), [1, 2, 3]);
    });
  });

  it('that is damaged, or made of a run that was changed, is used or refused', async () => {
    await always(fc.tuple(damages, changes), async ([damage, change]) => {
      writeFileSync(MUTATED, damaged(readFileSync(BASELINE), damage));
      expectDocumented(await judge(MUTATED), [0, 1, 2, 3]);
      writeFileSync(MUTATED, changed(CLEAN, change));
      expectDocumented(await judge(MUTATED), [0, 1, 2, 3]);
    });
  });
});
