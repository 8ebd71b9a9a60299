import { LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import type { Event } from '@aws-sdk/client-cloudtrail';
import { DAY, EVENT_HISTORY_DAYS, RESTORE_EVENT_NAMES } from '@backproof/core';
import type { RestoreEvent } from '@backproof/core';
import { parsedObject } from '../../imports/item.js';
import { restoreEventOf } from '../../imports/restore-event.js';
import type { Page } from '../../page.js';
import type { ReadingContext } from '../../reading.js';
import { required } from '../../required.js';

/**
 * The restores in the event history of CloudTrail. A call looks up one attribute, so there is one listing for each name
 * of an event: asked for by their source, they would come with the events of all backup jobs. What of an event cannot be
 * understood makes the history incomplete, as it may be the one that decides.
 *
 * @source API LookupEvents
 */
export async function* readRestoreEvents({ pages, takenAt, translated }: ReadingContext): AsyncIterable<Page> {
  const window = { StartTime: new Date(takenAt - EVENT_HISTORY_DAYS * DAY), EndTime: new Date(takenAt) };
  for (const name of RESTORE_EVENT_NAMES) {
    const LookupAttributes = [{ AttributeKey: 'EventName' as const, AttributeValue: name }];
    for await (const page of pages(LookupEventsCommand, { ...window, LookupAttributes })) {
      const events = required(page.Events, 'LookupEvents: Events', page);
      yield { restoreEvents: translated(events, 'LookupEvents: EventId', (event) => eventsOf(event, takenAt)).flat() };
    }
  }
}

/** None for an event that proves nothing of a restore: a call that AWS refused. */
function eventsOf(event: Event, takenAt: number): readonly RestoreEvent[] {
  const text = required(event.CloudTrailEvent, 'LookupEvents: CloudTrailEvent');
  const proved = restoreEventOf('CloudTrailEvent', parsedObject('CloudTrailEvent', text), takenAt);
  return proved === undefined ? [] : [proved];
}
