import { count, formatInstant } from '@backproof/core';
import type { PointCount, RelatedInStory, RelationKind, ResourceState } from '@backproof/core';

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

/** A related resource as a line: `Attached to web (arn:...) since ...; backups of the instance from then on include it`. */
export function relatedText({ kind, arn, resource, since, points }: RelatedInStory): string {
  const name =
    resource === undefined ? (arn ?? 'a source that AWS does not name') : `${resource.name} (${resource.arn})`;
  const seen = resource === undefined ? ', which was not scanned' : `, which has ${pointsText(points)}`;
  if (kind !== 'host') return `${WORDS[kind]} ${name}${seen}`;
  const when = typeof since === 'number' ? ` since ${formatInstant(since)}` : '';
  return `${WORDS[kind]} ${name}${when}${seen}; backups of the instance from then on include it`;
}

function pointsText(points: PointCount | undefined): string {
  if (points === undefined) return 'no recovery point in any vault that was read';
  const { points: all, usable, newest } = points;
  const last = `the newest of ${formatInstant(Date.parse(newest))}`;
  return `${count(all, 'recovery point')}, ${usable === all ? 'all usable' : `${usable.toLocaleString('en')} usable`}, ${last}`;
}
