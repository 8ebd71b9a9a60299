import { dynamoDbTable } from '../builders/dynamodb.js';
import { ebsVolume } from '../builders/ebs.js';
import type { Entry } from '../builders/entry.js';
import type { EstatePart } from '../builders/estate-of.js';
import { legalHold } from '../builders/legal-hold.js';
import { ownPlans } from '../builders/own-plans.js';
import { daysAgo } from '../builders/moment.js';
import { daily, monthly, weekly } from '../builders/plan.js';
import { dbInstance } from '../builders/rds.js';
import { vault } from '../builders/vault.js';
import { production } from '../company.js';
import { DAILY, dailyPlan } from './plans.js';
import { frankfurtVault, productionVault, sealedVault } from './vaults.js';

const { ireland, frankfurt } = production;

/** In an account of another company: what is there is out of sight. */
const escrowVault = vault({ ...frankfurt, accountId: '999999999999' }, 'escrow');

const contested = dynamoDbTable(ireland, { name: 'contested', tags: { backup: 'contested' } });
const contestedPlanned = ownPlans([
  {
    resource: contested,
    rules: [daily(1, productionVault)],
    history: [{ since: 60, until: 1, held: [1] }],
    expect: 'held',
    why: 'its job of this morning is missing; a legal hold keeps the point of yesterday past its end',
    and: {},
  },
]);

const scanned: readonly Entry[] = [
  {
    resource: ebsVolume(ireland, { name: 'uploads', tags: DAILY }),
    history: [{ plan: dailyPlan, since: 60, infected: [0] }],
    expect: 'older-is-clean',
    why: "a malware scan found something in this morning's point, and yesterday's is clean",
  },
  {
    resource: ebsVolume(ireland, { name: 'inbox', tags: DAILY }),
    history: [{ plan: dailyPlan, since: 60, infected: [3, 2, 1, 0] }],
    expect: 'stale-since-infected',
    why: 'a malware scan found something in the points of four days',
  },
  {
    resource: ebsVolume(ireland, { name: 'outbox' }),
    history: [{ plan: dailyPlan, since: 40, until: 33, infected: [36, 35, 34, 33] }],
    expect: 'plan-gone-unusable',
    why: 'no plan selects it any more, and a malware scan found something in each point that is left',
  },
];

const continuousTiers = [
  daily(35, productionVault, { continuous: true }),
  weekly(90, productionVault),
  monthly(365, productionVault),
];

const withOwnPlans = ownPlans([
  {
    resource: dbInstance(ireland, { name: 'twofold', retentionDays: 35, continuousPoint: true }),
    rules: continuousTiers,
    history: [{ since: 400 }],
    why: 'its plan keeps a continuous backup beside the snapshots of the same hour',
    and: {
      'retention-tiers': {
        expect: 'tiers-held',
        why: 'the continuous backup holds the daily tier, snapshots the others',
      },
    },
  },
  {
    resource: dbInstance(ireland, { name: 'rewound', retentionDays: 35, continuousPoint: true }),
    rules: continuousTiers,
    history: [{ since: 400, replaced: 5 }],
    why: 'its continuous point was replaced five days ago, when its retention changed',
    and: {
      'retention-tiers': {
        expect: 'tiers-held',
        why: 'RDS can restore 35 days, which holds the daily tier all the same',
      },
    },
  },
  {
    resource: ebsVolume(ireland, { name: 'downloads', createdAt: daysAgo(3) }),
    rules: [daily(35, productionVault, { copyTo: escrowVault })],
    history: [{ since: 2, infected: [2, 1, 0] }],
    expect: 'only-infected',
    why: 'a malware scan found something in each of its points',
    and: {
      'cross-account-copy': { expect: 'only-infected', why: 'its copies are of infected points' },
    },
  },
  {
    resource: ebsVolume(ireland, { name: 'on-its-way' }),
    rules: [daily(35, productionVault, { airGapped: sealedVault, deleteAfterCopy: true })],
    history: [{ since: 0 }],
    expect: 'copy-pending',
    why: "this morning's point is there only until its copy to the air-gapped vault is complete",
    and: {
      'retention-tiers': {
        expect: 'design-falls-short',
        why: 'a point that is deleted once it is copied does not count, and nothing is kept longer than 35 days',
      },
    },
  },
  {
    resource: ebsVolume(ireland, { name: 'relayed' }),
    rules: [daily(35, productionVault, { copyTo: frankfurtVault })],
    history: [{ since: 100, onward: escrowVault }],
    and: {
      'cross-account-copy': {
        expect: 'copy-reported',
        why: 'two copy jobs in a row brought it to an account out of sight; the copy between them is gone',
      },
    },
  },
]);

/** Recovery points that are infected, held, temporary, replaced or copied on. */
export const points: EstatePart = {
  world: [
    legalHold(ireland, {
      title: 'dispute with a customer',
      of: contestedPlanned.entries.flatMap(({ resource, history = [] }) =>
        history.map((each) => ({ resource, history: each })),
      ),
    }),
  ],
  plans: [...contestedPlanned.plans, ...withOwnPlans.plans],
  entries: [...contestedPlanned.entries, ...withOwnPlans.entries, ...scanned],
};
