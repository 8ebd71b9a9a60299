import type { World } from '@backproof/sandbox';

/** How many restores the event histories of how many accounts hold. */
export interface HistorySize {
  readonly accounts: number;
  /** Of each account. */
  readonly restores: number;
}

const REGION = 'eu-west-1';
const NOW = Date.UTC(2026, 10, 22, 12);
const DAY = 24 * 3_600_000;
/** AWS keeps events for 90 days. */
const HISTORY = 89 * DAY;
const RESTORES_A_VOLUME = 25;

/** Accounts whose volumes were restored regularly, as their event histories alone show: AWS Backup lists none of the jobs. */
export function restoredEstate({ accounts, restores }: HistorySize): World {
  const ids = Array.from({ length: accounts }, (_, i) => String(100_000_000_000 + i));
  const [first = '', ...others] = ids;
  return {
    partition: 'aws',
    now: NOW,
    regions: [REGION],
    accounts: [{ id: first, name: 'first' }, ...others.map((id) => ({ id, name: id }))],
    scopes: ids.map((accountId) => ({
      ...{ accountId, region: REGION },
      volumes: Array.from({ length: Math.ceil(restores / RESTORES_A_VOLUME) }, (_, i) => ({
        VolumeId: volumeId(i),
        State: 'available' as const,
        Attachments: [],
        Tags: [],
        CreateTime: new Date(NOW - 365 * DAY),
        Size: 8,
      })),
      trailEvents: Array.from({ length: restores }, (_, i) =>
        eventsOf(accountId, i, NOW - (i / restores) * HISTORY),
      ).flat(),
    })),
  };
}

function volumeId(index: number): string {
  return `vol-${index.toString(16).padStart(17, '0')}`;
}

/** The three events of a restore. @source Developer Guide, logging-using-cloudtrail */
function eventsOf(accountId: string, index: number, at: number) {
  const restoreJobId = `job-${accountId}-${String(index)}`;
  const recoveryPointArn = `arn:aws:ec2:${REGION}::snapshot/snap-${accountId}-${String(index)}`;
  const resourceArn = `arn:aws:ec2:${REGION}:${accountId}:volume/${volumeId(Math.floor(index / RESTORES_A_VOLUME))}`;
  const event = (name: string, more: object) => {
    const record = { eventTime: new Date(at).toISOString(), awsRegion: REGION, recipientAccountId: accountId };
    const id = `${name}-${String(index)}`;
    const detail = { ...record, eventSource: 'backup.amazonaws.com', eventName: name, eventID: id, ...more };
    return { EventId: id, EventName: name, EventTime: new Date(at), CloudTrailEvent: JSON.stringify(detail) };
  };
  return [
    event('StartRestoreJob', { requestParameters: { recoveryPointArn }, responseElements: { restoreJobId } }),
    event('RestoreCompleted', {
      serviceEventDetails: { state: 'COMPLETED', restoreJobId, recoveryPointArn, resourceArn },
    }),
    event('PutRestoreValidationResult', { requestParameters: { restoreJobId, validationStatus: 'SUCCESSFUL' } }),
  ];
}
