import { anyOf, daily, monthly, plan, weekly } from '../builders/plan.js';
import { production } from '../company.js';
import { copyVault, efsVault, productionVault } from './vaults.js';

/** Every day, kept five weeks: for what carries `backup: daily`. */
export const dailyPlan = plan(production.ireland, {
  name: 'production-daily',
  rules: [daily(35, productionVault)],
  selections: [{ SelectionName: 'tagged-daily', ListOfTags: anyOf({ backup: 'daily' }) }],
});

/** Every day, week and month, each copied to the backup account: for what carries `backup: tiered`. */
export const tieredPlan = plan(production.ireland, {
  name: 'production-tiered',
  rules: [
    daily(35, productionVault, { copyTo: copyVault }),
    weekly(90, productionVault, { copyTo: copyVault }),
    monthly(365, productionVault, { copyTo: copyVault }),
  ],
  selections: [{ SelectionName: 'tagged-tiered', ListOfTags: anyOf({ backup: 'tiered' }) }],
});

/** Any moment of the last five weeks: for databases that carry `backup: continuous`. */
export const continuousPlan = plan(production.ireland, {
  name: 'production-continuous',
  rules: [daily(35, productionVault, { continuous: true })],
  selections: [{ SelectionName: 'tagged-continuous', ListOfTags: anyOf({ backup: 'continuous' }) }],
});

/** Every day, kept one day: for what carries `backup: brief`. */
export const briefPlan = plan(production.ireland, {
  name: 'production-brief',
  rules: [daily(1, productionVault)],
  selections: [{ SelectionName: 'tagged-brief', ListOfTags: anyOf({ backup: 'brief' }) }],
});

/** The plan that EFS makes for its own automatic backups. @source EFS User Guide, automatic-backups */
export const efsPlan = plan(production.ireland, {
  name: 'aws/efs/automatic-backup-plan',
  id: 'aws/efs/73d922fb-9312-3a70-99c3-e69367f9fdad',
  rules: [daily(35, efsVault)],
  selections: [
    { SelectionName: 'aws-efs-automatic', ListOfTags: anyOf({ 'aws:elasticfilesystem:default-backup': 'enabled' }) },
  ],
});
