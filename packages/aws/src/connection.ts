import type { STSClientConfig } from '@aws-sdk/client-sts';
import { defined } from '@backproof/core';
import { environmentAgents } from './connection-pool.js';
import type { ConnectionPool } from './connection-pool.js';
import type { ScanLimits } from './scan-limits.js';

/** Long-lived credentials, or a provider that renews short-lived ones. */
export type Credentials = NonNullable<STSClientConfig['credentials']>;

/** The configuration of every client of one identity. */
export interface Connection {
  readonly region: string;
  readonly credentials: Credentials;
  /** One URL that answers for all services. Absent: AWS's own endpoints, or those that `AWS_ENDPOINT_URL` names. */
  readonly endpointUrl?: string | undefined;
  /** The connections of all clients of a scan. Absent: each client has connections of its own. */
  readonly pool?: ConnectionPool | undefined;
}

/**
 * The configuration that the clients of all services have in common.
 *
 * @throws AwsAccessError if the environment names a proxy or certificate authorities that cannot be used
 */
export async function clientConfig(
  { region, credentials, endpointUrl, pool }: Connection,
  { attempts, attemptMs }: Pick<ScanLimits, 'attempts' | 'attemptMs'>,
) {
  return {
    region,
    credentials,
    maxAttempts: attempts,
    retryMode: 'adaptive',
    requestHandler: {
      ...(pool?.agents ?? (await environmentAgents())),
      connectionTimeout: 5_000,
      requestTimeout: attemptMs,
      throwOnRequestTimeout: true,
    },
    ...defined({ endpoint: endpointUrl }),
  };
}

/**
 * The endpoint that the environment names for a service, or for all of them.
 *
 * @param service - `TIMESTREAM_WRITE`
 * @source AWS SDKs and Tools Reference Guide, feature-ss-endpoints
 */
export function endpointOfEnvironment(service: string): string | undefined {
  if (process.env.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS === 'true') return undefined;
  const named = [process.env[`AWS_ENDPOINT_URL_${service}`], process.env.AWS_ENDPOINT_URL];
  return named.find((url) => url !== undefined && url !== '');
}

/** The configuration of a client. */
export type ClientConfig = Awaited<ReturnType<typeof clientConfig>>;

/** An aggregator of AWS Config, and who reaches it in which Region. */
export interface AggregatorAccess {
  readonly name: string;
  readonly connection: Connection;
}

/**
 * The SDK warns, through `process.emitWarning`, that it will leave old versions of Node behind. That is the business
 * of whoever updates Backproof, and has no place in a report. Its own switch is the only way to silence it alone.
 */
export function silenceNodeVersionWarning(): void {
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
}
