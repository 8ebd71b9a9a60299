import { runOf } from '../builders/moment.js';
import type { EstatePart } from '../builders/estate-of.js';
import { continuousPointArn, pointArn } from '../builders/point-arn.js';
import { restoreTest, restoreTestingPlan } from '../builders/restore-test.js';
import { production } from '../company.js';
import { ledgerRestored, ledgerVolume } from './compute.js';
import { ordersDb, ordersRestored } from './databases.js';
import { tieredPlan } from './plans.js';
import { productionVault } from './vaults.js';

const monthly = restoreTestingPlan(production.ireland, 'monthly', ['EBS', 'RDS']);

/** Yesterday's restore tests, whose restored resources are still there. */
export const restoreTesting: EstatePart = {
  world: [
    monthly.world,
    restoreTest({
      plan: monthly,
      of: ledgerVolume,
      point: {
        arn: pointArn(ledgerVolume, productionVault, tieredPlan, runOf(1)),
        at: runOf(1),
        vault: productionVault,
      },
      into: ledgerRestored,
    }),
    restoreTest({
      plan: monthly,
      of: ordersDb,
      point: { arn: continuousPointArn(production.ireland, ordersDb.arn), at: runOf(20), vault: productionVault },
      into: ordersRestored,
    }),
  ],
};
