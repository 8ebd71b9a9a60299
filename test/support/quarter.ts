import { DAY } from '@backproof/core';
import { quarter } from '@backproof/sandbox';
import type { Estate, EstateException, EstateStory } from '@backproof/sandbox';
import type { ScanOptions, ScanResult, Waiver } from 'backproof';
import { RECOMMENDED_RULES, scanWorld } from './estate-scan.js';

/** The estate `quarter` moves from July to September 2026: what becomes of it is told by `story.exceptions`. */
export const story: EstateStory = storyOf(quarter);

function storyOf({ name, story: told }: Estate): EstateStory {
  if (told === undefined) throw new Error(`the estate ${name} stands still`);
  return told;
}

/** When it is scanned: at noon on the thirteen Sundays of the quarter. */
export const SCANS: readonly number[] = Array.from(
  { length: 13 },
  (_, week) => Date.parse('2026-07-05T12:00:00Z') + week * 7 * DAY,
);

/** The first moment after the quarter: a scan then shows that the quarter is covered to its end. */
const AFTERWARDS = Date.parse('2026-10-01T00:00:00Z');

/** Whoever runs the wiki may do without backups until the middle of August. */
const wikiWaiver: Waiver = {
  id: 'wiki-without-backup',
  rule: 'backup-coverage',
  resources: ['arn:aws:dynamodb:eu-west-1:111111111111:table/wiki'],
  reason: 'Its pages are exported to paper',
  owner: 'intranet',
  approvedBy: 'security',
  expires: Date.parse('2026-08-15T00:00:00Z'),
};

/** Scans the quarter into a ledger, each Sunday through the SDK over HTTP, by the recommended rules. */
export async function recordQuarter(ledger: string): Promise<readonly ScanResult[]> {
  const results: ScanResult[] = [];
  for (const now of SCANS) results.push(await scanAt(now, { ledger, waivers: [wikiWaiver] }));
  return results;
}

/** Scans once more, after the quarter. */
export function recordAfterwards(ledger: string): Promise<ScanResult> {
  return scanAt(AFTERWARDS, { ledger, waivers: [wikiWaiver] });
}

/** A configuration file by which the command judges as the scan of a moment did, and the waivers that it names. */
export function configAt(now: number): { readonly config: string; readonly waivers: string } {
  const { policy } = story.at(now);
  const rules = RECOMMENDED_RULES.map(({ id }) => [id, { options: policy[id] ?? {} }] as const);
  return {
    config: JSON.stringify({ rules: Object.fromEntries(rules), waivers: ['waivers.json'] }),
    waivers: JSON.stringify([{ ...wikiWaiver, expires: '2026-08-14' }]),
  };
}

/** Scans the estate as it stands at a moment, by all rules. */
export async function scanAt(now: number, options: ScanOptions): Promise<ScanResult> {
  const { world, policy } = story.at(now);
  const rules = RECOMMENDED_RULES.map((rule) => ({ rule, options: policy[rule.id] ?? {} }));
  return scanWorld(world, { now, rules, ...options });
}

/** An exception as scans see it that are days apart. */
export interface SeenException extends Pick<EstateException, 'rule' | 'resourceArn' | 'resourceName'> {
  /** The first scan that saw it. */
  readonly opened: number;
  /** The first scan after it; absent where the last scan still saw it. */
  readonly closed?: number;
}

/** What the scans must have seen of the exceptions of the story, by rule and resource, the oldest first. */
export const seenExceptions: readonly SeenException[] = story.exceptions
  .flatMap(({ rule, resourceArn, resourceName, from, to = Infinity }): readonly SeenException[] => {
    const opened = SCANS.find((scan) => scan >= from);
    const closed = SCANS.find((scan) => scan >= to);
    if (opened === undefined || opened === closed) return [];
    return [{ rule, resourceArn, resourceName, opened, ...(closed !== undefined && { closed }) }];
  })
  .toSorted(inOrder);

export function inOrder(a: SeenException, b: SeenException): number {
  return key(a) < key(b) ? -1 : 1;
}

function key({ rule, resourceArn, opened }: SeenException): string {
  return `${rule} ${resourceArn} ${new Date(opened).toISOString()}`;
}
