import { LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import type { Event } from '@aws-sdk/client-cloudtrail';
import { DAY, EVENT_HISTORY_DAYS } from '@backproof/core';
import { parsedObject } from '../../imports/item.js';
import type { ReadingContext } from '../../reading.js';
import { required } from '../../required.js';

/**
 * Lists the events of one name in the event history, newest first, page by page, and translates each. A call looks up one
 * attribute, so each name is a listing of its own. An event that is not understood makes the population incomplete, as it
 * may be the one that decides.
 *
 * @source API LookupEvents
 * @param translate - gives what an event proves, of its record and the record's place; undefined: nothing
 */
export async function* eventsNamed<Proof>(
  name: string,
  { pages, takenAt, translated }: Pick<ReadingContext, 'pages' | 'takenAt' | 'translated'>,
  translate: (place: string, record: object, takenAt: number) => Proof | undefined,
): AsyncIterable<readonly Proof[]> {
  const proofsOf = ({ CloudTrailEvent }: Event): readonly Proof[] => {
    const text = required(CloudTrailEvent, 'LookupEvents: CloudTrailEvent');
    const proof = translate('CloudTrailEvent', parsedObject('CloudTrailEvent', text), takenAt);
    return proof === undefined ? [] : [proof];
  };
  const input = {
    StartTime: new Date(takenAt - EVENT_HISTORY_DAYS * DAY),
    EndTime: new Date(takenAt),
    LookupAttributes: [{ AttributeKey: 'EventName' as const, AttributeValue: name }],
  };
  for await (const page of pages(LookupEventsCommand, input)) {
    const events = required(page.Events, 'LookupEvents: Events', page);
    yield translated(events, 'LookupEvents: EventId', proofsOf).flat();
  }
}
