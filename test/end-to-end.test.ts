import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { COLLECTORS, collect, resolveScopes } from '@backproof/aws';
import { POPULATION_KINDS } from '@backproof/core';
import type { Run } from '@backproof/core';
import { backupCoverage } from '@backproof/rule-backup-coverage';
import { crossAccountCopy } from '@backproof/rule-cross-account-copy';
import { replicationOnly } from '@backproof/rule-replication-only';
import { restoreTest } from '@backproof/rule-restore-test';
import { retentionTiers } from '@backproof/rule-retention-tiers';
import { demo, estates, partial, startSandbox } from '@backproof/sandbox';
import type { Estate, Sandbox } from '@backproof/sandbox';
import { backproof } from './support/cli.js';
import {
  COVERAGE,
  credentialsIn,
  labelled,
  ofCoverage,
  roleArn,
  scanArguments,
  scanByLibrary,
  verdictsOf,
} from './support/estate-scan.js';

let folder: string;
let sandbox: Sandbox | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backproof-'));
});
afterAll(() => rm(folder, { recursive: true }));
afterEach(() => sandbox?.close());

/** Lets the built command scan an estate over HTTP. */
async function scanEstate(estate: Estate, ...more: readonly string[]) {
  sandbox = await startSandbox({ world: estate.world });
  const files = { run: join(folder, `${estate.name}.json`), inventory: join(folder, `${estate.name}.ndjson.gz`) };
  const args = [...scanArguments(estate, sandbox), '--json', files.run, '--save-inventory', files.inventory, ...more];
  const result = await backproof(args, credentialsIn(sandbox));
  return { ...result, files, run: JSON.parse(await readFile(files.run, 'utf8')) as Run, requests: sandbox.requests };
}

describe('a scan of the demo estate', () => {
  it('reaches every label of coverage, names every failure with its reason, and can be repeated from its inventory', async () => {
    const { status, stdout, stderr, run, files } = await scanEstate(demo);
    expect(stderr).toMatch(/^(read \d{12} [a-z0-9-]+ with \d+ calls\n){4}$/);
    expect(ofCoverage(verdictsOf(run))).toEqual(ofCoverage(labelled(demo.labels)));
    expect(status).toBe(1);
    for (const outcome of run.outcomes.filter((each) => each.status === 'fail')) {
      expect(stdout).toContain(outcome.message);
      expect(stdout).toContain(outcome.subject.arn);
    }

    const again = join(folder, 'again.json');
    const evaluated = await backproof(['evaluate', files.inventory, '--json', again]);
    expect(evaluated).toEqual({ status: 1, stdout, stderr: '' });
    expect(await readFile(again, 'utf8')).toBe(await readFile(files.run, 'utf8'));
  });

  it('calls only what the collectors declare, and nothing that writes', async () => {
    const { run, requests } = await scanEstate(demo);
    const seen = new Set(requests.map(({ service, operation }) => `${service}:${operation}`));
    const known = [...declaredOperations(), ...SCOPE_OPERATIONS];
    expect([...seen].filter((operation) => !known.includes(operation))).toEqual([]);
    expect([...seen].filter((operation) => !/:(Describe|List|Get)[A-Z]|^sts:AssumeRole$/.test(operation))).toEqual([]);
    expect(run.calls.reduce((sum, { calls }) => sum + calls, 0)).toBe(requests.length);
  });
});

it.each([...estates.values()])(
  'every label of the estate $name holds, and coverage has no other verdict',
  async (estate) => {
    sandbox = await startSandbox({ world: estate.world });
    const rules = [backupCoverage, retentionTiers, crossAccountCopy, restoreTest, replicationOnly];
    const said = verdictsOf(await scanByLibrary(estate, sandbox, rules));
    const expected = labelled(estate.labels);
    expect(ofCoverage(said)).toEqual(ofCoverage(expected));
    expect(expected.filter((verdict) => !said.includes(verdict))).toEqual([]);
  },
);

it('a reading of everything calls every operation that the collectors declare', async () => {
  sandbox = await startSandbox({ world: demo.world });
  const { partition, accounts, regions, now } = demo.world;
  const scopes = await resolveScopes({
    endpointUrl: sandbox.url,
    credentials: sandbox.credentials,
    regions,
    roleArns: accounts.map(({ id }) => roleArn(partition, id)),
  });
  const { populations } = await collect({ scopes, populations: new Set(POPULATION_KINDS), takenAt: now });
  expect(populations.filter(({ status }) => status !== 'complete')).toEqual([]);
  const seen = sandbox.requests.map(({ service, operation }) => `${service}:${operation}`);
  expect([...new Set(seen)].filter((operation) => !SCOPE_OPERATIONS.includes(operation)).sort()).toEqual(
    declaredOperations(),
  );
});

describe('a scan of the partial estate', () => {
  it('by coverage reaches every label and ends incomplete, with what to grant', async () => {
    const { status, stdout, run } = await scanEstate(partial, '--rule', COVERAGE);
    expect(verdictsOf(run)).toEqual(ofCoverage(labelled(partial.labels)));
    expect(status).toBe(3);
    const denied = run.populations.flatMap((each) => (each.status === 'complete' ? [] : each.gaps));
    expect(denied.length).toBeGreaterThan(0);
    for (const { iamAction } of denied) expect(stdout).toContain(`Grant ${String(iamAction)}.`);
  });
});

/** What finds out who scans, and where. */
const SCOPE_OPERATIONS = ['ec2:DescribeRegions', 'sts:AssumeRole', 'sts:GetCallerIdentity'];

function declaredOperations(): readonly string[] {
  return Object.values(COLLECTORS)
    .flatMap(({ service, operations }) => Object.keys(operations).map((operation) => `${service}:${operation}`))
    .sort();
}
