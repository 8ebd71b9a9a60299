import {
  type ConfigurationRecorder,
  type ConfigurationRecorderStatus,
  DescribeConfigurationRecordersCommand,
  DescribeConfigurationRecorderStatusCommand,
} from '@aws-sdk/client-config-service';
import type { ConfigType, ResourceCount } from '@backproof/core';
import { listOf } from '../../left-out.js';
import { required } from '../../required.js';
import type { ConfigAccess } from './rows.js';

/** Explains why AWS Config may be behind by more than minutes for a type; undefined where it is not. */
export type Recorder = (configType: ConfigType) => ResourceCount['behind'];

/**
 * The recorder of a scope that is running; undefined where there is none.
 *
 * @source API ConfigurationRecorderStatus, RecordingMode: both name the customer managed recorder where none is asked for
 */
export async function runningRecorder({ calls: { call } }: Pick<ConfigAccess, 'calls'>): Promise<Recorder | undefined> {
  const answer = await call(new DescribeConfigurationRecorderStatusCommand());
  const what = 'DescribeConfigurationRecorderStatus: ConfigurationRecordersStatus';
  const [status] = required(answer.ConfigurationRecordersStatus, what, answer);
  if (status === undefined) return undefined;
  if (!required(status.recording, 'DescribeConfigurationRecorderStatus: recording', answer)) return undefined;
  const described = await call(new DescribeConfigurationRecordersCommand());
  const recorders = required(
    described.ConfigurationRecorders,
    'DescribeConfigurationRecorders: ConfigurationRecorders',
    described,
  );
  return (configType) => behindBy(status, recorders[0], configType);
}

function behindBy(
  { lastStatus }: ConfigurationRecorderStatus,
  recorder: ConfigurationRecorder | undefined,
  configType: ConfigType,
): ResourceCount['behind'] {
  // The SDK spells it `Failure`, the guide `FAILURE`.
  if (lastStatus?.toUpperCase() === 'FAILURE') return 'failing';
  const mode = recorder?.recordingMode;
  const overrides = listOf('RecordingMode.recordingModeOverrides', mode?.recordingModeOverrides);
  const override = overrides.find(({ resourceTypes }) => resourceTypes?.includes(configType));
  return (override?.recordingFrequency ?? mode?.recordingFrequency) === 'DAILY' ? 'daily' : undefined;
}
