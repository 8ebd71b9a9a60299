import { buildVaultArn } from '@backproof/core';
import type { Scope } from '@backproof/core';
import { scope } from '@backproof/testing';

export const REGIONS = ['eu-west-1', 'eu-central-1'] as const;

/** Ten accounts whose resources are judged, in two Regions each. */
export const WORKLOADS: readonly Scope[] = Array.from({ length: 10 }, (_, n) => `${n + 1}`.padStart(12, '1')).flatMap(
  (accountId) => REGIONS.map((region) => scope({ accountId, region })),
);

const BACKUP_ACCOUNT = '900000000001';

/** The account that holds the copies, which is scanned too. */
export const BACKUP_SCOPES: readonly Scope[] = REGIONS.map((region) => scope({ accountId: BACKUP_ACCOUNT, region }));

/** The vault of the backup account that the copies of a Region go to. */
export function centralVaultArn({ region }: Pick<Scope, 'region'>): string {
  return buildVaultArn(scope({ accountId: BACKUP_ACCOUNT, region }), 'central');
}

/** A vault of an account that is not scanned. */
export function partnerVaultArn({ region }: Pick<Scope, 'region'>): string {
  return buildVaultArn(scope({ accountId: '900000000002', region }), 'partner');
}
