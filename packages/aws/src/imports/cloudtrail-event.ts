import { STARTED } from '@backproof/core';
import type { Instant, RestoreJob } from '@backproof/core';
import { ImportError } from './import-error.js';
import { itemOf, momentIn, required, scopeIn } from './item.js';

/**
 * The restore whose start a CloudTrail event records; undefined if it is another event, or a call that AWS refused. No
 * event records the end of a restore.
 *
 * @source CloudTrail User Guide, record contents; Developer Guide, logging-using-cloudtrail: AWS Backup writes the input
 * and output of a call as the API has them, with a small first letter
 * @throws ImportError if something of the event is missing
 */
export function startedRestore(place: string, event: object, now: Instant): RestoreJob | undefined {
  const fields = new Map(Object.entries(event));
  const record = itemOf(place, fields);
  if (record.text('eventSource') !== 'backup.amazonaws.com' || record.text('eventName') !== 'StartRestoreJob')
    return undefined;
  if (record.text('errorCode') !== undefined) return undefined;
  const input = itemOf(`${place}, requestParameters`, entriesOf(fields.get('requestParameters')));
  const output = itemOf(`${place}, responseElements`, entriesOf(fields.get('responseElements')));
  const createdAt = momentIn(record, now, 'eventTime');
  if (createdAt === undefined) throw new ImportError(`${place}: it has no eventTime`);
  const recoveryPointArn = required(input, 'recoveryPointArn');
  return {
    scope: scopeIn(record, ['recipientAccountId'], ['awsRegion'], recoveryPointArn),
    id: required(output, 'restoreJobId'),
    origin: 'cloudtrail',
    createdAt,
    status: STARTED,
    recoveryPointArn,
  };
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}
