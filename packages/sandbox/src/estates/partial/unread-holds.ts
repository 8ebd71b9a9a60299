import { denied } from '../builders/denied.js';
import { dynamoDbTable } from '../builders/dynamodb.js';
import type { EstatePart } from '../builders/estate-of.js';
import { ownPlans } from '../builders/own-plans.js';
import { daily } from '../builders/plan.js';
import { vault } from '../builders/vault.js';
import { backup } from '../company.js';

const { frankfurt } = backup;

const shortVault = vault(frankfurt, 'short-lived');

const withOwnPlans = ownPlans([
  {
    resource: dynamoDbTable(frankfurt, { name: 'disputes' }),
    rules: [daily(1, shortVault)],
    history: [{ since: 60, until: 1 }],
    expect: 'holds-unread',
    why: 'its newest point is past its deletion date, and whether a legal hold keeps it may not be read',
    and: {},
  },
]);

/** The backup account in Frankfurt: its legal holds may not be listed. */
export const unreadHolds: EstatePart = {
  vaults: [shortVault],
  plans: withOwnPlans.plans,
  world: [denied(frankfurt, { operation: 'backup:ListLegalHolds', status: 403 })],
  entries: withOwnPlans.entries,
};
