/** The frequency of a rule. */
export type Cadence = 'daily' | 'workdays' | 'weekly' | 'monthly' | 'the-31st' | 'berlin-daily' | 'monthly-of-2025';

interface CadenceRuns {
  readonly cron: string;
  /** Absent: UTC. */
  readonly timezone?: string;
  /** Returns whether it runs on a day; `at` is 05:00 UTC of it. */
  readonly fallsOn: (at: Date) => boolean;
  /** By how many hours it runs later than 05:00 UTC. Absent: it runs then. */
  readonly hoursLater?: (at: Date) => number;
}

/** The schedules of the estates: all run at 05:00 UTC but the one of Berlin, where it is six o'clock then in winter. */
export const CADENCES: Readonly<Record<Cadence, CadenceRuns>> = {
  daily: { cron: 'cron(0 5 ? * * *)', fallsOn: () => true },
  workdays: { cron: 'cron(0 5 ? * MON-FRI *)', fallsOn: (at) => at.getUTCDay() % 6 !== 0 },
  weekly: { cron: 'cron(0 5 ? * SUN *)', fallsOn: (at) => at.getUTCDay() === 0 },
  monthly: { cron: 'cron(0 5 1 * ? *)', fallsOn: (at) => at.getUTCDate() === 1 },
  'the-31st': { cron: 'cron(0 5 31 * ? *)', fallsOn: (at) => at.getUTCDate() === 31 },
  'berlin-daily': {
    cron: 'cron(0 6 ? * * *)',
    timezone: 'Europe/Berlin',
    fallsOn: () => true,
    hoursLater: (at) => (isSummerTime(at) ? -1 : 0),
  },
  'monthly-of-2025': {
    cron: 'cron(0 5 1 * ? 2025)',
    fallsOn: (at) => at.getUTCDate() === 1 && at.getUTCFullYear() === 2025,
  },
};

/** In the European Union: from the last Sunday of March to that of October. @source Directive 2000/84/EC */
function isSummerTime(at: Date): boolean {
  const year = at.getUTCFullYear();
  return at.getTime() >= lastSunday(year, 2) && at.getTime() < lastSunday(year, 9);
}

/** 01:00 UTC on the last Sunday of a month, which is counted from 0. */
function lastSunday(year: number, month: number): number {
  const day = new Date(Date.UTC(year, month + 1, 0, 1));
  return day.setUTCDate(day.getUTCDate() - day.getUTCDay());
}
