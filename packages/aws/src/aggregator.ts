import { AwsAccessError, codeOf } from './access-error.js';
import type { AggregatorAccess } from './connection.js';
import type { Identity } from './identity.js';
import { openService } from './open-service.js';
import { config } from './services/config/service.js';

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
  { connection: { region, ...connection }, accountId, principalArn, log, patience }: Identity,
  signal: AbortSignal,
): Promise<AggregatorAccess> {
  const found = { name, connection: { ...connection, region: asked ?? region } };
  const { call, close } = openService(config, {
    connection: found.connection,
    log,
    signal,
    ...patience,
  });
  try {
    const { GetAggregateDiscoveredResourceCountsCommand } = await import('@aws-sdk/client-config-service');
    await call(new GetAggregateDiscoveredResourceCountsCommand({ ConfigurationAggregatorName: name, Limit: 1 }));
    return found;
  } catch (error) {
    signal.throwIfAborted();
    const where = `the aggregator "${name}" of AWS Config in account ${accountId}, Region ${found.connection.region}`;
    const wayOut = `Check its name and Region, and that ${principalArn} may config:GetAggregateDiscoveredResourceCounts.`;
    throw new AwsAccessError(`cannot ask ${where}: ${codeOf(error)}. ${wayOut}`, { cause: error });
  } finally {
    close();
  }
}
