import type { ConfigServiceClient } from '@aws-sdk/client-config-service';
import { defined } from '@backproof/core';
import type { ConfigType, UnseenResource } from '@backproof/core';
import { defineCollector } from '../../collector.js';
import type { Page, ReadingContext } from '../../collector.js';
import { aggregatorCounts, countOperations, recorderCounts } from './counts.js';
import { listedOf } from './listed.js';
import { recorderOperations } from './recorder.js';
import { recordedResources, selectOperations } from './rows.js';
import type { ConfigAccess } from './rows.js';

/** AWS Config: how many resources of each type it knows, to determine whether the scan found all of them. */
export const config = defineCollector({
  service: 'config',
  operations: { ...countOperations, ...recorderOperations, ...selectOperations },
  readings: [{ yields: [{ kind: 'resourceCounts' }], follows: ['resources'], read: readCounts }],
});

/** Which resources AWS Config knows is asked only of types of which it knows more than were listed. */
async function* readCounts(context: ReadingContext<ConfigServiceClient>): AsyncIterable<Page> {
  const { scope, signal, translated, aggregator, forEachItem } = context;
  const client = aggregator?.client ?? context.client;
  const access = { client, scope, signal, translated, aggregator: aggregator?.name };
  const counts =
    access.aggregator === undefined ? await recorderCounts(access) : await aggregatorCounts(access, access.aggregator);
  const compared = counts.map((counted) => ({ counted, listed: listedOf(counted.configType, context) }));

  const outnumbered = compared.filter(({ counted, listed }) => counted.count > listed.sureOf);
  const unseen = new Map<ConfigType, readonly UnseenResource[]>();
  const answers = forEachItem(outnumbered, ({ counted, listed }) => unseenOf(access, counted.configType, listed.arns));
  for await (const { item, answer } of answers) unseen.set(item.counted.configType, answer);

  yield {
    resourceCounts: counts.map((counted) => {
      return { scope, ...counted, ...defined({ unseen: unseen.get(counted.configType) }) };
    }),
  };
}

async function unseenOf(access: ConfigAccess, configType: ConfigType, listed: ReadonlySet<string>) {
  const unseen: UnseenResource[] = [];
  for await (const { arn, recordedAt, createdAt } of recordedResources(access, configType)) {
    if (!listed.has(arn)) unseen.push({ arn, recordedAt, ...defined({ createdAt }) });
  }
  return unseen;
}
