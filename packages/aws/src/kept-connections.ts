import type { Agent } from 'node:http';
import type { Duplex } from 'node:stream';

declare module 'node:http' {
  interface Agent {
    /** Decides whether a connection is kept. Documented since Node 8.1, and missing in its types. */
    keepSocketAlive(socket: Duplex): boolean;
  }
}

/** The agents of clients, for requests with and without TLS. */
export interface Agents {
  readonly httpAgent: Agent;
  readonly httpsAgent: Agent;
}

/** Connections are kept for further requests. How many requests there are at the same time is limited elsewhere. */
export const CONNECTIONS = { keepAlive: true };

/** Connections that an agent keeps while no request uses them. */
const IDLE = 64;

/**
 * Lets an agent keep few connections that no request uses, to all hosts together. Node's own `maxFreeSockets` is for each
 * host, and its `maxTotalSockets` lets a request wait for ever while all connections idle at other hosts.
 */
export function keepingFew<Kept extends Agent>(agent: Kept): Kept {
  const keeps = agent.keepSocketAlive.bind(agent);
  agent.keepSocketAlive = (socket) => idleConnectionsOf(agent) < IDLE && keeps(socket);
  return agent;
}

function idleConnectionsOf({ freeSockets }: Agent): number {
  return Object.values(freeSockets).reduce((sum, sockets = []) => sum + sockets.length, 0);
}
