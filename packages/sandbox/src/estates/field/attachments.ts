import { ec2Instance, volumeOf } from '../builders/ec2.js';
import type { Entry } from '../builders/entry.js';
import type { EstatePart } from '../builders/estate-of.js';
import { daysAgo, hoursAgo } from '../builders/moment.js';
import { anyOf, daily, plan } from '../builders/plan.js';
import { regionSettings } from '../builders/region-settings.js';
import { backup, production } from '../company.js';
import { DAILY, dailyPlan, GOLD, goldHistory, goldSays, throughGold } from './plans.js';
import { backupVault } from './vaults.js';

const { ireland } = production;
const { frankfurt } = backup;

const mail = ec2Instance(ireland, {
  name: 'mail',
  tags: GOLD,
  dataVolumes: [
    { name: 'mail-new', createdAt: daysAgo(12), attachedAt: daysAgo(12) },
    { name: 'mail-moved', attachedAt: daysAgo(12) },
    { name: 'mail-today', createdAt: hoursAgo(2), attachedAt: hoursAgo(2) },
  ],
});

const print = ec2Instance(ireland, {
  name: 'print',
  tags: DAILY,
  dataVolumes: [{ name: 'print-spool', createdAt: daysAgo(3), attachedAt: daysAgo(3) }],
});

const kiosk = ec2Instance(frankfurt, { name: 'kiosk', tags: DAILY });
const kioskPlan = plan(frankfurt, {
  name: 'kiosks',
  rules: [daily(35, backupVault)],
  selections: [{ SelectionName: 'tagged', ListOfTags: anyOf(DAILY) }],
});

const ofMail: readonly Entry[] = [
  {
    resource: mail,
    history: [goldHistory],
    expect: 'backed-up',
    why: 'its newest image is from this morning',
    and: goldSays,
  },
  {
    resource: volumeOf(mail, 'mail-root'),
    expect: 'covered-by',
    why: 'every image of its instance holds it',
    and: throughGold('mail'),
  },
  {
    resource: volumeOf(mail, 'mail-new'),
    expect: 'covered-by',
    why: 'it was created and attached twelve days ago, and every image since holds it',
    and: {
      ...throughGold('mail'),
      'restore-test': { expect: 'not-due-yet', why: 'it is younger than 90 days itself' },
    },
  },
  {
    resource: volumeOf(mail, 'mail-moved'),
    expect: 'covered-by',
    why: 'it was attached twelve days ago, and the newest image holds it',
    and: {
      ...throughGold('mail'),
      'retention-tiers': {
        expect: 'attached-later',
        why: 'it is much older than its attachment, and no image from before holds it',
      },
    },
  },
  {
    resource: volumeOf(mail, 'mail-today'),
    expect: 'awaiting-with',
    why: 'it was attached after the newest image, and the next one will hold it',
    and: {
      'retention-tiers': { expect: 'awaiting-with', why: 'no image that would hold it is overdue' },
      'cross-account-copy': { expect: 'awaiting-with', why: 'no copy that would hold it is overdue' },
    },
  },
];

const ofOthers: readonly Entry[] = [
  {
    resource: print,
    history: [
      {
        plan: dailyPlan,
        since: 60,
        failing: { since: 4, state: 'FAILED', message: 'The quota of images is used up.' },
      },
    ],
    expect: 'stale',
    why: 'its images have failed for five days',
  },
  {
    resource: volumeOf(print, 'print-root'),
    expect: 'related-fails',
    why: 'the images of its instance are too old, and it has no points of its own',
  },
  {
    resource: volumeOf(print, 'print-spool'),
    expect: 'unprotected',
    why: 'it was attached after the newest image of its instance, and has no points of its own',
  },
  { resource: kiosk, expect: 'opt-in-unknown', why: 'a plan selects it, and the settings say nothing of EC2' },
  {
    resource: volumeOf(kiosk, 'kiosk-root'),
    expect: 'related-unknown',
    why: 'whether its instance is backed up is not known',
  },
];

/** Volumes and the images of their instances: an image holds what was attached when it was made. */
export const attachments: EstatePart = {
  plans: [kioskPlan],
  world: [regionSettings(frankfurt, { unsaid: ['EC2'] })],
  entries: [...ofMail, ...ofOthers],
};
