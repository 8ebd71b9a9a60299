import { estateOf } from '../builders/estate-of.js';
import { regionSettings } from '../builders/region-settings.js';
import { ACCOUNTS, production, REGIONS } from '../company.js';
import { attachments } from './attachments.js';
import { followers } from './followers.js';
import { hosts } from './hosts.js';
import { milanPart } from './milan.js';
import { parts } from './parts.js';
import { dailyPlan, goldPlan, tests } from './plans.js';
import { points } from './points.js';
import { promises } from './promises.js';
import { states } from './states.js';
import { withoutPlan } from './without-plan.js';
import { milan, vaults } from './vaults.js';

/** Kinds of resources on which a verdict is easily wrong, after reports of people who run AWS Backup or scan it. */
export const field = estateOf({
  name: 'field',
  title: 'What real estates hold: volumes and their hosts, replicas, broken promises, stopped and failed resources',
  accounts: ACCOUNTS,
  regions: [...REGIONS, milan.region],
  parts: [
    {
      vaults,
      plans: [goldPlan, dailyPlan],
      world: [regionSettings(production.ireland), regionSettings(production.frankfurt)],
    },
    hosts,
    attachments,
    parts,
    followers,
    promises,
    states,
    points,
    withoutPlan,
    milanPart,
  ],
  testedBy: [tests],
});
