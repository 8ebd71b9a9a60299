import { descriptorOf, tableOf } from '../model/resource.js';
import type { Resource, UnsupportedReason } from '../model/resource.js';

/** The message about a resource that AWS Backup cannot back up. */
export interface UnsupportedMessage {
  readonly status: 'notApplicable';
  readonly text: `AWS Backup cannot back up {name}: ${string}.`;
  /** The reason as a clause. */
  readonly meaning: string;
}

const CASES = tableOf('unsupported');

const REASONS = Object.keys(CASES) as readonly UnsupportedReason[];

/**
 * The reasons for which AWS Backup cannot back up a resource although it supports the resource's type. Rules spread them
 * among their messages.
 */
export const UNSUPPORTED = Object.fromEntries(
  REASONS.map((reason) => [reason, messageOf(CASES[reason].meaning)]),
) as Readonly<Record<UnsupportedReason, UnsupportedMessage>>;

function messageOf(meaning: string): UnsupportedMessage {
  return { status: 'notApplicable', text: `AWS Backup cannot back up {name}: ${meaning}.`, meaning };
}

/** The reason as a sentence without its full stop. */
export function describeUnsupported(reason: UnsupportedReason): string {
  return `AWS Backup cannot back it up: ${UNSUPPORTED[reason].meaning}`;
}

/** Finds the reason for which AWS Backup cannot back up this resource; undefined if it can. @source Developer Guide, whatisbackup: supported resources */
export function unsupportedReason(resource: Resource): UnsupportedReason | undefined {
  const { unsupported } = descriptorOf(resource);
  return REASONS.find((reason) => unsupported[reason]?.applies(resource) === true);
}
