import type { Instance } from '@aws-sdk/client-ec2';
import type { Instant, ResourceState } from '@backproof/core';
import { toState, type StateWords } from '../translate.js';

/**
 * A pending instance may have been stopped before: it is not new. A terminated one stays listed for about an hour.
 *
 * @source API InstanceState; EC2 User Guide, ec2-instance-lifecycle
 */
const INSTANCE_STATES: StateWords = {
  available: ['running'],
  stopped: ['stopped'],
  transient: ['pending', 'stopping'],
  deleting: ['shutting-down', 'terminated'],
};

/**
 * `error`: the hardware under the volume failed, and its data cannot be recovered.
 *
 * @source API VolumeState; EBS User Guide, ebs-describing-volumes
 */
export const VOLUME_STATES: StateWords = {
  available: ['available', 'in-use'],
  failed: ['error'],
  creating: ['creating'],
  deleting: ['deleting', 'deleted'],
};

/** The state of an instance, and since when it is stopped, where EC2 reports that. */
export function instanceState({ State, StateTransitionReason }: Instance): ResourceState | undefined {
  return toState(INSTANCE_STATES, State?.Name, State?.Name === 'stopped' ? momentIn(StateTransitionReason) : undefined);
}

/**
 * EC2 reports the moment in words: `User initiated (2026-01-02 03:04:05 GMT)`. None where it says something else.
 *
 * @source API Instance.StateTransitionReason
 */
function momentIn(reason = ''): Instant | undefined {
  const [, day, time] = /\((\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2}) GMT\)$/.exec(reason) ?? [];
  const moment = day === undefined || time === undefined ? NaN : Date.parse(`${day}T${time}Z`);
  return Number.isNaN(moment) ? undefined : moment;
}
