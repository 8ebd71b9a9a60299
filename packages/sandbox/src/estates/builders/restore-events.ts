import type { RestoreJobsListMember } from '@aws-sdk/client-backup';
import type { Event } from '@aws-sdk/client-cloudtrail';
import { hoursAfter, minutesAfter } from './moment.js';
import { trailEvent } from './trail-event.js';
import type { Place } from '../../world/place.js';

/**
 * The events that a restore leaves in CloudTrail: the call that started it, its end, and the result of its validation.
 * @source Developer Guide, logging-using-cloudtrail; CloudTrail User Guide, record contents
 */
export function restoreEvents(job: RestoreJobsListMember, place: Place): readonly Event[] {
  const { RestoreJobId: restoreJobId, RecoveryPointArn: recoveryPointArn, Status: state, StatusMessage } = job;
  const { CreationDate: startedAt = new Date(0), ValidationStatus: validationStatus } = job;
  const endedAt = job.CompletionDate ?? hoursAfter(startedAt, 1);
  const start = eventOf(place, 'StartRestoreJob', startedAt, {
    requestParameters: { recoveryPointArn, iamRoleArn: job.IamRoleArn, resourceType: job.ResourceType },
    responseElements: { restoreJobId },
  });
  const end = eventOf(place, 'RestoreCompleted', endedAt, {
    serviceEventDetails: {
      completionDate: secondsOf(endedAt),
      state,
      statusMessage: StatusMessage,
      percentDone: job.PercentDone,
      restoreJobId,
      backupVaultArn: job.BackupVaultArn,
      recoveryPointArn,
      resourceArn: job.SourceResourceArn,
      createdResourceArn: job.CreatedResourceArn,
      creationDate: secondsOf(startedAt),
      iamRoleArn: job.IamRoleArn,
      resourceType: job.ResourceType,
    },
  });
  // Of a validation that timed out there is no call: nobody reported a result.
  const isReported = validationStatus === 'SUCCESSFUL' || validationStatus === 'FAILED';
  const validation = eventOf(place, 'PutRestoreValidationResult', minutesAfter(endedAt, 5), {
    requestParameters: { restoreJobId, validationStatus, validationStatusMessage: job.ValidationStatusMessage },
    responseElements: null,
  });
  return isReported ? [start, end, validation] : [start, end];
}

function eventOf(place: Place, name: string, at: Date, more: object): Event {
  return trailEvent(place, { name, at, service: 'backup.amazonaws.com', by: 'backup.amazonaws.com', more });
}

function secondsOf(moment: Date) {
  return { seconds: Math.floor(moment.getTime() / 1000), nanos: (moment.getTime() % 1000) * 1_000_000 };
}
