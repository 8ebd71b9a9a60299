import type { BackupKey, CommonEvidence, Instant, RuleContext, Vault } from '@backproof/core';
import { lockMode } from '@backproof/core';
import type { messages } from './messages.js';
import type { Options } from './options.js';

/** The evidence that the rule needs, and how much of it: a pass is about every recovery point. */
export const needs = { recoveryPoints: 'all', vaults: 'all', backupKeys: 'context' } as const;

/** The facts that all resources of a run share. */
interface Prepared {
  readonly vaults: ReadonlyMap<string, Vault>;
  readonly keys: ReadonlyMap<string, BackupKey>;
  /** Returns true for a vault whose recovery points cannot be deleted early. */
  readonly isLocked: (vaultArn: string) => boolean;
}

/** The context in which the rule judges a resource. */
export type Context = RuleContext<keyof typeof needs, typeof messages, Options, Prepared>;

/** Works out, once a run, what the resources share. */
export function prepare({ common, now }: { readonly common: CommonEvidence; readonly now: Instant }): Prepared {
  const vaults = new Map(common.vaults.map((vault) => [vault.arn, vault]));
  return {
    vaults,
    keys: new Map(common.backupKeys.map((key) => [key.arn, key])),
    isLocked: (vaultArn) => {
      const vault = vaults.get(vaultArn);
      return vault !== undefined && lockMode(vault, now) === 'compliance';
    },
  };
}
