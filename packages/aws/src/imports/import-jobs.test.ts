import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ImportError } from './import-error.js';
import { importJobs } from './import-jobs.js';

const NOW = Date.parse('2026-11-22T12:00:00Z');

const read = (text: string, name = 'file') => importJobs(name, Buffer.from(text), NOW).inventory;
const leftOut = (text: string) => importJobs('f', Buffer.from(text), NOW).notUnderstood;

const point = 'arn:aws:backup:eu-west-1:111111111111:recovery-point:1EB3B5E7-9EB0-435A-A80B-108B488B0D45';
const table = 'arn:aws:dynamodb:eu-west-1:111111111111:table/orders';
const vault = 'arn:aws:backup:eu-west-1:222222222222:backup-vault:copies';
const scope = { partition: 'aws', accountId: '111111111111', region: 'eu-west-1' };

const restore = {
  reportTimePeriod: '2026-08-10T00:00:00Z - 2026-08-11T00:00:00Z',
  accountId: '111111111111',
  region: 'eu-west-1',
  restoreJobId: 'restore-1',
  jobStatus: 'COMPLETED',
  resourceType: 'DynamoDB',
  creationDate: '2026-08-10T12:00:00.123Z',
  completionDate: '2026-08-10T13:00:00Z',
  recoveryPointArn: point,
};

const event = {
  eventVersion: '1.09',
  eventTime: '2026-08-10T12:00:00Z',
  eventSource: 'backup.amazonaws.com',
  eventName: 'StartRestoreJob',
  awsRegion: 'eu-west-1',
  recipientAccountId: '111111111111',
  requestParameters: { recoveryPointArn: point, iamRoleArn: 'arn:aws:iam::111111111111:role/restore' },
  responseElements: { restoreJobId: 'restore-1' },
};

const started = {
  scope,
  id: 'restore-1',
  origin: 'cloudtrail',
  createdAt: Date.parse('2026-08-10T12:00:00Z'),
  status: 'STARTED',
  recoveryPointArn: point,
};

describe('a report of AWS Backup Audit Manager', () => {
  const job = {
    scope,
    id: 'restore-1',
    origin: 'audit-manager',
    createdAt: Date.parse('2026-08-10T12:00:00.123Z'),
    completedAt: Date.parse('2026-08-10T13:00:00Z'),
    status: 'COMPLETED',
    recoveryPointArn: point,
  };

  it('of restores is read in JSON', () => {
    const inventory = read(JSON.stringify({ reportItems: [restore] }));
    expect(inventory).toMatchObject({ takenAt: job.completedAt, jobHistories: [] });
    expect(inventory?.restoreJobs).toEqual([job]);
  });

  it.each([
    ['as the API names things', (name: string) => name],
    ['in words', (name: string) => name.replaceAll(/[A-Z]/g, (letter) => ` ${letter}`)],
    ['in small letters', (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)],
  ])('of restores is read in CSV, with its columns named %s', (_, named) => {
    const header = Object.keys(restore).map(named).join(',');
    expect(read(`\uFEFF${header}\r\n${Object.values(restore).join(',')}\r\n`)?.restoreJobs).toEqual([job]);
  });

  it('may tell of the validation, and of what the API names beside', () => {
    const more = { validationStatus: 'FAILED', validationStatusMessage: 'no rows', sourceResourceArn: table };
    const inventory = read(JSON.stringify({ reportItems: [{ ...restore, ...more, deletionStatus: '-' }] }));
    expect(inventory?.restoreJobs).toEqual([
      { ...job, validationStatus: 'FAILED', validationMessage: 'no rows', sourceResourceArn: table },
    ]);
  });

  it('may tell of a job while it ran and when it ended', () => {
    const running = { ...restore, jobStatus: 'RUNNING' };
    const inventory = read(JSON.stringify({ reportItems: [running, restore] }));
    expect(inventory?.restoreJobs.map(({ status }) => status)).toContain('COMPLETED');
  });

  it('of copies and backups is read too', () => {
    const common = { accountId: '111111111111', region: 'eu-west-1', resourceArn: table, jobStatus: 'FAILED' };
    const dates = { initiationDate: '2026-08-10T12:00:00Z', statusMessage: 'no, "really"' };
    const copy = { ...common, ...dates, copyJobId: 'copy-1', destinationBackupVaultArn: vault };
    const plan = 'arn:aws:backup:eu-west-1:111111111111:backup-plan:p-1';
    const backup = { ...common, ...dates, backupJobId: 'backup-1', backupPlanArn: plan, backupRuleId: 'r-1' };
    const inventory = read(JSON.stringify({ reportItems: [copy, backup] }));
    const at = {
      scope,
      origin: 'audit-manager',
      createdAt: Date.parse('2026-08-10T12:00:00Z'),
      message: 'no, "really"',
    };
    expect(inventory?.copyJobs).toEqual([
      { ...at, id: 'copy-1', resourceArn: table, state: 'FAILED', destinationVaultArn: vault },
    ]);
    expect(inventory?.backupJobs).toEqual([
      { ...at, id: 'backup-1', resourceArn: table, state: 'FAILED', planId: 'p-1', ruleId: 'r-1' },
    ]);
  });
});

describe('a log of CloudTrail', () => {
  it('tells that a restore began', () => {
    expect(read(JSON.stringify({ Records: [event] }))?.restoreJobs).toEqual([started]);
  });

  it('may be gzipped', () => {
    const zipped = gzipSync(JSON.stringify({ Records: [event] }));
    expect(importJobs('file', zipped, NOW).inventory?.restoreJobs).toEqual([started]);
  });

  it('may be what lookup-events printed', () => {
    const printed = { Events: [{ EventName: 'StartRestoreJob', CloudTrailEvent: JSON.stringify(event) }] };
    expect(read(JSON.stringify(printed))?.restoreJobs).toEqual([started]);
  });

  it('tells of restores without AWS Backup, where they are of a backup', () => {
    const call = {
      ...event,
      eventID: 'e-1',
      eventSource: 'dynamodb.amazonaws.com',
      eventName: 'RestoreTableToPointInTime',
    };
    const restored = { ...call, requestParameters: { sourceTableArn: table } };
    const launched = { ...call, eventSource: 'ec2.amazonaws.com', eventName: 'CreateVolume' };
    const volume = { ...launched, eventID: 'e-2', requestParameters: { snapshotId: 'snap-1' } };
    const file = JSON.stringify({ Records: [restored, volume] });
    expect(read(file)?.restoreJobs).toMatchObject([{ id: 'e-1', sourceResourceArn: table, status: 'STARTED' }]);
    expect(leftOut(file)).toEqual([]);
  });

  it('tells of nothing where it has other events, or AWS refused', () => {
    const others = [
      { ...event, eventName: 'StartBackupJob' },
      { ...event, eventSource: 'example.com' },
      { ...event, errorCode: 'AccessDenied', responseElements: null },
    ];
    expect(read(JSON.stringify({ Records: others }))).toBeUndefined();
  });
});

describe('events of EventBridge', () => {
  const stateChange = (status: string, detail: object = {}) => ({
    ...{ version: '0', id: 'x', 'detail-type': 'Restore Job State Change', source: 'aws.backup' },
    ...{ account: '111111111111', region: 'eu-west-1', time: '2026-08-10T13:00:00Z', resources: [] },
    detail: {
      ...{ restoreJobId: 'restore-1', recoveryPointArn: restore.recoveryPointArn, sourceResourceArn: table },
      ...{ creationDate: '2026-08-10T12:00:00Z', status, ...detail },
    },
  });
  const ended = stateChange('COMPLETED', { completionDate: '2026-08-10T13:00:00Z', createdResourceArn: table });
  const found = {
    ...{ scope, origin: 'eventbridge', id: 'restore-1', createdAt: Date.parse('2026-08-10T12:00:00Z') },
    ...{ completedAt: Date.parse('2026-08-10T13:00:00Z'), status: 'COMPLETED' },
    ...{ recoveryPointArn: restore.recoveryPointArn, sourceResourceArn: table, createdResourceArn: table },
  };

  it('tell of restores, one event a line; the end of a job counts, not its beginning', () => {
    const lines = [stateChange('RUNNING'), ended, stateChange('PENDING')].map((each) => JSON.stringify(each));
    expect(read(`${lines.join('\n')}\n`)?.restoreJobs).toEqual([found]);
    expect(read(JSON.stringify(ended))?.restoreJobs).toEqual([found]);
  });

  it('prove a beginning alone where no end was kept, by the names of the first event too', () => {
    const created = stateChange('COMPLETED', { status: undefined, state: 'CREATED', recoveryPointArn: undefined });
    const file = JSON.stringify({ ...created, resources: [restore.recoveryPointArn] });
    expect(read(file)?.restoreJobs).toMatchObject([
      { id: 'restore-1', status: 'STARTED', recoveryPointArn: restore.recoveryPointArn },
    ]);
  });

  it('about other things tell of nothing, and what lacks something is named', () => {
    const other = { ...ended, 'detail-type': 'Copy Job State Change' };
    const nameless = stateChange('COMPLETED', { restoreJobId: undefined });
    const file = [other, nameless, { Records: [] }].map((each) => JSON.stringify(each)).join('\n');
    expect(read(file)).toBeUndefined();
    expect(leftOut(file)).toEqual([
      'f:2, detail: it has no restoreJobId',
      expect.stringContaining('f:3: it is neither a job report') as unknown,
    ]);
  });
});

const reported = (changes: object) => JSON.stringify({ reportItems: [restore, { ...restore, ...changes }] });
const logged = (changes: object) => JSON.stringify({ Records: [{ ...event, ...changes }] });
const csv = (line: string) => `accountId,region,restoreJobId,jobStatus,creationDate,recoveryPointArn\n${line}\n`;

describe('a file that cannot be right is refused, by its place', () => {
  it.each<[story: string, text: string, message: string]>([
    ['no text', '\u0000', 'f: it is neither a job report'],
    [
      'other JSON',
      '{"a":1}',
      'f: it is neither a job report of AWS Backup Audit Manager, in CSV or JSON, nor a log of CloudTrail, nor an event of EventBridge',
    ],
    ['broken JSON', '{"Records":[', 'f: it is no JSON: '],
    ['other CSV', 'name,age\nx,1\n', 'f: it is neither a job report'],
    ['CSV with a quote that is never closed', csv('"1,2'), 'f: Quote Not Closed'],
    ['an empty file', '', 'f: it is neither a job report'],
  ])('%s', (_, text, message) => {
    expect(() => read(text, 'f')).toThrow(ImportError);
    expect(() => read(text, 'f')).toThrow(message);
  });

  it('bytes that are no text, and a damaged archive', () => {
    expect(() => importJobs('f', Uint8Array.of(0xff, 0xfe), NOW)).toThrow('f: it cannot be read as text');
    expect(() => importJobs('f', gzipSync('{}').subarray(0, 12), NOW)).toThrow('f: it cannot be read as text');
  });
});

describe('an item that is not understood is left out and named by its place', () => {
  it.each<[story: string, text: string, message: string]>([
    ['a line of another length', csv('1,2'), 'f:2: it has 2 fields, and the header has 6'],
    [
      'no job id',
      csv('111111111111,eu-west-1,,COMPLETED,2026-08-10T12:00:00Z,x'),
      'f:2: it has no restoreJobId, copyJobId or backupJobId',
    ],
    ['no account', reported({ accountId: '../..' }), 'f, reportItems[1]: "../.." is not a valid account ID'],
    ['no Region', reported({ region: 'eu/west' }), 'f, reportItems[1]: "eu/west" is not a valid Region'],
    ['no ARN', reported({ recoveryPointArn: 'x' }), 'f, reportItems[1]: "x" is not a valid ARN'],
    ['no status', reported({ jobStatus: '' }), 'f, reportItems[1]: it has no jobStatus and no status'],
    [
      'no moment',
      reported({ creationDate: 'yesterday' }),
      'f, reportItems[1]: "yesterday" is not a valid ISO 8601 timestamp',
    ],
    [
      'no creation',
      reported({ creationDate: undefined }),
      'f, reportItems[1]: it has no creationDate and no initiationDate',
    ],
    [
      'a moment to come',
      reported({ creationDate: '2026-11-23T00:00:00Z' }),
      'f, reportItems[1]: 2026-11-23T00:00:00Z is still to come',
    ],
    [
      'a moment before there was AWS',
      reported({ creationDate: '0026-11-01T05:00:00Z' }),
      'f, reportItems[1]: 0026-11-01T05:00:00Z is before 1970',
    ],
    ['an item that is none', '{"reportItems":[null]}', 'f, reportItems[0]: it has no restoreJobId'],
    [
      'an event without its job',
      logged({ responseElements: {} }),
      'f, Records[0], responseElements: it has no restoreJobId',
    ],
    [
      'an event without its point',
      logged({ requestParameters: null }),
      'f, Records[0], requestParameters: it has no recoveryPointArn',
    ],
    ['an event without its moment', logged({ eventTime: 12 }), 'f, Records[0]: it has no eventTime'],
    ['a printed event without its record', '{"Events":[{}]}', 'f, Events[0]: it has no CloudTrailEvent'],
    [
      'a printed event, by its id',
      '{"Events":[{"EventId":"e-1","CloudTrailEvent":"{"}]}',
      'f, Events[0], event e-1: it is no JSON',
    ],
    ['an event, by its id', logged({ eventID: 'e-1', eventTime: 12 }), 'f, Records[0], event e-1: it has no eventTime'],
    ['an event whose id is none', logged({ eventID: '\n', eventTime: 12 }), 'f, Records[0]: it has no eventTime'],
    [
      'a restore without AWS Backup that does not name its backup',
      logged({ eventSource: 'fsx.amazonaws.com', eventName: 'CreateFileSystemFromBackup', requestParameters: {} }),
      'f, Records[0], requestParameters: it has no backupId',
    ],
  ])('%s', (_, text, message) => {
    expect(leftOut(text)).toEqual([expect.stringContaining(message)]);
  });

  it('and the rest of the file is read', () => {
    const file = JSON.stringify({ Records: [{ ...event, eventTime: 12 }, event] });
    expect(read(file)?.restoreJobs).toEqual([started]);
    expect(leftOut(file)).toHaveLength(1);
    expect(read(JSON.stringify({ reportItems: [restore, null] }))?.restoreJobs).toHaveLength(1);
  });

  it('whatever it holds, with no other error', () => {
    const json = fc.json().map((value) => `{"reportItems":[${value}],"Records":[${value}]}`);
    fc.assert(
      fc.property(fc.oneof(fc.string(), json, fc.string().map(csv)), (text) => {
        try {
          read(text);
        } catch (error) {
          expect(error).toBeInstanceOf(ImportError);
        }
      }),
    );
  });
});
