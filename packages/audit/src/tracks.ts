import type { Disposition } from '@backproof/core';
import { absenceOf } from './absence.js';
import type { RecordedSubject } from './absence.js';
import type { ExclusionAtRun, OutcomeBatch, OutcomePlace } from './read-outcomes.js';
import type { RecordedRun } from './recorded-run.js';

/**
 * The way in which an exception ended: the rule passed (`met`); it no longer applies (`not-applicable`); the resource is
 * no longer there (`gone`), or is left out (`excluded`). Only the first of them is a remedy.
 */
export type Closing = 'met' | 'not-applicable' | 'gone' | 'excluded';

/** A decision about an exception, and how long it was in force. */
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
  /** The last earlier run without the failure. */
  readonly clear?: number | undefined;
  /** The last run that saw it, and where its outcome is. */
  last: number;
  readonly lastPlace: MutablePlace;
  /** The run that saw its end, and where the outcome is that ended it. */
  closed?: { readonly run: number; readonly how: Closing; readonly reason?: string; readonly place?: OutcomePlace };
  /** The number of later runs in which the outcome is unknown, and of those that did not judge it. */
  unknown: number;
  unjudged: number;
  readonly dispositions: DispositionSpan[];
}

/** The history of one resource and one rule. */
interface Track {
  readonly ruleId: string;
  readonly resource: TrackedResource;
  /** The last run that has its outcome, and the status of it. */
  seen: number;
  status: string;
  clear: number | undefined;
  open: ExceptionSpan | undefined;
}

/** A subject that runs judged. */
export interface TrackedResource extends RecordedSubject {
  /** The last run that judged it by any rule, and where its first outcome in that run is. */
  readonly seen: number;
  readonly place: OutcomePlace;
  readonly byRule: ReadonlyMap<string, Pick<Track, 'seen' | 'status'>>;
}

/** A place that moves from run to run: a new one for each outcome would be most of an audit's garbage. */
type MutablePlace = { -readonly [Field in keyof OutcomePlace]: OutcomePlace[Field] };

interface OpenResource extends TrackedResource {
  seen: number;
  readonly place: MutablePlace;
  readonly byRule: Map<string, Track>;
}

/** Follows every rule and resource from run to run, and keeps no more of it than its exceptions. */
export interface Tracks {
  /** Takes the outcomes of the next run, among which may be others', and the resources that it left out and why. */
  readonly add: (
    run: RecordedRun,
    outcomes: AsyncIterable<OutcomeBatch> | Iterable<OutcomeBatch>,
    excluded: ReadonlyMap<string, ExclusionAtRun>,
  ) => Promise<void>;
  /** In the order in which they were opened. */
  readonly exceptions: readonly ExceptionSpan[];
  /** The subjects that a run judged, by its number. It is the last one that was added. */
  readonly judgedBy: (number: number) => readonly TrackedResource[];
}

export function outcomeTracks(): Tracks {
  const resources: OpenResource[] = [];
  // A longer key than the ARN would take longer to hash than all else takes.
  const byArn = new Map<string, OpenResource[]>();
  const open = new Set<Track>();
  const exceptions: ExceptionSpan[] = [];
  let next = 0;

  const resourceOf = (batch: OutcomeBatch, index: number, run: number): OpenResource => {
    const { columns } = batch;
    const arn = columns.resourceArn[index] ?? '';
    const type = columns.resourceType[index] ?? '';
    const region = columns.region[index] ?? '';
    const namesakes = byArn.get(arn) ?? [];
    let resource = namesakes.find((each) => each.type === type && each.region === region);
    if (resource === undefined) {
      const account = columns.account[index] ?? '';
      resource = { arn, account, region, type, seen: run, place: placeOf(batch, index), byRule: new Map() };
      resources.push(resource);
      byArn.set(arn, [...namesakes, resource]);
    }
    if (resource.seen < run) {
      resource.seen = run;
      move(resource.place, batch, index);
    }
    return resource;
  };

  const trackOf = (batch: OutcomeBatch, index: number, run: number): Track => {
    const { columns } = batch;
    const resource = resourceOf(batch, index, run);
    const ruleId = columns.ruleId[index] ?? '';
    const status = columns.status[index] ?? '';
    let track = resource.byRule.get(ruleId);
    if (track === undefined) {
      track = { ruleId, resource, seen: run, status, clear: undefined, open: undefined };
      resource.byRule.set(ruleId, track);
    }
    track.seen = run;
    track.status = status;
    return track;
  };

  const fail = (track: Track, run: number, batch: OutcomeBatch, index: number): void => {
    const { disposition, waiver } = batch.columns;
    const [kind = 'open', waiverId] = [disposition[index], waiver[index]];
    if (track.open === undefined) {
      const { ruleId, resource, clear } = track;
      const { arn, account, region, type } = resource;
      const lastPlace = placeOf(batch, index);
      const begun = { opened: run, clear, last: run, lastPlace, unknown: 0, unjudged: 0, dispositions: [] };
      track.open = { ruleId, arn, account, region, type, ...begun };
      exceptions.push(track.open);
      open.add(track);
    }
    const { dispositions } = track.open;
    const now = dispositions.at(-1);
    track.open.last = run;
    move(track.open.lastPlace, batch, index);
    if (now?.kind === kind && now.waiver === waiverId) now.to = run;
    else dispositions.push({ kind, waiver: waiverId, from: run, to: run });
  };

  const close = (track: Track, closed: NonNullable<ExceptionSpan['closed']>): void => {
    if (track.open !== undefined) track.open.closed = closed;
    track.open = undefined;
    open.delete(track);
  };

  const tell = (run: number, batch: OutcomeBatch, index: number): void => {
    const track = trackOf(batch, index, run);
    const { status } = track;
    if (status === 'fail') fail(track, run, batch, index);
    else if (status === 'pass' || status === 'notApplicable') {
      const how = status === 'pass' ? 'met' : 'not-applicable';
      if (track.open) close(track, { run, how, place: placeOf(batch, index) });
      track.clear = run;
    } else if (track.open !== undefined) track.open.unknown += 1;
  };

  return {
    exceptions,
    judgedBy: (number) => resources.filter(({ seen }) => seen === number),
    add: async (run, outcomes, excluded) => {
      const number = next++;
      for await (const batch of outcomes) {
        for (let index = 0; index < batch.count; index++) {
          if (batch.columns.runId[index] === run.id) tell(number, batch, index);
        }
      }
      for (const track of open) {
        if (track.seen === number || track.open === undefined) continue;
        const left = excluded.get(track.resource.arn);
        const absence = outcomeAbsence(track, run, left, track.resource.seen === number);
        if (absence === 'unknown' || absence === 'unjudged') track.open[absence] += 1;
        else close(track, { run: number, how: absence, ...(left && { reason: left.userReason ?? left.reason }) });
      }
    },
  };
}

/** Moves a place to another outcome. */
function move(place: MutablePlace, { part, rows }: OutcomeBatch, index: number): void {
  place.part = part;
  place.row = rows[index] ?? NaN;
}

function placeOf({ part, rows }: OutcomeBatch, index: number): OutcomePlace {
  return { part, row: rows[index] ?? NaN };
}

/** The reason why a run has no outcome of a rule and a resource that failed before. */
function outcomeAbsence(
  { ruleId, resource }: Track,
  run: RecordedRun,
  left: ExclusionAtRun | undefined,
  otherwiseJudged: boolean,
): 'unknown' | 'unjudged' | 'gone' | 'excluded' {
  const absence = absenceOf(resource, run, new Set([ruleId]));
  if (absence === 'not-scanned') return 'unjudged';
  // A scan of some types or tags only says nothing of the others.
  if (left !== undefined) return left.reason === 'not-selected' ? 'unjudged' : 'excluded';
  if (otherwiseJudged || absence === 'not-judged') return 'unjudged';
  return absence === 'unread' ? 'unknown' : 'gone';
}
