import { durationText, parseDuration } from '@backproof/core';
import type { Loss } from '@backproof/core';
import type { ObjectiveOptions } from './options.js';

/** The requirement on what comes back after one loss. */
export interface Objective {
  readonly loss: Loss;
  /** The loss, as it reads after `after`. */
  readonly after: string;
  /** Undefined: any moment is enough. */
  readonly rpoMs: number | undefined;
  /** Undefined: a restore may take any time. */
  readonly rtoMs: number | undefined;
}

/** The objectives that options set. */
export function objectivesOf(options: ObjectiveOptions): readonly Objective[] {
  const { deletion, late, region, account, organization, 'hostile-admin': admin } = options;
  const foundAfterMs = late === undefined ? 0 : parseDuration(late.foundAfter);
  return [
    objective(deletion, { kind: 'deletion' }, 'its deletion'),
    objective(late, { kind: 'late', foundAfterMs }, `a corruption that is found ${durationText(foundAfterMs)} later`),
    objective(region, { kind: 'region' }, 'the loss of its Region'),
    objective(account, { kind: 'account' }, 'the closure of its account'),
    objective(admin, { kind: 'hostile-admin' }, 'an attack by an administrator of its account'),
    objective(organization, { kind: 'organization' }, 'the closure of all accounts of its organization'),
  ].flat();
}

function objective(
  option: { readonly rpo?: string; readonly rto?: string } | undefined,
  loss: Loss,
  after: string,
): readonly Objective[] {
  if (option === undefined) return [];
  const msOf = (text: string | undefined) => (text === undefined ? undefined : parseDuration(text));
  return [{ loss, after, rpoMs: msOf(option.rpo), rtoMs: msOf(option.rto) }];
}
