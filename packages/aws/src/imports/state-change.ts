import type { Instant, RestoreJob } from '@backproof/core';
import { reportedRestore } from './audit-report.js';
import { entriesOf, itemOf } from './item.js';

/** The states after which nothing more comes. @source API RestoreJobStatus */
const FINAL: readonly string[] = ['ABORTED', 'COMPLETED', 'FAILED'];

/** Returns true if an object has the form of an event of EventBridge. @source EventBridge User Guide, event structure */
export function isBusEvent(document: object): boolean {
  return 'detail-type' in document && 'detail' in document;
}

/**
 * Returns the restore job in an event of EventBridge; undefined if the event is about something else. Of a job that had
 * not ended, only the beginning is known: AWS Backup sends events as well as it can, and a later one may be missing.
 *
 * @source Developer Guide, eventbridge: Restore Job State Change, whose member is `state` when the job is created
 * @throws ImportError if it is about a restore and something of it is missing
 */
export function restoreOfStateChange(place: string, event: object, now: Instant): RestoreJob | undefined {
  const fields = new Map<string, unknown>(Object.entries(event));
  if (fields.get('source') !== 'aws.backup' || fields.get('detail-type') !== 'Restore Job State Change')
    return undefined;
  const resources = fields.get('resources');
  const item = itemOf(`${place}, detail`, [
    ['recoveryPointArn', Array.isArray(resources) ? resources[0] : undefined],
    ...entriesOf(fields.get('detail')),
    ['accountId', fields.get('account')],
    ['region', fields.get('region')],
  ]);
  const job = reportedRestore(item, now, 'eventbridge');
  return FINAL.includes(job.status) ? job : { ...job, status: 'STARTED' };
}
