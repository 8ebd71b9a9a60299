import type { Verdict } from '@backproof/core';
import { judgeAccount } from './account.js';
import type { Context } from './context.js';
import { judgeBackupPlan } from './backup-plan.js';
import { judgeTestingPlan } from './testing-plan.js';
import { judgeVault } from './vault.js';

/** Judges a backup plan, a restore-testing plan, a vault, or an account in a Region. */
export function judge({ dossier, ...rest }: Context): Verdict {
  if ('vault' in dossier) return judgeVault({ ...rest, dossier });
  if ('account' in dossier) return judgeAccount({ ...rest, dossier });
  const { plan } = dossier;
  return 'rules' in plan ? judgeBackupPlan({ ...rest, dossier }, plan) : judgeTestingPlan({ ...rest, dossier }, plan);
}
