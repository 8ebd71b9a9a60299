import { count, pointsInWords } from '@backproof/core';
import type { Evidence, Verdict } from '@backproof/core';
import type { VaultContext } from './context.js';

/** Judges a vault: does it hold expired recovery points that were not deleted, and could others open it? */
export function judgeVault({ dossier, options, pass, fail, unknown }: VaultContext): Verdict {
  const { vault, leftovers, vaultApprovals, unread } = dossier;
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
  if (unread.includes('leftovers')) return unknown('vault-unread', { name });
  if (vault.vaultType !== 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT') return pass('no-expired-points', { name });
  const approval = vaultApprovals.find(({ vaultArn }) => vaultArn === vault.arn);
  if (approval === undefined) return unknown('approval-team-unread', { name });
  const { teamArn: team } = approval;
  return team === undefined ? pass('no-approval-team', { name }) : pass('approval-team', { name, team });
}
