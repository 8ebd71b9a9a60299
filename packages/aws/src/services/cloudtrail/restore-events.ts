import { RESTORE_EVENT_NAMES } from '@backproof/core';
import { restoreEventOf } from '../../imports/restore-event.js';
import type { Page } from '../../page.js';
import type { ReadingContext } from '../../reading.js';
import { eventsNamed } from './events.js';

/**
 * The restores by AWS Backup in the event history of CloudTrail, by the names of their events: asked for by their source,
 * they would come with the events of all backup jobs.
 */
export async function* readRestoreEvents(context: ReadingContext): AsyncIterable<Page> {
  for (const name of RESTORE_EVENT_NAMES) {
    for await (const restoreEvents of eventsNamed(name, context, restoreEventOf)) yield { restoreEvents };
  }
}
