import { canonicalJson, defined, sha256 } from '@backproof/core';
import type { Instant } from '@backproof/core';
import { appendManifest } from './chain.js';
import type { Ledger } from './chain.js';
import { holdsIn } from './holds.js';
import { LedgerError } from './ledger-error.js';
import type { Hold, Manifest, ManifestAction } from './manifest.js';

const NAME = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/;
const DAY_TEXT = /^\d{4}-\d{2}-\d{2}$/;
const LONGEST_REASON = 1000;

/**
 * Places a legal hold on some days, or on all: until it is released, `compactLedger` leaves their files as they are and
 * `pruneLedger` removes nothing.
 *
 * @throws LedgerError if a hold of that name is in force, its name, its reason or a day is not valid, or the folder has no ledger
 */
export async function holdLedger(folder: string, hold: Hold, now: Instant): Promise<Manifest> {
  const { name, reason, from, to } = hold;
  checkWords(hold);
  for (const day of [from, to]) {
    if (day !== undefined && !isDay(day)) throw new LedgerError(`"${day}" is not a valid day. Write 2026-11-22.`);
  }
  if (from !== undefined && to !== undefined && to < from) {
    throw new LedgerError(`the hold ends on ${to}, before it begins on ${from}. Swap the days.`);
  }
  return change(folder, { action: 'hold', hold: defined({ name, reason, from, to }) }, now, (ledger) => {
    if (!holdsIn(ledger.manifests).some((each) => each.name === name)) return;
    throw new LedgerError(`a hold named ${name} is in force. Choose another name, or release it first.`);
  });
}

/**
 * Releases a hold. The chain keeps both: when it was placed and when it was released, and why.
 *
 * @throws LedgerError if no hold of that name is in force, or the reason is not valid
 */
export async function releaseLedger(
  folder: string,
  { name, reason }: Pick<Hold, 'name' | 'reason'>,
  now: Instant,
): Promise<Manifest> {
  checkWords({ name, reason });
  return change(folder, { action: 'release', hold: { name, reason } }, now, (ledger) => {
    if (holdsIn(ledger.manifests).some((each) => each.name === name)) return;
    throw new LedgerError(
      `no hold named ${name} is in force. List them with: backproof ledger holds --ledger ${folder}`,
    );
  });
}

async function change(
  folder: string,
  action: ManifestAction,
  now: Instant,
  check: (ledger: Ledger) => void,
): Promise<Manifest> {
  const takenAt = new Date(now).toISOString();
  const id = sha256([canonicalJson({ ...action, takenAt })]);
  const manifest = await appendManifest(folder, (ledger) => {
    if (ledger.manifests.length === 0) throw new LedgerError(`no ledger in ${folder}. Name the folder of a ledger.`);
    check(ledger);
    return { ...action, id, takenAt, parts: [] };
  });
  if (manifest === undefined) throw new LedgerError(`the ledger in ${folder} could not be changed`);
  return manifest;
}

function checkWords({ name, reason }: Pick<Hold, 'name' | 'reason'>): void {
  if (!NAME.test(name)) {
    throw new LedgerError(`"${name}" is not a valid name of a hold. Use up to 64 letters, digits, dots, dashes.`);
  }
  if (reason.trim() === '' || reason.length > LONGEST_REASON) {
    throw new LedgerError(`a hold needs a reason of up to ${LONGEST_REASON} characters. Write --reason "Case 17".`);
  }
}

function isDay(text: string): boolean {
  if (!DAY_TEXT.test(text)) return false;
  const moment = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
}
