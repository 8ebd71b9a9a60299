import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Inventory, PopulationKind } from '@backproof/core';
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { collect } from './collect.js';
import type { CollectOptions } from './collect.js';
import { accessTo, gapsOf, populationLines, takenAt } from './collecting.fixture.js';
import nock from './nock.fixture.js';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

let server: Server | undefined;

// Requests are given up here, some while they connect: only Node's own sockets hear every error then.
beforeAll(() => {
  nock.restore();
});
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** Starts an endpoint that answers like this. */
async function endpoint(answer: Answer): Promise<string> {
  const started = createServer(answer);
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${String((started.address() as AddressInfo).port)}`;
}

async function readFrom(
  answer: Answer,
  kinds: readonly PopulationKind[],
  more: Pick<CollectOptions, 'limits' | 'deadline'>,
): Promise<Inventory> {
  const { connection, ...access } = accessTo();
  const scopes = [{ ...access, connection: { ...connection, endpointUrl: await endpoint(answer) } }];
  return collect({ scopes, populations: new Set(kinds), takenAt, ...more });
}

const json = (response: ServerResponse, body: object, status = 200) => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};
const silence: Answer = () => undefined;
const codesOf = ({ populations }: Inventory) => populations.flatMap((each) => gapsOf(each).map(({ code }) => code));
const callsOf = ({ calls }: Inventory, operation: string) => calls.find((each) => each.operation === operation)?.calls;

describe('a call', () => {
  it('that gets no answer ends in the time that it has', async () => {
    const inventory = await readFrom(silence, ['vaults'], { limits: { callMs: 200 } });
    expect(populationLines(inventory)).toEqual(['vaults unavailable 0']);
    expect(gapsOf(inventory.populations[0])).toMatchObject([
      { operation: 'backup:ListBackupVaults', code: 'CallTimeout', message: 'no complete answer within 0.2 s' },
    ]);
  });

  it('whose answer comes byte by byte ends, and is asked again', async () => {
    let requests = 0;
    const trickle: Answer = (_request, response) => {
      if (++requests > 1) {
        json(response, { BackupVaultList: [] });
        return;
      }
      response.writeHead(200, { 'content-type': 'application/json' });
      const timer = setInterval(() => response.write(' '), 5);
      response.on('close', () => {
        clearInterval(timer);
      });
    };
    const inventory = await readFrom(trickle, ['vaults'], { limits: { attemptMs: 60 } });
    expect(populationLines(inventory)).toEqual(['vaults complete 0']);
    expect(requests).toBeGreaterThan(1);
  });
});

describe('an operation', () => {
  const plans = Array.from({ length: 40 }, (_, id) => ({ BackupPlanId: `plan-${String(id)}` }));

  it('that fails again and again is skipped, in one gap that says so', async () => {
    const type = 'InternalServerError';
    const answer: Answer = ({ url = '' }, response) => {
      if (url.startsWith('/backup/plans?')) json(response, { BackupPlansList: plans });
      else response.writeHead(500, { 'x-amzn-errortype': type }).end('{}');
    };
    const inventory = await readFrom(answer, ['backupPlans'], { limits: { attempts: 1, failedCalls: 3 } });
    const gaps = gapsOf(inventory.populations[0]).map(({ operation, code, message }) => [operation, code, message]);
    expect(gaps.sort()).toEqual([
      ['backup:GetBackupPlan', type, expect.any(String)],
      [
        'backup:GetBackupPlan',
        'SkippedCalls',
        expect.stringMatching(/^3\d calls skipped because 3 calls in a row failed/),
      ],
    ]);
    expect(callsOf(inventory, 'backup:GetBackupPlan')).toBeLessThan(10);
  });

  it('that is denied is asked for each item: a refusal costs one request', async () => {
    const answer: Answer = ({ url = '' }, response) => {
      if (url.startsWith('/backup/plans?')) json(response, { BackupPlansList: plans });
      else response.writeHead(403, { 'x-amzn-errortype': 'AccessDeniedException' }).end('{}');
    };
    const inventory = await readFrom(answer, ['backupPlans'], { limits: { attempts: 1 } });
    expect(codesOf(inventory)).toEqual(['AccessDeniedException']);
    expect(callsOf(inventory, 'backup:GetBackupPlan')).toBe(40);
  });
});

describe('a scope', () => {
  const onlyVaults: Answer = ({ url = '' }, response) => {
    if (url.startsWith('/backup-vaults')) json(response, { BackupVaultList: [] });
  };

  it('ends when it gets no answers for too long, and keeps those that it got', async () => {
    const inventory = await readFrom(onlyVaults, ['vaults', 'copyJobs'], { limits: { stalledMs: 1000 } });
    expect(populationLines(inventory)).toEqual(['copyJobs unavailable 0', 'vaults complete 0']);
    expect(gapsOf(inventory.populations[0])).toMatchObject([{ operation: 'backup:ListCopyJobs', code: 'NoProgress' }]);
  });

  it('ends at the deadline, each operation with a gap of its own', async () => {
    const deadline = new AbortController();
    const answer: Answer = (request, response) => {
      onlyVaults(request, response);
      if (request.url?.startsWith('/copy-jobs') === true) deadline.abort();
    };
    const inventory = await readFrom(answer, ['vaults', 'copyJobs', 'restoreJobs'], { deadline: deadline.signal });
    const gaps = inventory.populations.flatMap(gapsOf).map(({ operation, code }) => `${operation} ${code}`);
    expect(gaps).toEqual(['backup:ListCopyJobs DeadlineReached', 'backup:ListRestoreJobs DeadlineReached']);
  });

  it('asks for nothing after the deadline', async () => {
    let requests = 0;
    const inventory = await readFrom(() => requests++, ['vaults', 'backupPlans'], { deadline: AbortSignal.abort() });
    expect(codesOf(inventory)).toEqual(['DeadlineReached', 'DeadlineReached']);
    expect(requests).toBe(0);
  });
});
