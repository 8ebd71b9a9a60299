import {
  type LegalHold,
  ListLegalHolds$,
  type ListLegalHoldsInput,
  type ListLegalHoldsOutput,
  ListRecoveryPointsByLegalHold$,
  type ListRecoveryPointsByLegalHoldInput,
  type ListRecoveryPointsByLegalHoldOutput,
  type RecoveryPointMember,
} from '@aws-sdk/client-backup';
import { backupPaging, resourceNotFound } from './backup-paging.js';
import { listing } from './listing.js';
import { found } from './lookup.js';
import type { Operation } from './operation.js';

/** Legal holds, those that have ended among them, and what each keeps. */
export const legalHoldOperations: readonly Operation[] = [
  listing<ListLegalHoldsInput, ListLegalHoldsOutput, LegalHold>(ListLegalHolds$, {
    items: ({ scope }) => (scope.legalHolds ?? []).map(({ hold }) => hold),
    page: 'LegalHolds',
    paging: backupPaging,
  }),
  listing<ListRecoveryPointsByLegalHoldInput, ListRecoveryPointsByLegalHoldOutput, RecoveryPointMember>(
    ListRecoveryPointsByLegalHold$,
    {
      items: ({ scope }, { LegalHoldId: id = '' }) => {
        const known = scope.legalHolds?.find(({ hold }) => hold.LegalHoldId === id);
        return found(known, () => resourceNotFound(`Legal hold ${id}`)).points;
      },
      page: 'RecoveryPoints',
      paging: backupPaging,
    },
  ),
];
