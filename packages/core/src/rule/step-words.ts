import { durationText } from '../config/duration.js';
import type { RecoveryStep } from '../semantics/recovery-step.js';
import type { Loss } from '../semantics/survival/index.js';

/** The ways to refer to the resources of a step: one, or several. */
const WORDS = { one: { them: 'it', their: 'its' }, several: { them: 'them', their: 'their' } } as const;

/** A step before a loss as a sentence. @param losses those that it is for; a time to keep points is that of the latest find */
export function stepSentence(step: RecoveryStep, losses: readonly Loss[], number: keyof typeof WORDS = 'one'): string {
  const { them, their } = WORDS[number];
  const found = losses.flatMap((loss) => (loss.kind === 'late' ? [loss.foundAfterMs] : []));
  const longer = `longer than ${durationText(Math.max(0, ...found))}`;
  const toAccount = `${their} recovery points to another account, and`;
  const ownKey = 'a key of that account';
  switch (step) {
    case 'enable-key':
      return `Let the key of ${their} backups work again: cancel its deletion, and enable it.`;
    case 'enable-image':
      return `Enable the images that are ${their} backups again.`;
    case 'assign':
      return `Assign ${them} to a backup plan.`;
    case 'assign-and-keep':
      return `Assign ${them} to a backup plan that keeps ${their} recovery points for ${longer}.`;
    case 'assign-and-copy-to-region':
      return `Assign ${them} to a backup plan that copies ${their} recovery points to another Region.`;
    case 'assign-and-copy-to-account':
      return `Assign ${them} to a backup plan that copies ${toAccount} encrypts them with ${ownKey}.`;
    case 'assign-and-lock':
      return `Assign ${them} to a backup plan whose vault is locked in compliance mode, under a key that the account cannot delete.`;
    case 'keep-longer':
      return `Keep recovery points for ${longer}.`;
    case 'copy-to-region':
      return `Copy ${their} recovery points to another Region.`;
    case 'copy-to-account':
      return `Copy ${toAccount} encrypt them with ${ownKey}.`;
    case 'change-key-and-copy-to-account':
      return `Encrypt ${them} with a customer managed key, as no other account can use one that AWS manages. Then copy ${toAccount} encrypt them with ${ownKey}.`;
    case 'back-up-in-organization':
      return `Restore ${them} in an account of another organization, and make backups there: AWS Backup copies within one organization only.`;
    case 'lock':
      return `Lock ${their} vault in compliance mode.`;
    case 'lock-and-change-key':
      return `Lock ${their} vault in compliance mode, and encrypt the backups with a key that the account cannot delete.`;
    case 'change-key':
      return 'Encrypt the backups with a key of another account.';
  }
}
