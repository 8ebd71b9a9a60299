import { defined } from './defined.js';
import { groupBy } from './group-by.js';
import type { Instant } from './instant.js';
import { STARTED } from './job.js';
import type { RestoreJob } from './job.js';
import type { Scope } from './scope.js';

/**
 * CloudTrail keeps its event history for this long, in every Region, without being set up.
 * @source CloudTrail User Guide, view-cloudtrail-events
 */
export const EVENT_HISTORY_DAYS = 90;

/**
 * The proof that an event of CloudTrail is of a restore, by its name.
 *
 * - `start`: that it began, of which recovery point. @source API StartRestoreJob
 * - `end`: that it ended, and by its state how. @source Developer Guide, logging-using-cloudtrail
 * - `validation`: that its result was validated, and how. @source API PutRestoreValidationResult
 */
export const RESTORE_EVENTS = {
  StartRestoreJob: 'start',
  RestoreCompleted: 'end',
  PutRestoreValidationResult: 'validation',
} as const satisfies Readonly<Record<string, RestoreEvent['proves']>>;

export type RestoreEventName = keyof typeof RESTORE_EVENTS;

export const RESTORE_EVENT_NAMES = Object.keys(RESTORE_EVENTS) as readonly RestoreEventName[];

/** An event of CloudTrail about a restore job. */
export interface RestoreEvent {
  /** Absent of a validation. */
  readonly scope?: Scope;
  /** The id of the event. Absent: the file that holds it does not give it. */
  readonly id?: string;
  readonly at: Instant;
  readonly proves: 'start' | 'end' | 'validation';
  readonly jobId: string;
  readonly recoveryPointArn?: string;
  readonly sourceResourceArn?: string;
  readonly createdResourceArn?: string;
  readonly restoreTestingPlanArn?: string;
  /** The moment at which the job was created, as an event of its end reports it. */
  readonly createdAt?: Instant;
  readonly completedAt?: Instant;
  /** The status of the job at its end, in AWS's word. */
  readonly status?: string;
  readonly message?: string;
  readonly validationStatus?: string;
  readonly validationMessage?: string;
}

/**
 * The restores that events prove, each made of all events of its job. What only began has the status `STARTED`. A
 * validation alone does not show when its restore ran, so it proves none.
 */
export function restoresOfEvents(events: readonly RestoreEvent[]): readonly RestoreJob[] {
  return [...groupBy(events, ({ jobId }) => jobId).values()].flatMap((ofJob) => restoreOf(newestLast(ofJob)) ?? []);
}

function restoreOf(events: readonly RestoreEvent[]): RestoreJob | undefined {
  const [start, end, validation] = (['start', 'end', 'validation'] as const).map((proves) =>
    events.findLast((event) => event.proves === proves),
  );
  const shown = end ?? start;
  if (shown?.scope === undefined) return undefined;
  return {
    scope: shown.scope,
    id: shown.jobId,
    origin: 'cloudtrail',
    createdAt: end?.createdAt ?? start?.at ?? shown.at,
    status: end?.status ?? STARTED,
    ...defined({
      completedAt: end?.completedAt,
      message: end?.message,
      recoveryPointArn: end?.recoveryPointArn ?? start?.recoveryPointArn,
      sourceResourceArn: end?.sourceResourceArn ?? start?.sourceResourceArn,
      createdResourceArn: end?.createdResourceArn,
      restoreTestingPlanArn: end?.restoreTestingPlanArn ?? start?.restoreTestingPlanArn,
      validationStatus: validation?.validationStatus,
      validationMessage: validation?.validationMessage,
      eventId: shown.id,
    }),
  };
}

/** In the order of time; of one moment, in that of their ids, so that the order of the answers does not matter. */
function newestLast(events: readonly RestoreEvent[]): readonly RestoreEvent[] {
  return events.toSorted((a, b) => a.at - b.at || ((a.id ?? '') < (b.id ?? '') ? -1 : 1));
}
