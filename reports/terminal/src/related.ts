import { count, formatInstant, nativeBackupName } from '@backproof/core';
import type { NativeBackup, PointCount, RelatedInStory, RelationKind, ResourceState } from '@backproof/core';

/** `stopped since 2026-11-18 05:00 UTC`, with AWS's own word where that says more. */
export function stateText({ is, word, since }: ResourceState): string {
  const own = word === is ? is : `${is} (${word})`;
  return since === undefined ? own : `${own} since ${formatInstant(since)}`;
}

const WORDS: Readonly<Record<RelationKind, string>> = {
  host: 'Attached to',
  parts: 'Its volume',
  cluster: 'Member of',
  source: 'Replicates',
  peer: 'Replica of the same table as',
};

/** A related resource as a line: `Attached to web (arn:...) since ...; backups of web from then on include it; web has ...`. */
export function relatedText({ kind, arn, resource, since, points, nativeBackups }: RelatedInStory): string {
  if (resource === undefined) {
    return `${WORDS[kind]} ${arn ?? 'a source that AWS does not name'}, which was not scanned`;
  }
  const { name } = resource;
  const when = typeof since === 'number' ? ` since ${formatInstant(since)}` : '';
  const included = when === '' ? '' : `; backups of ${name} from then on include it`;
  const backups = [...(points === undefined ? [] : [pointsText(points)]), ...nativeBackups.map(nativeText)];
  const found = backups.length === 0 ? 'no backup that was found' : backups.join(' and ');
  return `${WORDS[kind]} ${name} (${resource.arn})${when}${included}; ${name} has ${found}`;
}

function pointsText({ points, usable, newest }: PointCount): string {
  const last = `the newest of ${formatInstant(Date.parse(newest))}`;
  return `${count(points, 'recovery point')} (${usable === points ? 'all' : usable.toLocaleString('en')} usable, ${last})`;
}

function nativeText(native: NativeBackup): string {
  const { latestRestorableAt } = native;
  const reach =
    latestRestorableAt === undefined ? 'no restorable time reported' : `up to ${formatInstant(latestRestorableAt)}`;
  return `${nativeBackupName(native)} (${reach})`;
}
