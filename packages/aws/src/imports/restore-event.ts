import { defined, RESTORE_EVENT_NAMES, RESTORE_EVENTS } from '@backproof/core';
import type { Instant, RestoreEvent } from '@backproof/core';
import { ImportError } from './import-error.js';
import { entriesOf, itemOf, momentIn, momentOf, required, scopeIn } from './item.js';
import type { Item } from './item.js';

/**
 * Returns what a record of CloudTrail proves of a restore; undefined if it is about something else, or a call that AWS
 * refused. AWS publishes the form of a sibling alone (`BackupJobCompleted`), so members are found by any name that the
 * API or EventBridge has for them.
 *
 * @source CloudTrail User Guide, record contents; Developer Guide, logging-using-cloudtrail: the input and output of a
 * call as the API has them, with a small first letter; of a job that ended, `serviceEventDetails`
 * @param now no moment in the record may be later
 * @throws ImportError if it is about a restore and something of it is missing
 */
export function restoreEventOf(place: string, event: object, now: Instant): RestoreEvent | undefined {
  const fields = new Map<string, unknown>(Object.entries(event));
  const record = itemOf(place, fields);
  const name = RESTORE_EVENT_NAMES.find((each) => each === record.text('eventName'));
  if (name === undefined || record.text('eventSource') !== 'backup.amazonaws.com') return undefined;
  if (record.text('errorCode') !== undefined) return undefined;
  const at = momentIn(record, now, 'eventTime');
  if (at === undefined) throw new ImportError(`${place}: it has no eventTime`);
  const part = (member: string): Item => itemOf(`${place}, ${member}`, entriesOf(fields.get(member)));
  const [input, output, details] = [part('requestParameters'), part('responseElements'), part('serviceEventDetails')];
  const proves = RESTORE_EVENTS[name];
  const ids = { id: record.text('eventID'), at, proves } as const;
  const moment = (member: string): Instant | undefined =>
    momentOf(details, entriesOf(fields.get('serviceEventDetails')), now, member);
  switch (proves) {
    case 'start': {
      const recoveryPointArn = required(input, 'recoveryPointArn');
      const jobId = required(output, 'restoreJobId');
      return defined({ ...ids, scope: scopeOf(record, recoveryPointArn), jobId, recoveryPointArn });
    }
    case 'end': {
      const recoveryPointArn = required(details, 'recoveryPointArn');
      return defined({
        ...ids,
        scope: scopeOf(record, recoveryPointArn),
        jobId: required(details, 'restoreJobId', 'jobId'),
        recoveryPointArn,
        status: required(details, 'state', 'status'),
        sourceResourceArn: details.text('sourceResourceArn', 'resourceArn'),
        createdResourceArn: details.text('createdResourceArn'),
        restoreTestingPlanArn: details.text('restoreTestingPlanArn'),
        message: details.text('statusMessage'),
        createdAt: moment('creationDate'),
        completedAt: moment('completionDate') ?? at,
      });
    }
    case 'validation':
      return defined({
        ...ids,
        jobId: required(input, 'restoreJobId'),
        validationStatus: required(input, 'validationStatus'),
        validationMessage: input.text('validationStatusMessage'),
      });
  }
}

function scopeOf(record: Item, arn: string): RestoreEvent['scope'] {
  return scopeIn(record, ['recipientAccountId'], ['awsRegion'], arn);
}
