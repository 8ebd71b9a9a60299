import { count, pointsInWords } from '@backproof/core';
import type { Evidence, Verdict } from '@backproof/core';
import type { VaultContext } from './context.js';

/** Judges a vault: does it hold expired recovery points that were not deleted? */
export function judgeVault({ dossier, options, pass, fail, unknown }: VaultContext): Verdict {
  const { vault, leftovers, unread } = dossier;
  const { name } = vault;
  const [expired] = leftovers.expired;
  if (expired !== undefined) {
    const evidence: readonly Evidence[] = [{ kind: 'vault', id: vault.arn, text: pointsInWords(expired) }];
    const data = {
      name,
      points: count(expired.points, 'expired recovery point'),
      resources: count(expired.resources, 'resource'),
      oldest: new Date(expired.oldest),
    };
    return options.leftovers === 'fail'
      ? fail('expired-points', data, evidence)
      : pass('expired-noted', data, evidence);
  }
  return unread.includes('leftovers') ? unknown('vault-unread', { name }) : pass('no-expired-points', { name });
}
