import { evidenceOfCopyJob, evidenceOfJob, pointsInWords, printable, scopeOf, vaultText } from '@backproof/core';
import type { Absence, GoneStory } from '@backproof/core';
import { nativeLines } from './own-words.js';
import { paintFor } from './paint.js';
import { section } from './story.js';
import { written } from './wrapped.js';
import type { Look } from './wrapped.js';
import { datedLine, JOBS_SHOWN, restoresText } from './story-sections.js';

const ABSENCES: Readonly<Record<Absence, string>> = {
  gone: 'It no longer exists: the scan listed all resources of its type, and it is not one of them.',
  'not-scanned': 'Its account and Region were not scanned, so whether it still exists is unknown.',
  unread: 'Resources of its type could not be listed completely, so whether it still exists is unknown.',
  'not-judged': 'No rule judges resources of its type, so whether it still exists was not determined.',
};

/** Renders what is left of a resource that the scan did not list, as text. Each piece ends in a newline. */
export function* renderGoneStory(story: GoneStory, look: Look): Generator<string> {
  yield* written(goneLines(story, look.color), look);
}

function* goneLines(story: GoneStory, color: boolean): Generator<string> {
  const { arn, type, absence, backupJobs, copyJobs, restores, isPartial } = story;
  const paint = paintFor(color);
  yield printable(type === undefined ? arn : `${type} ${arn}`);
  yield ABSENCES[absence];
  if (isPartial) yield 'Some recovery points or jobs could not be read: there may be more than is shown here.';
  yield leftText(story);
  yield* section('Backups that are left', [...pointLines(story)], paint);
  const jobs = backupJobs.slice(0, JOBS_SHOWN).map((job) => datedLine(evidenceOfJob(job), arn));
  yield* section('Last backup jobs', jobs.length === 0 ? ['No backup job on record.'] : jobs, paint);
  yield* section(
    'Last copy jobs',
    copyJobs.slice(0, JOBS_SHOWN).map((job) => datedLine(evidenceOfCopyJob(job), arn)),
    paint,
  );
  yield* section('Last restores', [...restoresText(restores.slice(0, JOBS_SHOWN))], paint);
}

/** Says whether it can still be restored: for many, the reason to ask. */
function leftText({ points, nativeBackups, isPartial }: GoneStory): string {
  if ((points?.usable ?? 0) > 0 || nativeBackups.some(({ latestRestorableAt }) => latestRestorableAt !== undefined)) {
    return 'It can still be restored from the backups that are left.';
  }
  return isPartial ? 'No usable backup of it was found.' : 'It cannot be restored: no usable backup of it is left.';
}

/** All its points, and by vault; those in other accounts and Regions are copies. */
function* pointLines({ home, points, vaults, nativeBackups }: GoneStory): Generator<string> {
  if (points === undefined) yield 'No recovery point in any vault that was read.';
  if (points !== undefined && vaults.length > 1) yield pointsInWords(points);
  for (const { vaultArn, ...inVault } of vaults) {
    const scope = scopeOf(vaultArn);
    const isAway = home !== undefined && (scope?.accountId !== home.accountId || scope.region !== home.region);
    yield printable(`${vaultText(vaultArn)}: ${pointsInWords(inVault)}${isAway ? '; copies' : ''}`);
  }
  yield* nativeLines(nativeBackups);
}
