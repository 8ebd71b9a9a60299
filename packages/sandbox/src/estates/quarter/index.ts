import { entryAt, leftoversAt } from '../builders/story.js';
import { estateOf } from '../builders/estate-of.js';
import { exceptionsOf } from '../builders/exceptions.js';
import { dayOn, noonOf, type Day } from '../builders/moment.js';
import { regionSettings } from '../builders/region-settings.js';
import { ACCOUNTS, backup, production } from '../company.js';
import type { Estate } from '../estate.js';
import { failures } from './failures.js';
import { dailyPlan, testsAt, vaults } from './plans.js';
import { unprotected } from './unprotected.js';
import { untested } from './untested.js';

const stories = [...failures, ...untested, ...unprotected];

const FROM = Date.parse('2026-07-01T00:00:00Z');
const TO = Date.parse('2026-10-01T00:00:00Z');

/** When it was scanned, at noon, so that its restores are known since thirty days before the first. */
const SCANNED: readonly Day[] = ['2026-07-05', '2026-08-02', '2026-08-30', '2026-09-27'];

/** The two accounts in the third quarter of 2026. */
function at(now: number): Estate {
  if (now < FROM || now > TO) {
    const [from, to] = [FROM, TO].map((moment) => new Date(moment).toISOString());
    throw new RangeError(`the estate quarter covers the time from ${String(from)} to ${String(to)}`);
  }
  return estateOf({
    name: 'quarter',
    title: 'Two accounts in the third quarter of 2026: failures, fixes, and resources that come and go',
    accounts: ACCOUNTS,
    regions: [production.ireland.region],
    parts: [
      {
        vaults,
        plans: [dailyPlan],
        testPlans: [testsAt(now)],
        world: [
          ...[production.ireland, backup.ireland].map((scope) => regionSettings(scope)),
          ...stories.flatMap((story) => leftoversAt(story, now)),
        ],
        entries: stories.flatMap((story) => entryAt(story, now) ?? []),
      },
    ],
    policy: { 'retention-tiers': { tiers: [{ name: 'daily', every: '24h', keep: '14d' }] } },
    now,
    scannedOn: SCANNED.filter((day) => noonOf(day) < now).map(dayOn),
  });
}

/** Two accounts that move through a quarter. Not a spread: that would make its worlds at once. */
export const quarter = Object.assign(at(TO), {
  story: { from: FROM, to: TO, at, exceptions: stories.flatMap(exceptionsOf) },
});
