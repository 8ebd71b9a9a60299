import { defined } from '@backproof/core';
import type { ConfigType, UnseenResource } from '@backproof/core';
import type { Page } from '../../page.js';
import type { ReadingContext } from '../../reading.js';
import { aggregatorCounts, recorderCounts } from './counts.js';
import { listedOf } from './listed.js';
import { recordedResources } from './rows.js';
import type { ConfigAccess } from './rows.js';

/**
 * The number of resources of each type that AWS Config knows. Which ones they are is asked only of types of which it
 * knows more than were listed.
 */
export async function* readCounts(context: ReadingContext): AsyncIterable<Page> {
  const { scope, translated, aggregator, forEachItem } = context;
  const access = { calls: aggregator?.calls ?? context, scope, translated, aggregator: aggregator?.name };
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
