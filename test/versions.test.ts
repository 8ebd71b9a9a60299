import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inventoryHash, RUN_SCHEMA_VERSION, sha256 } from '@backproof/core';
import {
  auditLedger,
  evaluate,
  openInventory,
  openLedger,
  quarterNamed,
  readHistory,
  recordRun,
  REPORTERS,
  RULES,
  saveInventory,
  verifyLedger,
} from 'backproof';
import type { ActiveRule, Audit, Baseline, Run } from 'backproof';
import { backproof } from './support/cli.js';
import { scanAt, SCANS } from './support/quarter.js';

/** What version 0.1.0 wrote of two estates; the README there says how. */
const V1 = join(import.meta.dirname, 'fixtures/v1');
const QUARTER = join(V1, 'quarter');

/** The rules of version 0.1.0. */
const RULE_IDS = ['backup-coverage', 'cross-account-copy', 'replication-only', 'restore-test', 'retention-tiers'];

/** The newest manifest of the ledger, as the build log of that day would have it. */
const HEAD = 'aad402da277ecc03ce454722ebc4bac6586a1b303fdc36da3bc87710324bdcc3';

/** The exceptions of the quarter as version 0.1.0 told them: since which run each is known, and which saw its end. */
const EXCEPTIONS = [
  'backup-coverage kiosk-db 08-09 08-23',
  'backup-coverage orders 07-26 08-02',
  'backup-coverage wiki 07-05 09-06',
  'cross-account-copy invoices 08-09 08-23',
  'cross-account-copy kiosk-db 08-09 08-23',
  'cross-account-copy orders 07-26 08-02',
  'cross-account-copy wiki 07-05 09-06',
  'replication-only kiosk-db 08-09 08-23',
  'restore-test accounts-db 09-20 09-27',
  'restore-test archive 09-06 ',
  'restore-test contracts 09-13 09-20',
  'restore-test wiki 09-06 09-13',
  'retention-tiers kiosk-db 08-09 09-06',
  'retention-tiers orders 07-26 08-09',
  'retention-tiers wiki 07-05 09-20',
];

let folder: string;

const inFolder = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backproof-versions-'));
  await cp(V1, inFolder('v1'), { recursive: true });
  await writeFile(inFolder('v1/demo/run.json'), gunzipSync(await readFile(join(V1, 'demo/run.json.gz'))));
});
afterAll(() => rm(folder, { recursive: true }));

async function readJson<Document>(name: string): Promise<Document> {
  return JSON.parse(await readFile(inFolder(name), 'utf8')) as Document;
}

const recordedRun = (estate: string) => readJson<Run>(`v1/${estate}/run.json`);
const inventoryPath = (estate: string) => join(V1, estate, 'inventory.ndjson.gz');
const linesOf = async (path: string): Promise<string> => gunzipSync(await readFile(path)).toString();

describe.each([
  ['demo', []],
  ['quarter', ['--ledger', 'ledger']],
])('the inventory of %s', (estate, memory) => {
  it('has the hash that its run recorded, and is saved as it was', async () => {
    const inventory = await openInventory(inventoryPath(estate));
    expect(inventory.schemaVersion).toBe(1);
    expect(inventoryHash(inventory)).toBe((await recordedRun(estate)).inventory.sha256);
    await saveInventory(inFolder('again.gz'), inventory);
    expect(await linesOf(inFolder('again.gz'))).toBe(await linesOf(inventoryPath(estate)));
  });

  it('is judged by this version as an auditor would do it: no finding of its baseline is reopened', async () => {
    const recorded = await recordedRun(estate);
    const { findings } = await readJson<Baseline>(`v1/${estate}/baseline.json`);
    const args = [...memory, '--now', recorded.now, '--baseline', 'baseline.json', '--json', 'today.json'];
    const rules = RULE_IDS.flatMap((id) => ['--rule', id]);
    const { stderr } = await backproof(
      ['evaluate', 'inventory.ndjson.gz', ...args, ...rules],
      {},
      inFolder(`v1/${estate}`),
    );
    expect(stderr).toBe('');
    const today = await readJson<Run>(`v1/${estate}/today.json`);
    expect(today.schemaVersion).toBe(RUN_SCHEMA_VERSION);
    expect(today.inventory).toEqual(recorded.inventory);
    expect(today.baseline).toMatchObject({ runId: recorded.id, findings: findings.length, newFindings: 0 });
    const known = new Set(recorded.outcomes.map(({ fingerprint }) => fingerprint));
    const again = today.outcomes.filter(({ fingerprint }) => known.has(fingerprint));
    expect(again.map(({ fingerprint }) => fingerprint)).toEqual(
      recorded.outcomes.map(({ fingerprint }) => fingerprint),
    );
    // Whether a volume goes with its instance was not read then: such volumes are judged now, and never failed.
    const others = today.outcomes.filter(({ fingerprint }) => !known.has(fingerprint));
    expect(others.filter(({ status, subject }) => status === 'fail' || subject.type !== 'EBS')).toEqual([]);
  });
});

describe('an inventory of version 0.1.0', () => {
  it('lacks what came later, which was not read', async () => {
    const { resources, vaults, populations } = await openInventory(inventoryPath('demo'));
    const attachments = resources.flatMap((each) => (each.type === 'EBS' ? each.attachments : []));
    expect(attachments).toHaveLength(8);
    expect(attachments.flatMap((attachment) => Object.keys(attachment))).toEqual(attachments.map(() => 'instanceArn'));
    expect([...resources, ...vaults].filter(({ state }) => state !== undefined)).toEqual([]);
    expect(populations.filter(({ kind }) => kind === 'legalHolds')).toEqual([]);
  });

  it('is no proof that there is no backup of a kind that it was not asked for', async () => {
    const inventory = await openInventory(inventoryPath('demo'));
    const { outcomes } = evaluate(inventory, { rules: await laterRules() });
    const ofTables = outcomes.filter(
      ({ ruleId, subject }) => ruleId === 'backup-coverage' && subject.type === 'DynamoDB',
    );
    expect(new Set(ofTables.map(({ status }) => status))).toEqual(new Set(['pass', 'unknown']));
    const unknown = ofTables.find(({ status }) => status === 'unknown');
    expect(unknown?.gaps[0]).toMatchObject({ operation: 'nativeBackups', code: 'NotCollected' });
  });

  it('keeps its hash under other criteria, and the run says that these are others', async () => {
    const recorded = await recordedRun('quarter');
    const inventory = await openInventory(inventoryPath('quarter'));
    const today = evaluate(inventory, { rules: await laterRules(), now: Date.parse(recorded.now) });
    expect(today.inventory).toEqual(recorded.inventory);
    expect(today.settings.sha256).not.toBe(recorded.settings.sha256);
    expect(today.id).not.toBe(recorded.id);
  });
});

it('a finding is known by its rule and the ARN, in every version', async () => {
  const { findings } = await readJson<Baseline>('v1/demo/baseline.json');
  expect(findings.length).toBeGreaterThan(100);
  const { outcomes } = await recordedRun('demo');
  for (const { ruleId, subject, fingerprint } of [...findings, ...outcomes]) {
    expect(fingerprint).toBe(sha256([`${ruleId}\n${subject.arn}`]));
  }
});

describe.each(['demo', 'quarter'])('the run of %s', (estate) => {
  it.each(REPORTERS.map(({ id }) => id))('is reported as %s', async (id) => {
    const inFull = id === 'terminal' ? ['--report-option', 'terminal.verbose=true'] : [];
    const report = ['--report', `${id}=${inFolder(`run.${id}`)}`, ...inFull];
    const { status } = await backproof(['report', inFolder(`v1/${estate}/run.json`), ...report]);
    expect(status).toBe(0);
    // Metrics are counts: they name no resource.
    const named = id === 'openmetrics' ? 'rule="backup-coverage"' : 'archive';
    expect(await readFile(inFolder(`run.${id}`), 'utf8')).toContain(named);
  });

  it('has the newest form as JSON, and its id and outcomes as they were', async () => {
    await backproof(['report', inFolder(`v1/${estate}/run.json`), '--report', `json=${inFolder('newest.json')}`]);
    const { schemaVersion, ...recorded } = await recordedRun(estate);
    expect(schemaVersion).toBe(2);
    const newest = await readJson<Run>('newest.json');
    expect(newest).toMatchObject(recorded);
    expect(newest.outcomes).toEqual(recorded.outcomes);
    expect(newest.schemaVersion).toBe(RUN_SCHEMA_VERSION);
  });

  it('is as good a baseline as the one that was written', async () => {
    const { findings, runId } = await readJson<Baseline>(`v1/${estate}/baseline.json`);
    const rules = RULE_IDS.flatMap((id) => ['--rule', id]);
    const compared = ['--baseline', inFolder(`v1/${estate}/run.json`), '--json', inFolder('compared.json')];
    await backproof(['evaluate', inventoryPath(estate), ...rules, ...compared]);
    const { baseline } = await readJson<Run>('compared.json');
    expect(baseline).toMatchObject({ runId, findings: findings.length });
  });
});

describe('the ledger of version 0.1.0', () => {
  it('is intact, up to the head that was kept', async () => {
    expect(await verifyLedger(join(QUARTER, 'ledger'), { head: HEAD })).toMatchObject({
      faults: [],
      manifests: 13,
      head: { number: 13, sha256: HEAD },
    });
  });

  it('is audited: the exceptions of its quarter are those that were told then', async () => {
    const audit = await auditOf(join(QUARTER, 'ledger'));
    expect(audit.integrity).toMatchObject({ intact: true, manifests: 13 });
    expect(audit.runs.at(-1)?.inventorySha256).toBe((await recordedRun('quarter')).inventory.sha256);
    expect(exceptionsIn(audit)).toEqual(EXCEPTIONS);
    expect(audit.exceptions.filter(({ closed }) => closed?.criteriaChanged === true)).toEqual([]);
  });

  it('goes on with a run of other criteria: that is said, and reopens nothing', async () => {
    const ledger = inFolder('twelve');
    await cp(join(QUARTER, 'ledger'), ledger, { recursive: true });
    await dropNewest(ledger);
    const inventory = await openInventory(inventoryPath('quarter'));
    const { takenAt: now } = inventory;
    const history = [await readHistory(ledger, now)];
    await recordRun(ledger, inventory, evaluate(inventory, { rules: await laterRules(), now, history }));
    const audit = await auditOf(ledger);
    expect(audit.integrity).toMatchObject({ intact: true, manifests: 13 });
    expect(exceptionsIn(audit)).toEqual(EXCEPTIONS);
    const changed = audit.exceptions.filter(({ closed }) => closed?.criteriaChanged === true);
    expect(changed.map(({ ruleId, name }) => `${ruleId} ${name}`)).toEqual(['restore-test accounts-db']);
  });

  it('goes on with a scan of this version, and reopens nothing', async () => {
    const ledger = inFolder('fourteen');
    await cp(join(QUARTER, 'ledger'), ledger, { recursive: true });
    await scanAt(Date.parse('2026-09-30T12:00:00Z'), { ledger });
    const audit = await auditOf(ledger);
    expect(audit.integrity).toMatchObject({ intact: true, manifests: 14 });
    expect(exceptionsIn(audit).filter((line) => RULE_IDS.includes(line.split(' ')[0] ?? ''))).toEqual(EXCEPTIONS);
  });
});

/** The rules of version 0.1.0 as a later version may have them: judging alike, and by another version of theirs. */
async function laterRules(): Promise<readonly ActiveRule[]> {
  const { rules } = await readJson<{ rules: Record<string, [string, object]> }>('v1/quarter/backproof.config.json');
  return RULES.filter(({ id }) => RULE_IDS.includes(id)).map((rule) => ({
    rule: { ...rule, version: '99.0.0' },
    options: rules[rule.id]?.[1] ?? {},
  }));
}

function auditOf(ledger: string): Promise<Audit> {
  const period = quarterNamed('2026-Q3');
  if (period === undefined) throw new Error('there is no third quarter');
  const tool = { name: 'backproof', version: '99.0.0' };
  return auditLedger(ledger, { period, frameworks: [], cadenceMs: (SCANS[1] ?? 0) - (SCANS[0] ?? 0), tool });
}

function exceptionsIn({ exceptions }: Audit): readonly string[] {
  return exceptions
    .map(({ ruleId, name, opened, closed }) => [ruleId, name, dayOf(opened.at), dayOf(closed?.at)].join(' '))
    .sort();
}

function dayOf(moment = ''): string {
  return moment.slice(5, 10);
}

/** Leaves a ledger as it was before its newest manifest. */
async function dropNewest(ledger: string): Promise<void> {
  const newest = (await openLedger(ledger)).manifests.at(-1);
  for (const { path } of newest?.parts ?? []) await rm(join(ledger, path));
  await rm(join(ledger, '_manifests/000000000013.json'));
}
