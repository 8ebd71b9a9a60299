import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { text } from 'node:stream/consumers';
import type { ReportedRun } from '@backproof/core';
import { failure, manyOutcomes, outcome, REPORTED_RUNS, run, subject } from '@backproof/testing';
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { linkOf } from './news.js';
import { notify, recipientsOf } from './notify.js';

let server: Server;
let url: string;
let statuses: number[];
let received: unknown[];
let said: string[];

beforeEach(async () => {
  [statuses, received, said] = [[], [], []];
  server = createServer((request, response) => {
    void text(request).then((body) => {
      received.push(JSON.parse(body));
      response.writeHead(statuses.shift() ?? 200).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('it does not listen');
  url = `http://127.0.0.1:${address.port}/secret-token`;
  jest.spyOn(process.stderr, 'write').mockImplementation((line) => said.push(String(line)) > 0);
});
afterEach(async () => {
  jest.restoreAllMocks();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const send = (of: ReportedRun, channel: 'slack' | 'teams' | 'webhook' = 'webhook') => notify([{ channel, url }], of);

it('names the open violations, the worst first, and no others', async () => {
  await send(
    run({
      outcomes: [
        failure({ severity: 'low', subject: subject({ name: 'notes' }) }),
        failure({ severity: 'critical', subject: subject({ name: 'orders' }) }),
        failure({ severity: 'critical', disposition: { kind: 'baseline' } }),
        failure({ severity: 'critical', disposition: { kind: 'waived', waiver: 'W-1' } }),
        outcome('pass'),
      ],
    }),
  );
  expect(received).toMatchObject([{ open: 2, violations: [{ name: 'orders' }, { name: 'notes' }] }]);
  expect(said).toEqual(['notified webhook\n']);
});

it('names at most twenty, and says how many more there are', async () => {
  const many = manyOutcomes(500);
  await send(many);
  await send(many, 'slack');
  expect((received[0] as { violations: unknown[] }).violations).toHaveLength(20);
  expect((received[1] as { text: string }).text).toMatch(/\n\d+ more$/);
});

it('sends nothing if nothing is open, and does if the run is incomplete', async () => {
  await send(REPORTED_RUNS.clean);
  expect([received, said]).toEqual([[], []]);
  await send(run({ outcomes: [outcome('unknown')] }));
  expect(received).toMatchObject([{ open: 0, verdict: expect.stringMatching(/^Gate failed: the run is incomplete/) }]);
});

it('a name is never a link, a mention or markup', async () => {
  await send(
    run({ outcomes: [failure({ subject: subject({ name: '<!channel> & [x](http://evil.example)' }) })] }),
    'slack',
  );
  await send(REPORTED_RUNS.hostile, 'slack');
  await send(REPORTED_RUNS.hostile, 'teams');
  expect(received[0]).toMatchObject({ mrkdwn: false, text: expect.stringContaining('&lt;!channel&gt; &amp; [x]') });
  expect((received[1] as { text: string }).text).not.toMatch(/[<>]/);
  expect(JSON.stringify(received[2])).not.toContain('"TextBlock"');
});

it('tries again if the server is busy, and says without the URL that it failed', async () => {
  statuses = [503, 200];
  await send(REPORTED_RUNS.mixed);
  expect([received.length, said]).toEqual([2, ['notified webhook\n']]);
  statuses = [404];
  await send(REPORTED_RUNS.mixed);
  expect(received).toHaveLength(3);
  server.closeAllConnections();
  expect(said[1]).toBe('backproof: cannot notify webhook: HTTP 404. The exit code is that of the gate.\n');
  expect(said.join('')).not.toContain('secret-token');
});

it('a redirect is not followed', async () => {
  statuses = [302];
  await send(REPORTED_RUNS.mixed);
  expect(said).toEqual(['backproof: cannot notify webhook: HTTP 302. The exit code is that of the gate.\n']);
});

it('links to the job', () => {
  const github = { GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY: 'a/b', GITHUB_RUN_ID: '7' };
  expect(linkOf(github)).toBe('https://github.com/a/b/actions/runs/7');
  expect(linkOf({ CI_JOB_URL: 'https://gitlab.example/j/1' })).toBe('https://gitlab.example/j/1');
  expect(linkOf({})).toBeUndefined();
});

it('needs the URL in the environment, before anything is read', () => {
  expect(() => recipientsOf(['slack'])).toThrow(
    '--notify slack needs its URL in the environment variable BACKPROOF_SLACK_URL.',
  );
  expect(() => recipientsOf(['slak'])).toThrow('channel "slak" is not known. Did you mean "slack"?');
  expect(recipientsOf()).toEqual([]);
});
