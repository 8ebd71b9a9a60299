import type { Event } from '@aws-sdk/client-cloudtrail';

/** The contents of one scope in CloudTrail. */
export interface CloudTrailWorld {
  /** The events of its event history, in any order and of any age. */
  readonly trailEvents?: readonly Event[];
}
