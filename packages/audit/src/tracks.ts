import type { Disposition, Population, VerdictStatus } from '@backproof/core';
import type { RecordedRun } from './recorded-run.js';

/** What an audit looks at of every outcome. */
export interface OutcomeAtRun {
  readonly ruleId: string;
  readonly arn: string;
  readonly account: string;
  readonly region: string;
  readonly type: string;
  readonly status: VerdictStatus;
  readonly disposition?: Disposition['kind'] | undefined;
  readonly waiver?: string | undefined;
}

/**
 * How an exception came to its end: the rule passed (`met`); it no longer applies (`not-applicable`); the resource is
 * no longer there (`gone`), or is left out (`excluded`). Only the first of them is a remedy.
 */
export type Closing = 'met' | 'not-applicable' | 'gone' | 'excluded';

/** What was decided about an exception, as long as it was. */
interface DispositionSpan {
  readonly kind: Disposition['kind'];
  readonly waiver?: string | undefined;
  /** Numbers of runs. */
  readonly from: number;
  to: number;
}

/** A time in which a rule failed one resource, by the numbers of runs. */
export interface ExceptionSpan {
  readonly ruleId: string;
  readonly arn: string;
  readonly account: string;
  readonly region: string;
  readonly type: string;
  /** The run that first saw it. */
  readonly opened: number;
  /** The last run before that told that there was none. */
  readonly clear?: number | undefined;
  /** The last run that saw it. */
  last: number;
  /** The run that saw its end. */
  closed?: { readonly run: number; readonly how: Closing; readonly reason?: string };
  /** How many runs since could not tell, and how many did not judge the resource by the rule. */
  untold: number;
  unjudged: number;
  readonly dispositions: DispositionSpan[];
}

interface Track {
  readonly ruleId: string;
  readonly arn: string;
  readonly account: string;
  readonly region: string;
  readonly type: string;
  seen: number;
  clear: number | undefined;
  open: ExceptionSpan | undefined;
}

/** Follows every rule and resource from run to run, and keeps no more of it than its exceptions. */
export interface Tracks {
  /** Takes the outcomes of the next run, and the resources that it left out with the reason. */
  readonly add: (
    run: RecordedRun,
    outcomes: Iterable<OutcomeAtRun>,
    excluded: ReadonlyMap<string, ExclusionAtRun>,
  ) => void;
  /** In the order in which they were opened. */
  readonly exceptions: readonly ExceptionSpan[];
}

/** Why a run did not judge a resource. */
export interface ExclusionAtRun {
  readonly reason: string;
  readonly userReason?: string | undefined;
}

export function outcomeTracks(): Tracks {
  const byRule = new Map<string, Map<string, Track>>();
  const open = new Set<Track>();
  const seenResources = new Map<string, number>();
  const exceptions: ExceptionSpan[] = [];
  let next = 0;

  const trackOf = (outcome: OutcomeAtRun): Track => {
    let ofRule = byRule.get(outcome.ruleId);
    if (ofRule === undefined) byRule.set(outcome.ruleId, (ofRule = new Map<string, Track>()));
    let track = ofRule.get(outcome.arn);
    if (track === undefined) {
      const { ruleId, arn, account, region, type } = outcome;
      track = { ruleId, arn, account, region, type, seen: -1, clear: undefined, open: undefined };
      ofRule.set(arn, track);
    }
    return track;
  };

  const fail = (track: Track, run: number, { disposition = 'open', waiver }: OutcomeAtRun): void => {
    if (track.open === undefined) {
      const { ruleId, arn, account, region, type, clear } = track;
      const begun = { opened: run, clear, last: run, untold: 0, unjudged: 0, dispositions: [] };
      track.open = { ruleId, arn, account, region, type, ...begun };
      exceptions.push(track.open);
      open.add(track);
    }
    const { dispositions } = track.open;
    const now = dispositions.at(-1);
    track.open.last = run;
    if (now?.kind === disposition && now.waiver === waiver) now.to = run;
    else dispositions.push({ kind: disposition, waiver, from: run, to: run });
  };

  const close = (track: Track, closed: NonNullable<ExceptionSpan['closed']>): void => {
    if (track.open !== undefined) track.open.closed = closed;
    track.open = undefined;
    open.delete(track);
  };

  return {
    exceptions,
    add: (run, outcomes, excluded) => {
      const number = next++;
      for (const outcome of outcomes) {
        const track = trackOf(outcome);
        track.seen = number;
        seenResources.set(outcome.arn, number);
        if (outcome.status === 'fail') fail(track, number, outcome);
        else if (outcome.status === 'unknown') {
          if (track.open !== undefined) track.open.untold += 1;
        } else {
          if (track.open) close(track, { run: number, how: outcome.status === 'pass' ? 'met' : 'not-applicable' });
          track.clear = number;
        }
      }
      for (const track of open) {
        if (track.seen === number || track.open === undefined) continue;
        const left = excluded.get(track.arn);
        const absence = absenceOf(track, run, left, seenResources.get(track.arn) === number);
        if (absence === 'untold' || absence === 'unjudged') track.open[absence] += 1;
        else close(track, { run: number, how: absence, ...(left && { reason: left.userReason ?? left.reason }) });
      }
    },
  };
}

/** Why a run has no outcome of a rule and a resource that failed before. */
function absenceOf(
  { ruleId, account, region, type }: Track,
  { header, populations }: RecordedRun,
  left: ExclusionAtRun | undefined,
  otherwiseJudged: boolean,
): 'untold' | 'unjudged' | 'gone' | 'excluded' {
  const isScanned = header.scopes.some((scope) => scope.accountId === account && scope.region === region);
  const rule = header.rules.find(({ id }) => id === ruleId);
  if (!isScanned || rule === undefined || rule.off) return 'unjudged';
  // A scan of some types or tags only says nothing of the others.
  if (left !== undefined) return left.reason === 'not-selected' ? 'unjudged' : 'excluded';
  if (otherwiseJudged) return 'unjudged';
  const listings = populations.filter(
    ({ kind, scope }) => kind === 'resources' && scope.accountId === account && scope.region === region,
  );
  const ofType = listings.filter((listing) => listsType(listing, type));
  const concerned = ofType.length > 0 ? ofType : listings;
  return concerned.length > 0 && concerned.every(({ status }) => status === 'complete') ? 'gone' : 'untold';
}

function listsType({ of }: Population, type: string): boolean {
  return of === undefined || of === type;
}
