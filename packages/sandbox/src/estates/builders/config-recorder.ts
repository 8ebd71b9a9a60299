import type { RecordingFrequency, ResourceType } from '@aws-sdk/client-config-service';
import type { Scope } from '@backproof/core';
import type { WorldScope } from '../../world/world.js';
import { daysAgo, hoursAgo } from './moment.js';
import { arnIn, inScope } from './resource.js';

interface RecorderOptions {
  /** The types that it records. Absent: all that AWS Config can. */
  readonly only?: readonly ResourceType[];
  /** Absent: continuous. */
  readonly frequency?: RecordingFrequency;
}

/** AWS Config is on in a scope, and has recorded what is there. */
export function configRecorder(scope: Scope, { only, frequency = 'CONTINUOUS' }: RecorderOptions = {}): WorldScope {
  return inScope(scope, {
    configRecorders: [
      {
        recorder: {
          name: 'default',
          arn: arnIn(scope, 'config', 'configuration-recorder/default/0123456789abcdef'),
          roleARN: `arn:${scope.partition}:iam::${scope.accountId}:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig`,
          recordingGroup: only ? { allSupported: false, resourceTypes: [...only] } : { allSupported: true },
          recordingMode: { recordingFrequency: frequency },
          recordingScope: 'PAID',
        },
        status: {
          name: 'default',
          lastStartTime: daysAgo(400),
          recording: true,
          lastStatus: 'Success',
          lastStatusChangeTime: hoursAgo(0.5),
        },
      },
    ],
  });
}

/** A resource that AWS Config knows, and that is nowhere else in the scope. */
export function knownToConfig(scope: Scope, resourceType: ResourceType, arn: string, recordedAt: Date): WorldScope {
  const { accountId, region: awsRegion } = scope;
  const configurationItemCaptureTime = recordedAt.toISOString();
  return inScope(scope, { configItems: [{ accountId, awsRegion, resourceType, arn, configurationItemCaptureTime }] });
}
