import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { collect, resolveScopes, SERVICES } from '@backproof/aws';
import { groupBy, POPULATION_KINDS } from '@backproof/core';
import type { PopulationKind, Run } from '@backproof/core';
import { demo, partial, startSandbox } from '@backproof/sandbox';
import type { Estate } from '@backproof/sandbox';
import { backproof } from './support/cli.js';
import { credentialsIn, roleArn, scanArguments, unmetLabels, UNPACED } from './support/estate-scan.js';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backproof-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Enough columns for each message on a line of its own. */
const WIDE = { COLUMNS: '1000' };

/** Lets the built command scan an estate over HTTP, by all rules as they come. */
async function scanEstate(estate: Estate) {
  const sandbox = await startSandbox({ world: estate.world });
  const files = { run: join(folder, `${estate.name}.json`), inventory: join(folder, `${estate.name}.ndjson.gz`) };
  const args = [
    ...scanArguments(estate, sandbox),
    '--json',
    files.run,
    '--save-inventory',
    files.inventory,
    '--verbose',
  ];
  const result = await backproof(args, { ...credentialsIn(sandbox), ...WIDE });
  await sandbox.close();
  return { ...result, files, run: JSON.parse(await readFile(files.run, 'utf8')) as Run, requests: sandbox.requests };
}

describe('a scan of the demo estate', () => {
  let scanned: Awaited<ReturnType<typeof scanEstate>>;

  beforeAll(async () => {
    scanned = await scanEstate(demo);
  });

  it('reaches every label, names every finding with its reason, ends as the README says and can be repeated from its inventory', async () => {
    const { status, stdout, stderr, run, files } = scanned;
    expect(stderr).toMatch(/^(read \d{12} [a-z0-9-]+ with \d+ calls\n){4}$/);
    expect(unmetLabels(demo, run)).toEqual([]);
    expect(status).toBe(3);
    const open = run.outcomes.filter((each) => each.status === 'fail' || each.status === 'unknown');
    for (const group of groupBy(open, ({ ruleId, messageId }) => `${ruleId} ${messageId}`).values()) {
      for (const { subject, messageId, message } of group.slice(0, 1)) {
        expect(stdout).toContain(`  ${messageId}: ${group.length} resource`);
        expect(stdout).toContain(message);
        expect(stdout).toContain(subject.arn);
      }
    }

    const readme = await readFile(join(import.meta.dirname, '../README.md'), 'utf8');
    const answer = await backproof(['evaluate', files.inventory], { COLUMNS: '100' });
    expect(readme).toContain(answer.stdout);

    const again = join(folder, 'again.json');
    const evaluated = await backproof(['evaluate', files.inventory, '--json', again, '--verbose'], WIDE);
    expect(evaluated).toEqual({ status: 3, stdout, stderr: '' });
    expect(await readFile(again, 'utf8')).toBe(await readFile(files.run, 'utf8'));
  });

  it('calls only what the collectors declare, and nothing that writes', () => {
    const { run, requests } = scanned;
    const seen = new Set(requests.map(({ service, operation }) => `${service}:${operation}`));
    const known = [...declaredOperations(), ASSUME_ROLE];
    expect([...seen].filter((operation) => !known.includes(operation))).toEqual([]);
    expect(
      [...seen].filter((operation) => !/:(Describe|List|Get|Select|Lookup)[A-Z]|^sts:AssumeRole$/.test(operation)),
    ).toEqual([]);
    expect(run.calls.reduce((sum, { calls }) => sum + calls, 0)).toBe(requests.length);
  });
});

it('a reading of everything, once more by an aggregator, and of an organization, calls every operation that the collectors declare', async () => {
  const sandbox = await startSandbox({ world: demo.world, throttles: false });
  const { url: endpointUrl, credentials } = sandbox;
  const { partition, accounts, regions, now } = demo.world;
  const roleArns = accounts.map(({ id }) => roleArn(partition, id));
  const readWhole = async (kinds: readonly PopulationKind[], configAggregator?: { readonly name: string }) => {
    const scopes = await resolveScopes({ endpointUrl, credentials, regions, roleArns, configAggregator });
    const { populations } = await collect({ scopes, populations: new Set(kinds), takenAt: now, limits: UNPACED });
    expect(populations.filter(({ status }) => status !== 'complete')).toEqual([]);
  };
  await readWhole(POPULATION_KINDS);
  await readWhole(['resourceCounts'], { name: 'company' });
  await resolveScopes({ endpointUrl, credentials, regions, organization: { organizationalUnits: ['r-sbox'] } });
  await sandbox.close();
  const seen = sandbox.requests.map(({ service, operation }) => `${service}:${operation}`);
  const declared = declaredOperations().filter((operation) => operation !== WITHOUT_ENDPOINT);
  expect([...new Set(seen)].filter((operation) => operation !== ASSUME_ROLE).sort()).toEqual(declared);
});

describe('a scan of the partial estate', () => {
  it('reaches every label and ends incomplete, with what to grant', async () => {
    const { status, stdout, run } = await scanEstate(partial);
    expect(unmetLabels(partial, run)).toEqual([]);
    expect(status).toBe(3);
    const denied = run.populations.flatMap((each) => (each.status === 'complete' ? [] : each.gaps));
    expect(denied.length).toBeGreaterThan(0);
    for (const { iamAction } of denied) expect(stdout).toContain(`Grant ${String(iamAction)}.`);
  });
});

/** The SDK's own provider assumes roles. */
const ASSUME_ROLE = 'sts:AssumeRole';

/** Called only where no endpoint is given. */
const WITHOUT_ENDPOINT = 'timestream:DescribeEndpoints';

function declaredOperations(): readonly string[] {
  return SERVICES.flatMap(({ name, operations }) =>
    Object.keys(operations).map((operation) => `${name}:${operation}`),
  ).sort();
}
