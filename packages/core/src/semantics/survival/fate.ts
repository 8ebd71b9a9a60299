import type { Instant } from '../../model/instant.js';
import type { DeletionGuards } from '../deletion-guard.js';
import type { KeyFault } from '../key-fault.js';
import type { Place } from './place.js';
import type { WayBack } from './way-back.js';

/**
 * The effect of a loss on a way back. `stays`: it can be restored. `at-risk`: it cannot be restored while a key is disabled,
 * and is lost at a moment unless somebody prevents that. `unknown`: AWS does not document it, or it was not read.
 */
export type Fate =
  | { readonly kind: 'stays'; readonly way: WayBack; readonly needs: readonly RestoreStep[] }
  | { readonly kind: 'at-risk'; readonly way: WayBack; readonly until: Instant; readonly why: Why }
  | { readonly kind: 'gone'; readonly way: WayBack; readonly why: Why }
  | { readonly kind: 'unknown'; readonly way: WayBack; readonly why: Why };

/** A reason why a way back does not survive a loss, or is not known to. */
export type Why =
  | 'status-not-known'
  | 'too-new'
  | 'older-not-listed'
  | 'in-the-region'
  | 'in-the-account'
  | 'key-in-the-account'
  | 'key-lost'
  | 'key-not-known'
  | 'image-disabled'
  | 'image-not-read'
  | 'key-unusable'
  | 'key-pending-deletion'
  | 'goes-with-the-resource'
  | 'stops-with-the-bucket'
  | 'vault-not-locked'
  | 'vault-not-read'
  | 'policy-against-root'
  | 'deleted-by-its-service'
  | 'native-can-be-deleted'
  | 'snapshot-lock-not-read'
  | 'approval-team-not-read'
  | 'no-approval-team'
  | 'approval-team-in-the-account'
  | 'organization-not-read'
  | 'in-the-organization';

/** A step before the restore. */
export type RestoreStep =
  | 'in-its-region'
  | 'in-its-account'
  | 'refuse-deletion'
  | 'system-backup'
  | 'enable-image'
  | 'recover-from-bin'
  | 'approval-team';

/** The facts that the fates of all resources rest on. */
export interface LossGrounds {
  readonly now: Instant;
  readonly guards: DeletionGuards;
  /** Returns the ARN of the approval team of an air-gapped vault, or that it has none; undefined: not read. */
  readonly teamOf: (vaultArn: string) => string | undefined;
  /** Returns true if AWS manages a key, so that it cannot be deleted in the account; undefined: not known. */
  readonly managedByAws: (keyArn: string) => boolean | undefined;
  /** Returns the reason why a key does not work now; undefined: it works, or its state is not known. */
  readonly faultOf: (keyArn: string) => KeyFault | undefined;
  /** The accounts of the organization; undefined: not read. */
  readonly organization: ReadonlySet<string> | undefined;
}

/** The resource whose loss, or the loss of whose place, is asked about. */
export interface LostResource extends Place {
  readonly arn: string;
}
