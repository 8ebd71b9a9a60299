import { compare, defined, groupBy } from '@backproof/core';
import type { Ledger } from '@backproof/ledger';
import { subjectKey } from './absence.js';
import type { AuditException } from './audit.js';
import { GRACE } from './coverage.js';
import { lastRestores } from './last-restores.js';
import type { Member } from './memberships.js';
import type { Period } from './period.js';
import { isAddition, isRemoval } from './population.js';
import type { AuditedPopulation, AuditedResource, PopulationCount } from './population.js';
import { readSubjects } from './read-outcomes.js';
import type { SubjectWords } from './read-outcomes.js';
import type { RecordedRun } from './recorded-run.js';
import { iso, runRef } from './run-ref.js';

/**
 * The run that the population begins with: the last one before the period if it is no older than runs may be apart, and the
 * first one of the period otherwise.
 */
export function openingRun(
  earlier: readonly RecordedRun[],
  runs: readonly RecordedRun[],
  { from }: Period,
  cadenceMs: number,
): RecordedRun | undefined {
  const before = earlier.at(-1);
  const isNear = before !== undefined && from - before.takenAt <= cadenceMs + GRACE;
  return isNear && runs.length > 0 ? before : runs[0];
}

/** The parts of an audit that its population is made of. */
interface PopulationParts {
  readonly opening: RecordedRun | undefined;
  readonly closing: RecordedRun | undefined;
  /** The number of the closing run among all that were followed. */
  readonly closingNumber: number;
  readonly members: Iterable<Member>;
  /** The end of the period. */
  readonly until: number;
  readonly exceptions: readonly AuditException[];
}

/** The population of a period. @throws LedgerError if a part was changed or is missing */
export async function auditedPopulation(ledger: Ledger, parts: PopulationParts): Promise<AuditedPopulation> {
  const { opening, closing, closingNumber, members, exceptions } = parts;
  const ofSubject = groupBy(exceptions, ({ arn, type, region }) => subjectKey(arn, type, region));
  const keyOf = ({ arn, type, region }: Member): string => subjectKey(arn, type, region);
  // Of what was only there before, that remains of which there is an exception.
  const concerned = [...members].filter((member) => isListed(member) || ofSubject.has(keyOf(member)));
  const subjectAt = await readSubjects(
    ledger,
    concerned.flatMap(({ tracked }) => tracked?.place ?? []),
  );
  const restored = await lastRestores(ledger, parts.until);
  const since = ledger.manifests.reduce((oldest, { takenAt }) => (takenAt < oldest ? takenAt : oldest), '9999');
  const resources = concerned
    .map((member) => {
      const words = (member.tracked && subjectAt(member.tracked.place)) ?? member.exclusion ?? { name: member.arn };
      return auditedResource(
        member,
        words,
        ofSubject.get(keyOf(member))?.length ?? 0,
        closingNumber,
        restored.get(member.arn),
      );
    })
    .sort((a, b) => compare(a.accountId, b.accountId) || compare(a.region, b.region) || compare(a.arn, b.arn));
  return {
    ...(opening && { opening: runRef(opening) }),
    ...(closing && { closing: runRef(closing) }),
    total: counted('all', resources),
    byType: countedBy(resources, ({ type }) => type),
    byAccount: countedBy(resources, ({ accountId }) => accountId),
    ...(ledger.manifests.length > 0 && { ledgerSince: since }),
    resources,
    config: configCounts(closing),
  };
}

function isListed({ judgedRuns, excludedRuns }: Pick<AuditedResource, 'judgedRuns' | 'excludedRuns'>): boolean {
  return judgedRuns + excludedRuns > 0;
}

function auditedResource(
  member: Member,
  { name, owner, system }: SubjectWords,
  exceptions: number,
  closingNumber: number,
  restored: number | undefined,
): AuditedResource {
  const { arn, type, account: accountId, region, tracked, exclusion, movements, state, opening } = member;
  const excluded = exclusion && (exclusion.userReason ?? exclusion.reason);
  const tracks = tracked?.seen === closingNumber ? [...tracked.byRule] : [];
  const results = tracks.flatMap(([id, { seen, status }]) => (seen === closingNumber ? [[id, status] as const] : []));
  return {
    ...{ arn, name, type, accountId, region, ...defined({ owner, system }), opening, closing: state },
    ...(excluded !== undefined && { excluded }),
    first: runRef(member.first),
    last: runRef(member.last),
    ...(member.lastJudged && { lastJudged: runRef(member.lastJudged) }),
    ...(restored !== undefined && { lastRestored: iso(restored) }),
    ...{ judgedRuns: member.judgedRuns, excludedRuns: member.excludedRuns, movements, exceptions },
    results: Object.fromEntries(results),
  };
}

function countedBy(
  resources: readonly AuditedResource[],
  of: (resource: AuditedResource) => string,
): readonly PopulationCount[] {
  return [...groupBy(resources, of)]
    .map(([key, together]) => counted(key, together))
    .sort((a, b) => compare(a.of, b.of));
}

function counted(of: string, resources: readonly AuditedResource[]): PopulationCount {
  const movements = resources.flatMap((resource) => resource.movements);
  const isClosing = (state: AuditedResource['closing']): number =>
    resources.filter(({ closing }) => closing === state).length;
  const [judged, excluded] = [isClosing('judged'), isClosing('excluded')];
  return {
    of,
    opening: resources.filter(({ opening }) => opening !== 'absent').length,
    added: movements.filter(isAddition).length,
    removed: movements.filter(isRemoval).length,
    closing: judged + excluded,
    judged,
    excluded,
    everListed: resources.filter(isListed).length,
    exceptions: resources.reduce((sum, { exceptions }) => sum + exceptions, 0),
  };
}

function configCounts(closing: RecordedRun | undefined): AuditedPopulation['config'] {
  const { counts = [], uncounted = [] } = closing?.header.completeness ?? {};
  return {
    counts: counts.map(({ scope: { accountId, region }, configType, seen: listed, counted, missing, result }) => ({
      ...{ accountId, region, configType, listed, counted, missing, result },
    })),
    uncounted: uncounted.map(({ accountId, region, reason }) => ({ accountId, region, reason })),
  };
}
