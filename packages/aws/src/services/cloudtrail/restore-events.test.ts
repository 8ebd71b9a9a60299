import { afterEach, describe, expect, it } from '@jest/globals';
import nock from '../../nock.fixture.js';
import { expectAllAsked, pagesOf, scope } from '../reading.fixture.js';
import { readRestoreEvents } from './restore-events.js';
import { cloudtrail } from './service.js';

const pointArn = 'arn:aws:backup:eu-west-1:111111111111:recovery-point:1';
const record = {
  eventTime: '2026-10-13T05:00:00Z',
  eventSource: 'backup.amazonaws.com',
  awsRegion: 'eu-west-1',
  recipientAccountId: '111111111111',
};
const started = {
  ...{ ...record, eventName: 'StartRestoreJob', eventID: 'e-1' },
  ...{ requestParameters: { recoveryPointArn: pointArn }, responseElements: { restoreJobId: 'job' } },
};
const details = {
  ...{ state: 'COMPLETED', restoreJobId: 'job', recoveryPointArn: pointArn, resourceArn: 'arn:aws:ec2:::volume/1' },
  ...{ creationDate: { seconds: 1_791_867_600, nanos: 0 }, completionDate: '2026-10-13T05:00:00Z' },
};
const ended = { ...record, eventName: 'RestoreCompleted', eventID: 'e-2', serviceEventDetails: details };
const validated = {
  ...{ ...record, eventName: 'PutRestoreValidationResult', eventID: 'e-3' },
  requestParameters: { restoreJobId: 'job', validationStatus: 'FAILED', validationStatusMessage: 'no rows' },
};

/** Answers the listings of the three names in their order, the first of them in as many pages as are given. */
function answered(...pages: readonly (readonly object[])[]) {
  pages.forEach((events, i) => {
    nock('https://cloudtrail.eu-west-1.amazonaws.com')
      .post('/', (body: Readonly<Record<string, unknown>>) => body.MaxResults === 50)
      .reply(200, {
        Events: events.map((event) => ({ EventId: `id-${i}`, CloudTrailEvent: JSON.stringify(event) })),
      });
  });
}

afterEach(expectAllAsked);

describe('the event history of CloudTrail', () => {
  it('shows how restores began, ended and were validated', async () => {
    answered([started], [ended], [validated]);
    const pages = await pagesOf(cloudtrail, { read: readRestoreEvents });
    expect(pages.flatMap(({ restoreEvents = [] }) => restoreEvents)).toMatchObject([
      { scope, id: 'e-1', proves: 'start', jobId: 'job', recoveryPointArn: pointArn },
      { scope, id: 'e-2', proves: 'end', status: 'COMPLETED', sourceResourceArn: 'arn:aws:ec2:::volume/1' },
      { id: 'e-3', proves: 'validation', validationStatus: 'FAILED', validationMessage: 'no rows' },
    ]);
  });

  it('proves nothing by a call that AWS refused', async () => {
    answered([{ ...started, errorCode: 'AccessDenied', responseElements: null }], [], []);
    const pages = await pagesOf(cloudtrail, { read: readRestoreEvents });
    expect(pages.flatMap(({ restoreEvents = [] }) => restoreEvents)).toEqual([]);
  });
});
