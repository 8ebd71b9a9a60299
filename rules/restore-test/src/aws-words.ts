import {
  type RESTORE_DELETION_STATUSES,
  type RESTORE_JOB_STATUSES,
  type RESTORE_VALIDATION_STATUSES,
  type RestoreJob,
  STARTED,
} from '@backproof/core';

type Ended = 'well' | 'badly' | 'not-yet' | 'not-known';

/** The words of AWS for the status of a restore job, and `STARTED`, which is not one of AWS. */
const JOB: Readonly<Record<(typeof RESTORE_JOB_STATUSES)[number] | typeof STARTED, Ended>> = {
  COMPLETED: 'well',
  FAILED: 'badly',
  ABORTED: 'badly',
  PENDING: 'not-yet',
  RUNNING: 'not-yet',
  [STARTED]: 'not-known',
};

/** The words of AWS for the validation of what a test restored. */
const VALIDATION: Readonly<Record<(typeof RESTORE_VALIDATION_STATUSES)[number], Ended>> = {
  SUCCESSFUL: 'well',
  FAILED: 'badly',
  TIMED_OUT: 'badly',
  VALIDATING: 'not-yet',
};

/** The words of AWS for the deletion of what a test restored. */
const DELETION: Readonly<Record<(typeof RESTORE_DELETION_STATUSES)[number], Ended>> = {
  SUCCESSFUL: 'well',
  FAILED: 'badly',
  DELETING: 'not-yet',
};

/** Returns the end of a restore; undefined if AWS reports it with a word that is not known. */
export function endOf({ status }: RestoreJob): Ended | undefined {
  return meaningOf(status, JOB);
}

/** Returns the end of its validation; `none` if there was none, undefined if the word is not known. */
export function validationOf({ validationStatus }: RestoreJob): Ended | 'none' | undefined {
  return validationStatus === undefined ? 'none' : meaningOf(validationStatus, VALIDATION);
}

/**
 * Returns the end of the deletion of the restored resource; `none` if no deletion is known, undefined if the word is
 * not known.
 */
export function deletionOf({ deletionStatus }: RestoreJob): Ended | 'none' | undefined {
  return deletionStatus === undefined ? 'none' : meaningOf(deletionStatus, DELETION);
}

/** The first word of AWS on a restore that is not known, with the name of its field. */
export function unknownWord(job: RestoreJob): { readonly field: string; readonly word: string } {
  const { status, validationStatus = '' } = job;
  return endOf(job) === undefined
    ? { field: 'Status', word: status }
    : { field: 'ValidationStatus', word: validationStatus };
}

function meaningOf(word: string, words: Readonly<Record<string, Ended>>): Ended | undefined {
  return Object.hasOwn(words, word) ? words[word] : undefined;
}
