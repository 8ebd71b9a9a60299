import { buildVaultArn } from '@backproof/core';
import type { Vault } from '@backproof/core';
import { bunker, home } from './place.js';

/** A vault at home, without a lock. */
export function vault(fields: Partial<Vault> = {}): Vault {
  const { scope = home, name = 'main' } = fields;
  return { scope, arn: buildVaultArn(scope, name), name, vaultType: 'BACKUP_VAULT', recoveryPointCount: 1, ...fields };
}

/** The ARN of the vault at home that points go to. */
export const vaultArn = buildVaultArn(home, 'main');

/** The ARN of the vault in the other account and Region that copies go to. */
export const bunkerVaultArn = buildVaultArn(bunker, 'bunker');
