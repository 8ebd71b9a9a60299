import {
  type Event,
  LookupEvents$,
  type LookupAttribute,
  type LookupEventsRequest,
  type LookupEventsResponse,
} from '@aws-sdk/client-cloudtrail';
import { listing, type Paging } from '../../service/listing.js';
import type { Call, Operation, Service } from '../../service/operation.js';
import { awsJson } from '../../wire/aws-json.js';
import { ServiceError } from '../../wire/service-error.js';
import { callPace } from './call-pace.js';
import type { CloudTrailWorld } from './world.js';

const DAY = 24 * 3_600_000;

/** @source API Reference, LookupEvents, Errors */
const paging: Paging<'MaxResults' | 'NextToken', 'NextToken'> = {
  size: 'MaxResults',
  token: 'NextToken',
  next: 'NextToken',
  least: 1,
  most: 50,
  excess: 'refused',
  badSize: () => new ServiceError('InvalidMaxResultsException', 'Max results must be between 1 and 50.'),
  badToken: () => new ServiceError('InvalidNextTokenException', 'Invalid token.'),
};

/** The events of the last 90 days, newest first. @source CloudTrail User Guide, view-cloudtrail-events */
const lookup = listing<CloudTrailWorld, LookupEventsRequest, LookupEventsResponse, Event>(LookupEvents$, {
  items: ({ scope, world }) =>
    (scope.trailEvents ?? [])
      .filter(({ EventTime }) => Number(EventTime) > world.now - 90 * DAY && Number(EventTime) <= world.now)
      .toSorted((a, b) => Number(b.EventTime) - Number(a.EventTime)),
  where: {
    LookupAttributes: (wanted) => (event) => wanted.every((each) => hasAttribute(event, each)),
    StartTime:
      (from) =>
      ({ EventTime }) =>
        Number(EventTime) >= Number(from),
    EndTime:
      (to) =>
      ({ EventTime }) =>
        Number(EventTime) <= Number(to),
  },
  page: 'Events',
  paging,
});

/** AWS takes two requests a second, and one attribute a request. @source API Reference, LookupEvents */
function lookupEvents(): Operation<CloudTrailWorld> {
  const isTooFast = callPace({ calls: 2, ms: 1000 });
  return {
    schema: LookupEvents$,
    answer: (input: LookupEventsRequest, call: Call<CloudTrailWorld>) => {
      const { LookupAttributes: attributes = [] } = input;
      if (isTooFast(call)) throw new ServiceError('ThrottlingException', 'Rate exceeded');
      if (attributes.length > 1) {
        throw new ServiceError('InvalidLookupAttributesException', 'Only one lookup attribute can be specified.');
      }
      return lookup.answer(input as never, call);
    },
  };
}

/** AWS CloudTrail. */
export const service: Service<CloudTrailWorld> = { protocol: awsJson('1.1'), operations: [lookupEvents()] };

function hasAttribute(event: Event, { AttributeKey, AttributeValue }: LookupAttribute): boolean {
  if (AttributeKey === 'EventName') return event.EventName === AttributeValue;
  if (AttributeKey === 'EventSource') return event.EventSource === AttributeValue;
  return AttributeKey === 'EventId' && event.EventId === AttributeValue;
}
