import type { AggregationPeriod } from '@aws-sdk/client-backup';
import type { Call } from '../../service/operation.js';
import type { BackupWorld } from './world.js';

const DAY = 24 * 3_600_000;

/** Every value of a member is counted for itself, or all of them together. @source API ListBackupJobSummariesInput */
const EACH = 'ANY';
const ALL = 'AGGREGATE_ALL';

/** The jobs that a caller wants to have counted. @source API ListBackupJobSummariesInput */
interface Wanted {
  readonly AccountId?: string | undefined;
  readonly State?: string | undefined;
  readonly ResourceType?: string | undefined;
  readonly MessageCategory?: string | undefined;
  readonly AggregationPeriod?: AggregationPeriod | undefined;
}

/** A job, as far as it is counted by. */
interface CountedJob<State> {
  readonly CreationDate?: Date | undefined;
  readonly State?: State | undefined;
  readonly ResourceType?: string | undefined;
  readonly MessageCategory?: string | undefined;
}

/** The number of jobs of one kind in one time. */
interface Summary<State> {
  readonly Region: string;
  readonly AccountId: string;
  readonly State: State | typeof ALL | undefined;
  readonly ResourceType: string | undefined;
  readonly MessageCategory: string | undefined;
  readonly StartTime: Date;
  readonly EndTime: Date;
  readonly Count: number;
}

/**
 * Counts the jobs of an account, for its organization's first account those of others too. A member that the caller
 * leaves out is not distinguished by. Kinds of which there is no job are left out.
 */
export function summariesOf<State>(
  { world, scope }: Call<BackupWorld>,
  jobsOf: (scope: BackupWorld) => readonly CountedJob<State>[] | undefined,
  wanted: Wanted,
): Summary<State>[] {
  const { AccountId: account = scope.accountId } = wanted;
  const isManagement = scope.accountId === world.accounts[0].id;
  const scopes = world.scopes.filter(
    ({ accountId, region }) =>
      region === scope.region &&
      (isManagement ? [accountId, EACH, ALL].includes(account) : accountId === scope.accountId),
  );
  const jobs = scopes.flatMap((each) =>
    (jobsOf(each) ?? []).map((job) => ({ ...job, AccountId: account === ALL ? ALL : each.accountId })),
  );
  return windowsOf(wanted.AggregationPeriod, world.now).flatMap(([from, to]) => {
    const inTime = jobs.filter(({ CreationDate }) => Number(CreationDate) >= from && Number(CreationDate) < to);
    const kinds = new Map<string, Summary<State>>();
    for (const job of inTime.filter((each) => isWanted(each, wanted))) {
      const kind: Omit<Summary<State>, 'Count'> = {
        Region: scope.region,
        AccountId: job.AccountId,
        State: isTogether(wanted.State) ? ALL : job.State,
        ResourceType: isTogether(wanted.ResourceType) ? ALL : job.ResourceType,
        MessageCategory: isTogether(wanted.MessageCategory) ? ALL : job.MessageCategory,
        StartTime: new Date(from),
        EndTime: new Date(to),
      };
      const key = JSON.stringify(kind);
      kinds.set(key, { ...kind, Count: (kinds.get(key)?.Count ?? 0) + 1 });
    }
    return [...kinds.values()];
  });
}

/** @source API ListBackupJobSummariesInput, AggregationPeriod */
function windowsOf(
  period: AggregationPeriod = 'ONE_DAY',
  now: number,
): readonly (readonly [from: number, to: number])[] {
  if (period === 'SEVEN_DAYS') return [[now - 7 * DAY, now]];
  if (period === 'FOURTEEN_DAYS') return [[now - 14 * DAY, now]];
  return Array.from({ length: 14 }, (_, day) => [now - (day + 1) * DAY, now - day * DAY] as const);
}

function isTogether(wish: string | undefined): boolean {
  return wish === undefined || wish === ALL;
}

function isWanted<State>(job: CountedJob<State>, { State, ResourceType, MessageCategory }: Wanted): boolean {
  return (
    isMeant(State, job.State) &&
    isMeant(ResourceType, job.ResourceType) &&
    isMeant(MessageCategory, job.MessageCategory)
  );
}

function isMeant(wish: string | undefined, value: unknown): boolean {
  return isTogether(wish) || wish === EACH || wish === value;
}
