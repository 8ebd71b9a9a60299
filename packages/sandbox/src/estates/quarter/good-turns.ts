import { turn, type Story } from '../builders/story.js';

/** The day before the story begins. */
export const BEFORE = '2026-06-30';

const always = <const Message extends string>(message: Message, why: string) => [turn(BEFORE, message, why)];

/** The verdicts on a resource without any failure. */
export const allWell = {
  'backup-coverage': always('backed-up', 'its newest point is from this morning'),
  'retention-tiers': always('tiers-held', 'two weeks of daily points are there'),
  'cross-account-copy': always('copied', 'every point is copied to the backup account'),
  'restore-test': always('tested', 'it is restored each month, and the result validated'),
  'replication-only': always('not-replicated', 'it has no replica'),
} satisfies Story['rules'];
