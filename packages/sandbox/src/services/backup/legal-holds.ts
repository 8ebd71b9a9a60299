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
import { backupPaging, resourceNotFound } from './paging.js';
import { listing } from '../../service/listing.js';
import { found } from '../../service/lookup.js';
import type { Operation } from '../../service/operation.js';
import type { BackupWorld } from './world.js';

/** Legal holds, those that have ended among them, and what each keeps. */
export const legalHoldOperations: readonly Operation<BackupWorld>[] = [
  listing<BackupWorld, ListLegalHoldsInput, ListLegalHoldsOutput, LegalHold>(ListLegalHolds$, {
    items: ({ scope }) => (scope.legalHolds ?? []).map(({ hold }) => hold),
    page: 'LegalHolds',
    paging: backupPaging,
  }),
  listing<BackupWorld, ListRecoveryPointsByLegalHoldInput, ListRecoveryPointsByLegalHoldOutput, RecoveryPointMember>(
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
