import type { NativeRestoreName, RestoreJob } from '@backproof/core';
import { nativeRestoreOf } from '../../imports/native-restore.js';
import type { Page } from '../../page.js';
import type { ReadingContext } from '../../reading.js';
import { AnswerError } from '../../required.js';
import { eventsNamed } from './events.js';
import { SOURCES_OF } from './native-sources.js';
import type { Source } from './native-sources.js';

/**
 * The most pages of the events of one call: 2,000 events in 20 seconds, at the pace that AWS allows. Instances and volumes
 * may be made many times an hour, and a scan is not to wait for all of these.
 */
const MOST_PAGES = 40;

/** There are more events of a call than a scan reads: what they show is not known. */
class TooManyEventsError extends AnswerError {
  override readonly name = 'TooManyEvents';
}

/**
 * The restores that one call began without AWS Backup, each with the resource of the snapshot or image that it started
 * from, if that still exists.
 *
 * @throws TooManyEventsError after the newest events, if there are more
 */
export async function* readNativeRestores(
  context: ReadingContext,
  call: NativeRestoreName,
  mostPages = MOST_PAGES,
): AsyncIterable<Page> {
  const sources = new Map<string, Source | undefined>();
  let pagesRead = 0;
  for await (const restores of eventsNamed(call, context, nativeRestoreOf)) {
    // The page after the last that is asked for shows that there are more. Until then all of them may be known.
    if (++pagesRead > mostPages + 1) {
      throw new TooManyEventsError('LookupEvents', `with more than ${mostPages * 50} events of ${call} in 90 days`);
    }
    const unknown = pointsWithoutSource(restores).filter((arn) => !sources.has(arn));
    const found = unknown.length === 0 ? undefined : await SOURCES_OF[call]?.(context, unknown);
    for (const arn of unknown) sources.set(arn, found?.get(arn));
    yield {
      nativeRestores: restores.map((restore) => ({ ...sources.get(restore.recoveryPointArn ?? ''), ...restore })),
    };
  }
}

function pointsWithoutSource(restores: readonly RestoreJob[]): readonly string[] {
  const unmatched = restores.filter(({ sourceResourceArn }) => sourceResourceArn === undefined);
  return [...new Set(unmatched.flatMap(({ recoveryPointArn }) => recoveryPointArn ?? []))];
}
