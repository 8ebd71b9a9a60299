import { ConfigServiceClient, GetAggregateDiscoveredResourceCountsCommand } from '@aws-sdk/client-config-service';
import pLimit from 'p-limit';
import { AwsAccessError, codeOf } from './access-error.js';
import { clientConfig } from './clients.js';
import type { AggregatorAccess } from './clients.js';
import { EARLY_ATTEMPTS } from './identity.js';
import type { Identity } from './identity.js';
import { tuneCalls } from './tune-calls.js';

/** An aggregator of AWS Config in the caller's own account. */
export interface AggregatorRequest {
  readonly name: string;
  /** Absent: the first Region that is scanned. */
  readonly region?: string | undefined;
}

/**
 * Makes sure that an aggregator is there and may be asked: who names one wants its counts.
 *
 * @throws AwsAccessError if it is not, or may not
 */
export async function findAggregator(
  { name, region: asked }: AggregatorRequest,
  { connection: { region, ...connection }, accountId, principalArn, log }: Identity,
  signal: AbortSignal,
): Promise<AggregatorAccess> {
  const found = { name, connection: { ...connection, region: asked ?? region } };
  const config = new ConfigServiceClient(clientConfig(found.connection, EARLY_ATTEMPTS));
  tuneCalls(config, { service: 'config', log, signal, limit: pLimit(1) });
  try {
    const command = new GetAggregateDiscoveredResourceCountsCommand({ ConfigurationAggregatorName: name, Limit: 1 });
    await config.send(command, { abortSignal: signal });
    return found;
  } catch (error) {
    signal.throwIfAborted();
    const where = `the aggregator "${name}" of AWS Config in account ${accountId}, Region ${found.connection.region}`;
    const wayOut = `Check its name and Region, and that ${principalArn} may config:GetAggregateDiscoveredResourceCounts.`;
    throw new AwsAccessError(`cannot ask ${where}: ${codeOf(error)}. ${wayOut}`, { cause: error });
  } finally {
    config.destroy();
  }
}
