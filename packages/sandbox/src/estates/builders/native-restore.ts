import { NATIVE_RESTORES, type NativeRestoreName, type Scope } from '@backproof/core';
import type { WorldScope } from '../../world/world.js';
import { daysAgo } from './moment.js';
import { inScope } from './resource.js';
import { trailEvent } from './trail-event.js';

/** A call that restores without AWS Backup. */
interface NativeRestore {
  readonly call: NativeRestoreName;
  /** The day on which it was made, counted back from the estate's now. */
  readonly day: number;
  /** The input, in CloudTrail's spelling. */
  readonly input: object;
  readonly output?: object;
  /** The error by which AWS refused it. Absent: AWS accepted it. */
  readonly errorCode?: string;
  /** AWS Backup made it, for a restore job of its own. */
  readonly byAwsBackup?: true;
}

/** The event that a restore without AWS Backup leaves. */
export function nativeRestore(
  scope: Scope,
  { call, day, input, output, errorCode, byAwsBackup }: NativeRestore,
): WorldScope {
  const event = trailEvent(scope, {
    name: call,
    at: daysAgo(day),
    service: NATIVE_RESTORES[call].service,
    by: byAwsBackup && 'backup.amazonaws.com',
    more: {
      requestParameters: input,
      responseElements: errorCode === undefined ? (output ?? {}) : null,
      ...(errorCode !== undefined && { errorCode, errorMessage: 'The call was refused' }),
    },
  });
  return inScope(scope, { trailEvents: [event] });
}

/** The input or output of RunInstances, as far as it names the image. */
export function instancesOf(imageId: string): object {
  return { instancesSet: { items: [{ imageId }] } };
}
