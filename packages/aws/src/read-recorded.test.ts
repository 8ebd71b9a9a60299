import { afterEach, expect, it } from '@jest/globals';
import { config } from './services/config/service.js';
import { answerOnce, expectAllAsked, opened, scope } from './services/reading.fixture.js';
import { rememberRecorded } from './read-recorded.js';

const Expression =
  'SELECT arn, configurationItemCaptureTime, resourceCreationTime, configuration, supplementaryConfiguration ' +
  "WHERE resourceType = 'AWS::DynamoDB::Table'";

function answer(operation: string, input: Record<string, string | number>, body: object, status?: number): void {
  answerOnce('config', `StarlingDoveService.${operation}`, input, body, status);
}

function recorder(recordingFrequency: string, lastStatus = 'SUCCESS', recording = true): void {
  answer('DescribeConfigurationRecorderStatus', {}, { ConfigurationRecordersStatus: [{ recording, lastStatus }] });
  if (!recording) return;
  answer('DescribeConfigurationRecorders', {}, { ConfigurationRecorders: [{ recordingMode: { recordingFrequency } }] });
}

const row = (arn: string) => JSON.stringify({ arn, configurationItemCaptureTime: '2026-01-02T03:04:05.000Z' });

function recorded() {
  const { signal } = new AbortController();
  return rememberRecorded({ calls: opened(config), scope, signal });
}

afterEach(expectAllAsked);

it('what AWS Config recorded is asked once, however often it is wanted', async () => {
  recorder('CONTINUOUS');
  answer('SelectResourceConfig', { Expression, Limit: 100 }, { Results: [row('arn:a'), row('arn:b')] });
  const recordedOf = recorded();
  const [once, again] = await Promise.all([recordedOf('AWS::DynamoDB::Table'), recordedOf('AWS::DynamoDB::Table')]);
  expect([...once.keys()]).toEqual(['arn:a', 'arn:b']);
  expect(again).toBe(once);
});

it.each([
  ['no recorder runs', 'CONTINUOUS', 'SUCCESS', false],
  ['the recorder looks once a day', 'DAILY', 'SUCCESS', true],
  ['the recorder fails', 'CONTINUOUS', 'FAILURE', true],
])('nothing is taken from AWS Config where %s', async (_story, frequency, status, recording) => {
  recorder(frequency, status, recording);
  expect((await recorded()('AWS::DynamoDB::Table')).size).toBe(0);
});

it('what came before AWS Config refused is taken, and the rest is left to the service', async () => {
  recorder('CONTINUOUS');
  answer('SelectResourceConfig', { Expression, Limit: 100 }, { Results: [row('arn:a')], NextToken: 'a' });
  answer('SelectResourceConfig', { Expression, Limit: 100, NextToken: 'a' }, { __type: 'AccessDeniedException' }, 400);
  expect([...(await recorded()('AWS::DynamoDB::Table')).keys()]).toEqual(['arn:a']);
});
