import type { IsoInstant } from '../model/instant.js';
import { count, formatBytes } from '../model/quantity.js';
import { formatInstant } from '../rule/message.js';
import { scopeOf, vaultNameOf } from '../semantics/arn.js';
import type {
  ExpiredPoints,
  GoneResource,
  KeptTwice,
  Leftovers,
  PointCount,
  UnjudgedFailure,
} from '../model/leftovers.js';
import type { Run } from './run.js';

/** Leftovers of one kind in words. Names and messages in them are untrusted text: a reporter escapes them. */
export interface LeftoverGroup {
  readonly kind: keyof Leftovers | 'notLookedFor';
  /** The name of the kind of item, always in the same words. */
  readonly label: string;
  /** The total: `35 recovery points of 1 resource that is gone`. */
  readonly title: string;
  /** One for each leftover, the largest first: `arn:...: 35 recovery points, 5 usable, 30 expired, ...`. */
  readonly items: readonly string[];
}

/**
 * Returns the leftovers of a run in words, by kind; or that they were not looked for. Empty if there are none, or if the run
 * does not record them.
 */
export function leftoverGroups({
  leftovers,
  pointsCreatedAfter,
}: Pick<Run, 'leftovers' | 'pointsCreatedAfter'>): readonly LeftoverGroup[] {
  if (pointsCreatedAfter !== undefined) return [notLookedFor(pointsCreatedAfter)];
  if (leftovers === undefined) return [];
  const { gone, expired, failing, keptTwice } = leftovers;
  const all: readonly LeftoverGroup[] = [
    {
      kind: 'gone',
      label: 'Resource that is gone',
      title: `${pointsText(gone)} of ${count(gone.length, 'resource')} that ${gone.length === 1 ? 'is' : 'are'} gone`,
      items: largestFirst(gone).map(goneText),
    },
    {
      kind: 'expired',
      label: 'Expired recovery points',
      title: expiredTitle(sum(expired)),
      items: largestFirst(expired).map(expiredText),
    },
    {
      kind: 'failing',
      label: 'Failing backup jobs',
      title: `Failing backup jobs of ${count(failing.length, 'resource')} that no rule judged`,
      items: failing.toSorted((a, b) => b.failures - a.failures).map(failingText),
    },
    {
      kind: 'keptTwice',
      label: 'Backed up twice',
      title: `${count(keptTwice.length, 'instance')} whose volumes are also backed up separately`,
      items: keptTwice.toSorted((a, b) => b.volumes - a.volumes).map(keptTwiceText),
    },
  ];
  return all.filter(({ items }) => items.length > 0);
}

function notLookedFor(createdAfter: IsoInstant): LeftoverGroup {
  const since = formatInstant(Date.parse(createdAfter));
  return {
    kind: 'notLookedFor',
    label: 'The scan did not look for leftovers',
    title: 'the scan did not look for leftovers',
    items: [`recovery points from before ${since} were read only of resources that later ones do not decide`],
  };
}

/** The first items of a group as one text, and the number of the others: `35 ... that is gone: arn:...: ...; and 7 more`. */
export function leftoverText({ title, items }: LeftoverGroup, most: number): string {
  const more = items.length > most ? `; and ${(items.length - most).toLocaleString('en')} more` : '';
  return `${title}: ${items.slice(0, most).join('; ')}${more}`;
}

function largestFirst<Counted extends PointCount>(counted: readonly Counted[]): readonly Counted[] {
  return counted.toSorted((a, b) => b.points - a.points || b.sizeBytes - a.sizeBytes);
}

function goneText({ arn, type, ...points }: GoneResource): string {
  return `${type} ${arn}: ${pointsInWords(points)}`;
}

/** The number of recovery points, of which how many are usable and expired, their size and their age. */
export function pointsInWords(points: PointCount): string {
  const { usable, expired } = points;
  const fates = [
    `${usable.toLocaleString('en')} usable`,
    ...(expired > 0 ? [`${expired.toLocaleString('en')} expired`] : []),
  ];
  return [pointsText([points]), ...fates, ...sizeAndAge(points)].join(', ');
}

function expiredTitle(points: number): string {
  return `${count(points, 'expired recovery point')} that ${points === 1 ? 'was' : 'were'} not deleted`;
}

function expiredText({ vaultArn, resources, ...points }: ExpiredPoints): string {
  const facts = [
    `${count(points.points, 'expired recovery point')} of ${count(resources, 'resource')}`,
    ...sizeAndAge(points),
  ];
  return `${vaultText(vaultArn)}: ${facts.join(', ')}`;
}

/** A vault by its name and its place: `vault main (111111111111 eu-west-1)`. */
export function vaultText(vaultArn: string): string {
  const scope = scopeOf(vaultArn);
  const name = vaultNameOf(vaultArn);
  return scope === undefined || name === undefined ? vaultArn : `vault ${name} (${scope.accountId} ${scope.region})`;
}

function failingText({ resourceArn, accountId, region, failures, last, state, message }: UnjudgedFailure): string {
  const jobs = `${count(failures, 'backup job')} failed, the last on ${day(last)}`;
  const why = message ?? 'AWS gave no reason';
  return `${resourceArn} (${accountId} ${region}): ${jobs}, ${state}: ${why}`;
}

function keptTwiceText({ name, arn, volumes }: KeptTwice): string {
  return `${name} (${arn}): ${count(volumes, 'volume')}`;
}

/** The size as far as AWS reports it, and the first and the last day. */
function sizeAndAge({ sizeBytes, oldest, newest }: PointCount): readonly string[] {
  const from = day(oldest);
  const to = day(newest);
  const created = from === to ? `created ${from}` : `created ${from} to ${to}`;
  return [...(sizeBytes > 0 ? [`${formatBytes(sizeBytes)} as AWS reports`] : []), created];
}

function pointsText(counted: readonly PointCount[]): string {
  return count(sum(counted), 'recovery point');
}

function sum(counted: readonly PointCount[]): number {
  return counted.reduce((total, { points }) => total + points, 0);
}

function day(iso: string): string {
  return iso.slice(0, 10);
}
