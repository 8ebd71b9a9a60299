import type { Gap, Outcome, PopulationKind, Run } from '@backproof/core';
import type { Fault } from './faults.js';

/** What a scan under a fault did that it must never do. */
export function wrongs(clean: Run, faulty: Run, operation: string, { heals }: Pick<Fault, 'heals'>): readonly string[] {
  if (heals === true) return changes(clean, faulty);
  const isTold = gapsOf(faulty).length > 0 || faulty.populations.some(({ unknownWords }) => unknownWords !== undefined);
  return [...new Set([...wrongOutcomes(clean, faulty), ...(isTold ? [] : changes(clean, faulty)), ...unnamed()])];

  /** Every gap names the operation that failed, and says more than a programmer's error. */
  function unnamed(): readonly string[] {
    return gapsOf(faulty).flatMap((gap) => [
      ...(gap.operation === operation ? [] : [`a gap names ${gap.operation}`]),
      ...(/undefined|NaN|\[object|TypeError|Cannot read/.test(`${gap.code} ${gap.message}`)
        ? [`a gap says ${gap.code}: ${gap.message}`]
        : []),
    ]);
  }
}

/** The lists that name the subjects that are no resources. */
const LISTED_BY: ReadonlyMap<string, PopulationKind> = new Map([
  ['Backup plan', 'backupPlans'],
  ['Restore testing plan', 'restoreTestingPlans'],
  ['Backup vault', 'vaults'],
]);

/** Nothing may become a pass, or fail that did not; what was a fail or a pass may become unknown. */
function wrongOutcomes(clean: Run, faulty: Run): readonly string[] {
  const before = byKey(clean);
  const after = byKey(faulty);
  const changed = [...after].flatMap(([key, { status, messageId }]) => {
    const was = before.get(key);
    if (status === was?.status || status === 'unknown') return [];
    return [`${key} became ${status} ${messageId}, was ${was?.status ?? 'absent'} ${was?.messageId ?? ''}`];
  });
  const isListed = (outcome: Outcome): boolean =>
    faulty.excluded.some(({ subject }) => subject.arn === outcome.subject.arn);
  const isKnownToMiss = ({ subject: { type } }: Outcome): boolean => {
    const listed = LISTED_BY.get(type) ?? 'resources';
    return faulty.populations.some(({ kind, status }) => kind === listed && status !== 'complete');
  };
  const lost = [...before].flatMap(([key, outcome]) =>
    after.has(key) || isListed(outcome) || isKnownToMiss(outcome) ? [] : [`${key} is gone, and nothing says so`],
  );
  return [...changed, ...lost];
}

/** All outcomes are as they were. */
function changes(clean: Run, faulty: Run): readonly string[] {
  const after = byKey(faulty);
  return [...byKey(clean)].flatMap(([key, { status, messageId }]) => {
    const is = after.get(key);
    if (is?.status === status && is.messageId === messageId) return [];
    return [`${key}: ${status} ${messageId} became ${is?.status ?? 'absent'} ${is?.messageId ?? ''}, without a gap`];
  });
}

function byKey({ outcomes }: Run): ReadonlyMap<string, Outcome> {
  return new Map(outcomes.map((outcome) => [`${outcome.ruleId} of ${outcome.subject.arn}`, outcome]));
}

/** What a run says that it could not read. */
export function gapsOf({ populations }: Run): readonly Gap[] {
  return populations.flatMap((population) => (population.status === 'complete' ? [] : population.gaps));
}
