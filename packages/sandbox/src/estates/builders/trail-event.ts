import type { Event } from '@aws-sdk/client-cloudtrail';
import type { Place } from '../../world/place.js';
import { uuid } from './ids.js';

/** An event of CloudTrail. */
interface TrailEvent {
  readonly name: string;
  readonly at: Date;
  /** The service that it is about: `rds.amazonaws.com`. */
  readonly service: string;
  /** The AWS service that made the call. Absent: a person did. */
  readonly by?: string | undefined;
  /** The rest of the record: `requestParameters`, `responseElements`, `serviceEventDetails`, `errorCode`. */
  readonly more: object;
}

/** An event as LookupEvents returns it. @source CloudTrail User Guide, record contents */
export function trailEvent({ accountId, region }: Place, { name, at, service, by, more }: TrailEvent): Event {
  const isCall = !('serviceEventDetails' in more);
  const eventID = uuid('event', accountId, region, name, at.toISOString(), JSON.stringify(more));
  const caller = by ?? '198.51.100.7';
  const record = {
    eventVersion: '1.08',
    userIdentity: by === undefined ? { type: 'AssumedRole', accountId } : { accountId, invokedBy: by },
    eventTime: at.toISOString().replace('.000Z', 'Z'),
    eventSource: service,
    eventName: name,
    awsRegion: region,
    sourceIPAddress: caller,
    userAgent: by ?? 'aws-cli/2.31.0',
    ...more,
    eventID,
    readOnly: false,
    eventType: isCall ? 'AwsApiCall' : 'AwsServiceEvent',
    managementEvent: true,
    recipientAccountId: accountId,
    eventCategory: 'Management',
  };
  return {
    EventId: eventID,
    EventName: name,
    EventSource: service,
    EventTime: at,
    CloudTrailEvent: JSON.stringify(record),
  };
}
