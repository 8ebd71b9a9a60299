import { denied } from '../builders/denied.js';
import { efsFileSystem } from '../builders/efs.js';
import type { EstatePart } from '../builders/estate-of.js';
import { anyOf, daily, plan } from '../builders/plan.js';
import { dbInstance } from '../builders/rds.js';
import { regionSettings } from '../builders/region-settings.js';
import { vault } from '../builders/vault.js';
import { hygieneLabel } from '../builders/entry.js';
import { backup } from '../company.js';

const { ireland } = backup;

const backupVault = vault(ireland, 'backup');

const dailyPlan = plan(ireland, {
  name: 'backup-daily',
  rules: [daily(35, backupVault)],
  selections: [{ SelectionName: 'tagged', ListOfTags: anyOf({ backup: 'daily' }) }],
});

const why = 'the one selection of the one plan may not be read, so it is unknown what it selects';

/** The backup account in Ireland: plans may be listed, their selections may not be read. */
export const unreadSelection: EstatePart = {
  vaults: [backupVault],
  plans: [dailyPlan],
  otherLabels: [hygieneLabel(dailyPlan, 'reach-unknown', why)],
  world: [regionSettings(ireland), denied(ireland, { operation: 'backup:GetBackupSelection', status: 403 })],
  entries: [
    {
      resource: efsFileSystem(ireland, { name: 'copy-ledger', tags: { backup: 'daily' } }),
      history: [{ plan: dailyPlan, since: 100 }],
      expect: 'evidence-incomplete',
      why,
    },
    {
      resource: dbInstance(ireland, { name: 'audit-db', retentionDays: 0 }),
      expect: 'evidence-incomplete',
      why,
    },
  ],
};
