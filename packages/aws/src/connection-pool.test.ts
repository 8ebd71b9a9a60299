import { once } from 'node:events';
import { createServer, get } from 'node:http';
import type { Server, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openPool } from './connection-pool.js';
import type { ConnectionPool } from './connection-pool.js';

let pool: ConnectionPool;
let servers: Server[];
let open: Set<Socket>;
let waiting: ServerResponse[];
let answersAtOnce: boolean;

beforeEach(async () => {
  [servers, open, waiting, answersAtOnce] = [[], new Set(), [], true];
  pool = await openPool();
});

afterEach(() => {
  pool.close();
  for (const server of servers) server.closeAllConnections();
  for (const server of servers) server.close();
});

async function startServer(): Promise<number> {
  const server = createServer((_request, response) => {
    if (answersAtOnce) response.end();
    else waiting.push(response);
  });
  server.on('connection', (socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
  });
  servers.push(server.listen(0, '127.0.0.1'));
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

function ask(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, agent: pool.agents.httpAgent };
    get(options, (response) => response.resume().on('end', resolve)).on('error', reject);
  });
}

/** Waits until so many connections are open; for ever if there are never as many. */
async function untilOpen(count: number): Promise<void> {
  while (open.size !== count) await setTimeout(5);
}

describe('the connections of a scan', () => {
  it('are used again, one after the other', async () => {
    const port = await startServer();
    for (let i = 0; i < 5; i++) await ask(port);
    expect(open.size).toBe(1);
  });

  it('are few while nothing uses them, however many hosts were asked', async () => {
    for (let i = 0; i < 80; i++) await ask(await startServer());
    await untilOpen(64);
  });

  it('are 192 at most while all are used', async () => {
    const port = await startServer();
    answersAtOnce = false;
    const asked = Array.from({ length: 300 }, () => pool.send(() => ask(port)));
    while (waiting.length < 192) await setTimeout(5);
    await setTimeout(100);
    expect(waiting).toHaveLength(192);
    expect(open.size).toBe(192);
    answersAtOnce = true;
    for (const response of waiting) response.end();
    await Promise.all(asked);
    expect(open.size).toBeLessThanOrEqual(192);
  });

  it('take no more requests in a second than the pace of the pool allows', async () => {
    const received: number[] = [];
    const port = await startServer();
    servers[0]?.on('request', () => received.push(performance.now()));
    const paced = await openPool(2);
    await Promise.all(Array.from({ length: 5 }, () => paced.send(() => ask(port))));
    const apart = received.slice(2).map((moment, index) => moment - (received[index] ?? 0));
    expect(apart).toHaveLength(3);
    for (const ms of apart) expect(ms).toBeGreaterThan(990);
  });

  it('end with it', async () => {
    await ask(await startServer());
    pool.close();
    await untilOpen(0);
  });
});
