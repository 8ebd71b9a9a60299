import { holdLedger, holdsIn, openLedger, releaseLedger } from '@backproof/ledger';
import { EXIT } from './exit-code.js';
import { noLedger } from './ledger-commands.js';
import type { LedgerFlags } from './ledger-commands.js';
import { holdLine } from './ledger-lines.js';
import { answer } from './say.js';

/** The flags of `backproof ledger release`. */
export interface ReleaseFlags extends LedgerFlags {
  readonly name: string;
  readonly reason: string;
}

/** The flags of `backproof ledger hold`. */
export interface HoldFlags extends ReleaseFlags {
  readonly from?: string;
  readonly to?: string;
}

/** `backproof ledger hold`: places a legal hold on some days, or on all. Gives the exit code, as all of these do. */
export async function holdCommand({ ledger, ...hold }: HoldFlags): Promise<number> {
  const { number, sha256 } = await holdLedger(ledger, hold, Date.now());
  answer(`hold ${hold.name} placed by manifest ${number} of the ledger, SHA-256 ${sha256}`);
  return EXIT.clean;
}

/** `backproof ledger release`: releases a legal hold. */
export async function releaseCommand({ ledger, ...release }: ReleaseFlags): Promise<number> {
  const { number, sha256 } = await releaseLedger(ledger, release, Date.now());
  answer(`hold ${release.name} released by manifest ${number} of the ledger, SHA-256 ${sha256}`);
  return EXIT.clean;
}

/** `backproof ledger holds`: lists the legal holds that are in force. */
export async function holdsCommand({ ledger }: LedgerFlags): Promise<number> {
  const { manifests } = await openLedger(ledger);
  if (manifests.length === 0) throw noLedger(ledger);
  const holds = holdsIn(manifests);
  if (holds.length === 0) answer('no hold is in force');
  for (const hold of holds) answer(holdLine(hold));
  return EXIT.clean;
}
