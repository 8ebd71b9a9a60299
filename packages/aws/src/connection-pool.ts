import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import pLimit from 'p-limit';
import { CONNECTIONS, keepingFew } from './kept-connections.js';
import type { Agents } from './kept-connections.js';
import { paceOf } from './pace.js';
import type { Paced } from './pace.js';
import { changesConnections } from './proxy.js';

/** Requests of all clients at the same time. With the connections that agents keep, a scan has at most 256 open. */
const REQUESTS_AT_ONCE = 192;

/**
 * The connections of all clients of a scan. The accounts of an organization are asked at the same hosts, so they use each
 * other's connections.
 */
export interface ConnectionPool {
  readonly agents: Agents;
  /** Sends a request as soon as there is a place for it, which it holds until it ends, and the pace allows it. */
  readonly send: Paced;
  /** Closes all connections. A later request opens a new one. */
  readonly close: () => void;
}

/**
 * Makes a pool that connects as the environment says.
 *
 * @param requestsPerSecond - absent: requests keep to no pace of the pool
 *
 * @throws AwsAccessError if the environment names a proxy or certificate authorities that cannot be used
 */
export async function openPool(requestsPerSecond = Infinity): Promise<ConnectionPool> {
  const [limit, paced] = [pLimit(REQUESTS_AT_ONCE), paceOf(requestsPerSecond)];
  const agents = (await environmentAgents()) ?? {
    httpAgent: keepingFew(new HttpAgent(CONNECTIONS)),
    httpsAgent: keepingFew(new HttpsAgent(CONNECTIONS)),
  };
  return {
    agents,
    send: (request, signal) => paced(() => limit(request), signal),
    close: () => {
      agents.httpAgent.destroy();
      agents.httpsAgent.destroy();
    },
  };
}

/**
 * The agents through which a client sends its requests where the environment names a proxy or certificate authorities;
 * else it uses those of the SDK. Their code is loaded only then.
 *
 * @throws AwsAccessError if a proxy or the authorities cannot be used
 */
export async function environmentAgents(): Promise<Agents | undefined> {
  return changesConnections() ? (await import('./environment-agent.js')).agentsOfEnvironment() : undefined;
}
