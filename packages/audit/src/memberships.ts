import { absenceOf, subjectKey } from './absence.js';
import type { RecordedSubject } from './absence.js';
import type { Membership, Movement, MovementKind } from './population.js';
import type { ExclusionAtRun } from './read-outcomes.js';
import type { RecordedRun } from './recorded-run.js';
import { runRef } from './run-ref.js';
import type { TrackedResource } from './tracks.js';

/** A subject that runs list, and what became of it from run to run. */
export interface Member extends RecordedSubject {
  /** As the last run judged it that did, and that run. Absent: no run judged it. */
  tracked?: TrackedResource;
  lastJudged?: RecordedRun;
  /** Absent: no run excluded it. */
  exclusion?: ExclusionAtRun;
  state: Membership;
  opening: Membership;
  /** The first and the last run that list it. */
  readonly first: RecordedRun;
  last: RecordedRun;
  /** The numbers of runs that judged and excluded it, from the opening run on. */
  judgedRuns: number;
  excludedRuns: number;
  movements: Movement[];
}

/** Follows from run to run which subjects are listed, judged and excluded. */
export interface Memberships {
  /**
   * Takes the next run.
   * @param judged the subjects that it judged
   * @param excluded the resources that it excluded
   */
  readonly add: (run: RecordedRun, judged: Iterable<TrackedResource>, excluded: Iterable<ExclusionAtRun>) => void;
  readonly members: Iterable<Member>;
}

/** @param opening the run that the population begins with: earlier ones make no movements */
export function memberships(opening: RecordedRun | undefined): Memberships {
  const members = new Map<string, Member>();
  // Most subjects are judged by each run: they are found without their keys.
  const ofTracked = new Map<TrackedResource, Member>();
  let before: RecordedRun | undefined;
  let isBegun = false;

  const memberOf = (subject: RecordedSubject, run: RecordedRun): Member => {
    const { arn, account, region, type } = subject;
    const key = subjectKey(arn, type, region);
    let member = members.get(key);
    if (member === undefined) {
      const unseen = { state: 'absent', opening: 'absent', judgedRuns: 0, excludedRuns: 0, movements: [] } as const;
      member = { arn, account, region, type, ...unseen, first: run, last: run, movements: [] };
      members.set(key, member);
    }
    return member;
  };

  const move = (member: Member, kind: MovementKind, run: RecordedRun): void => {
    if (!isBegun || before === undefined) return;
    const { exclusion } = member;
    const reason = kind === 'excluded' ? (exclusion?.userReason ?? exclusion?.reason) : undefined;
    member.movements.push({
      kind,
      seen: runRef(run),
      before: runRef(before),
      ...(reason !== undefined && { reason }),
    });
  };

  const list = (member: Member, state: 'judged' | 'excluded', run: RecordedRun): void => {
    if (member.state === 'absent') move(member, member.first === run ? 'added' : 'returned', run);
    else if (member.state !== state) move(member, state === 'excluded' ? 'excluded' : 'included', run);
    member.state = state;
    member.last = run;
    member[`${state}Runs`] += 1;
  };

  const miss = (member: Member, run: RecordedRun): void => {
    if (member.state === 'absent') return;
    const judgedBy = member.state === 'judged' ? new Set(member.tracked?.byRule.keys()) : undefined;
    move(member, absenceOf(member, run, judgedBy), run);
    member.state = 'absent';
  };

  return {
    members: { [Symbol.iterator]: () => members.values() },
    add: (run, judged, excluded) => {
      for (const tracked of judged) {
        const member = ofTracked.get(tracked) ?? memberOf(tracked, run);
        if (member.tracked !== tracked) ofTracked.set(tracked, member);
        member.tracked = tracked;
        member.lastJudged = run;
        list(member, 'judged', run);
      }
      for (const exclusion of excluded) {
        const member = memberOf(exclusion, run);
        member.exclusion = exclusion;
        // One subject is one row of the population, whatever a damaged run says of it.
        if (member.last !== run || member.state === 'absent') list(member, 'excluded', run);
      }
      for (const member of members.values()) if (member.last !== run) miss(member, run);
      if (run === opening) {
        isBegun = true;
        for (const member of members.values()) {
          member.opening = member.state;
          member.judgedRuns = member.state === 'judged' ? 1 : 0;
          member.excludedRuns = member.state === 'excluded' ? 1 : 0;
        }
      }
      before = run;
    },
  };
}
