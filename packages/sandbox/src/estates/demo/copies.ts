import { dynamoDbTable } from '../builders/dynamodb.js';
import { ebsVolume } from '../builders/ebs.js';
import type { Entry } from '../builders/entry.js';
import type { EstatePart } from '../builders/estate-of.js';
import { awsManagedKey, customerManagedKey } from '../builders/kms.js';
import { ownPlans } from '../builders/own-plans.js';
import { daily, plan, weekly } from '../builders/plan.js';
import { vault } from '../builders/vault.js';
import { production } from '../company.js';
import { dailyPlan } from './plans.js';
import { copyVault, productionFrankfurtVault, productionVault } from './vaults.js';

const { ireland } = production;

/** In an account of another company: what lies there is out of sight. */
const escrowVault = vault({ ...ireland, accountId: '999999999999' }, 'escrow');

/** The key that encrypts volumes without a key of their own. */
const ebsKey = awsManagedKey(ireland, 'ebs');
const ownKey = customerManagedKey(ireland, 'volumes');

/** The error of a vault for copies that its access policy does not allow. */
const refused = 'Access Denied trying to call AWS Backup service';

const copied = daily(35, productionVault, { copyTo: copyVault });

const formerPlan = plan(ireland, {
  name: 'former-copies',
  rules: [daily(90, productionVault, { copyTo: copyVault })],
  selections: [],
});

const movedTable: Entry = {
  resource: dynamoDbTable(ireland, { name: 'claims', tags: { backup: 'daily' } }),
  history: [
    { plan: formerPlan, since: 100, until: 40 },
    { plan: dailyPlan, since: 39 },
  ],
  expect: 'backed-up',
  why: 'its newest point is from this morning',
  and: {
    'cross-account-copy': { expect: 'stale', why: 'its plan of the last 39 days does not copy' },
  },
};

const withOwnPlans = ownPlans([
  {
    resource: dynamoDbTable(ireland, { name: 'source-code' }),
    rules: [daily(35, productionVault, { copyTo: escrowVault })],
    history: [{ since: 100 }],
    and: {
      'cross-account-copy': { expect: 'copy-reported', why: 'copies go to an account that is not scanned' },
    },
  },
  {
    resource: dynamoDbTable(ireland, { name: 'newsletters' }),
    rules: [copied],
    history: [{ since: 100, uncopied: { since: 100 } }],
    and: {
      'cross-account-copy': { expect: 'never-copied', why: 'the copy action was added after the last run' },
    },
  },
  {
    resource: dynamoDbTable(ireland, { name: 'routes' }),
    rules: [daily(35, productionVault, { copyTo: productionFrankfurtVault })],
    history: [{ since: 100 }],
    and: {
      'cross-account-copy': { expect: 'same-account', why: 'copies go to another Region of its account' },
    },
  },
  {
    resource: ebsVolume(ireland, { name: 'licence-server', key: ebsKey }),
    rules: [copied],
    history: [
      {
        since: 100,
        uncopied: {
          since: 100,
          message: 'Snapshots encrypted with the AWS Managed Key can’t be shared',
        },
      },
    ],
    and: {
      'cross-account-copy': {
        expect: 'blocked-by-key',
        why: 'no other account can use the key of its volume',
      },
    },
  },
  {
    resource: ebsVolume(ireland, { name: 'seminars', key: ebsKey }),
    rules: [copied],
    history: [{ since: 100, uncopied: { since: 100, message: refused } }],
    and: {
      'cross-account-copy': {
        expect: 'blocked-by-key',
        why: 'whatever its copy jobs say, AWS manages its key, and no other account can use that',
      },
    },
  },
  {
    resource: ebsVolume(ireland, { name: 'training-labs', key: ebsKey }),
    rules: [copied],
    history: [{ since: 100, uncopied: { since: 100 } }],
    and: {
      'cross-account-copy': {
        expect: 'blocked-by-key',
        why: 'no copy job is on record, and none could succeed: AWS manages its key',
      },
    },
  },
  {
    resource: ebsVolume(ireland, { name: 'atlas', key: ownKey }),
    rules: [copied],
    history: [{ since: 100, uncopied: { since: 100, message: refused } }],
    and: {
      'cross-account-copy': {
        expect: 'copy-failing',
        why: 'the access policy of the vault refuses it; its key could be shared',
      },
    },
  },
  {
    resource: dynamoDbTable(ireland, { name: 'price-lists' }),
    rules: [copied],
    history: [
      {
        since: 100,
        uncopied: { since: 100, message: refused },
      },
    ],
    and: {
      'cross-account-copy': { expect: 'copy-failing', why: 'the access policy of the vault refuses it' },
    },
  },
  {
    resource: dynamoDbTable(ireland, { name: 'bookings' }),
    rules: [daily(35, productionVault, { copyTo: copyVault, copyKeepDays: 7 })],
    history: [{ since: 100 }],
    and: {
      'cross-account-copy': { expect: 'retention-too-short', why: 'copies are kept for a week' },
    },
  },
  {
    resource: dynamoDbTable(ireland, { name: 'subscriptions' }),
    rules: [daily(35, productionVault), weekly(30, productionVault, { copyTo: copyVault })],
    history: [{ since: 100 }],
    and: {
      'cross-account-copy': {
        expect: 'suppressed',
        why: 'on Sundays the daily rule wins, as it keeps its points longer, and it does not copy',
      },
    },
  },
]);

/** Does a copy lie in another account, and if not, why not? */
export const copies: EstatePart = {
  plans: [formerPlan, ...withOwnPlans.plans],
  world: [ebsKey.world, ownKey.world],
  entries: [movedTable, ...withOwnPlans.entries],
};
