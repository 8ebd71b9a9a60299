import type { OrganizationAccount } from '../model/scope.js';
import type { Run } from './run.js';

/** An account of the organization that a scan left out. */
export type AccountNotScanned = OrganizationAccount & Required<Pick<OrganizationAccount, 'leftOut'>>;

/**
 * Returns the accounts of the organization that were left out: by the user, or because they are not active. One that could
 * not be entered is no such account: nothing of it could be read, which makes the run incomplete.
 */
export function accountsNotScanned({ accounts = [] }: Pick<Run, 'accounts'>): readonly AccountNotScanned[] {
  return accounts.flatMap((account) => (account.leftOut === undefined ? [] : { ...account, leftOut: account.leftOut }));
}
