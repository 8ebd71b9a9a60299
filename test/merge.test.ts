import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { canonicalJson } from '@backproof/core';
import { estates } from '@backproof/sandbox';
import type { Estate } from '@backproof/sandbox';
import { mergeRuns, REPORTERS } from 'backproof';
import type { Outcome, Run } from 'backproof';
import { backproof } from './support/cli.js';
import { RECOMMENDED_RULES, roleArn, scanWorld } from './support/estate-scan.js';

const rules = RECOMMENDED_RULES.map((rule) => ({ rule }));

/** The run of some accounts of an estate. */
async function runOf({ world }: Estate, accounts: readonly string[]): Promise<Run> {
  const roleArns = accounts.map((id) => roleArn(world.partition, id));
  return (await scanWorld(world, { rules, roleArns })).run;
}

function estateNamed(name: string): Estate {
  const estate = estates.get(name);
  if (estate === undefined) throw new Error(`no estate ${name}`);
  return estate;
}

const key = ({ ruleId, fingerprint }: Outcome): string => `${ruleId} ${fingerprint}`;

describe('the demo estate, scanned account by account', () => {
  const estate = estateNamed('demo');
  const accounts = estate.world.accounts.map(({ id }) => id);
  let folder: string;
  let whole: Run;
  let parts: readonly Run[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'backproof-merge-'));
    whole = await runOf(estate, accounts);
    parts = await Promise.all(accounts.map((id) => runOf(estate, [id])));
    await Promise.all(parts.map((run, i) => writeFile(join(folder, `${i}.json`), canonicalJson(run))));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const merged = (): Run => mergeRuns(parts.map((run, i) => ({ name: `${i}.json`, run })));

  it('has merged the outcomes of the whole: the same verdicts, or unknown where another account decides', () => {
    const verdicts = new Map(merged().outcomes.map((outcome) => [key(outcome), outcome.status]));
    expect([...verdicts.keys()].toSorted()).toEqual(whole.outcomes.map(key).toSorted());
    const wrong = whole.outcomes.filter((outcome) => {
      const status = verdicts.get(key(outcome));
      return status !== outcome.status && status !== 'unknown';
    });
    const said = new Map(merged().outcomes.map((outcome) => [key(outcome), `${outcome.status}: ${outcome.message}`]));
    expect(wrong.map((outcome) => [outcome.message, said.get(key(outcome))])).toEqual([]);
  });

  it('has the same scopes, lists, exclusions and counts of other sources', () => {
    const { scopes, populations, excluded, completeness } = merged();
    expect({ scopes, populations, excluded, completeness }).toEqual({
      scopes: whole.scopes,
      populations: whole.populations,
      excluded: whole.excluded,
      completeness: whole.completeness,
    });
  });

  it('is merged by the command into a run that reports are written of, with the exit code of its gate', async () => {
    const files = parts.map((_, i) => `${i}.json`);
    const { status, stderr } = await backproof(['merge', ...files, '--out', 'all.json'], {}, folder);
    expect([status, stderr]).toEqual([3, expect.stringMatching(/^Gate /)]);
    const text = await readFile(join(folder, 'all.json'), 'utf8');
    expect(text).toBe(`${canonicalJson(merged())}\n`);
    for (const reporter of REPORTERS) expect([...reporter.render(merged())].join('')).not.toBe('');
    const report = await backproof(['report', 'all.json', '--report', 'markdown=all.md'], {}, folder);
    expect([report.status, report.stderr]).toEqual([0, expect.stringMatching(/^wrote markdown/)]);
  });

  it('is refused twice, alone and with what was judged otherwise, by name', async () => {
    const refused = async (...files: readonly string[]): Promise<readonly unknown[]> => {
      const { status, stderr } = await backproof(['merge', ...files, '--out', 'none.json'], {}, folder);
      return [status, stderr.trim()];
    };
    const both = /^backproof: 0\.json and 0\.json both contain [0-9]{12}\/\S+\. Merge each once\.$/;
    expect(await refused('0.json', '0.json')).toEqual([2, expect.stringMatching(both)]);
    expect(await refused('0.json')).toEqual([2, 'backproof: one run is nothing to merge. Name two or more.']);
    const other = parts.map((run) => ({ ...run, rules: run.rules.map((rule) => ({ ...rule, severity: 'low' })) }));
    await writeFile(join(folder, 'other.json'), canonicalJson(other[1]));
    expect(await refused('0.json', 'other.json')).toEqual([
      2,
      'backproof: rule "backup-coverage" is not the same in 0.json and other.json: its settings differ.',
    ]);
  });
});
