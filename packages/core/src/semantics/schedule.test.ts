import { describe, expect, it } from '@jest/globals';
import { parseSchedule } from './schedule.js';

describe('parseSchedule', () => {
  it.each(['cron(0 5 ? * * *)', '0 5 ? * * *', ' cron( 0 5 ? * * * ) '])('takes "%s"', (expression) => {
    expect(parseSchedule(expression, 'UTC')).toMatchObject({ kind: 'schedule', expression, timezone: 'UTC' });
  });

  it.each([
    ['rate(1 day)', 'UTC', 'uses rate(...), but AWS Backup accepts only cron expressions'],
    ['at(2026-01-01T00:00:00)', 'UTC', 'uses at(...), but'],
    ['cron(0 5 ? * *)', 'UTC', 'has 5 fields'],
    ['cron(0 5 ? * * *', 'UTC', 'has "CRON(0" for minutes'],
    ['cron(0 5 1 * MON *)', 'UTC', 'must have a ? in exactly one of'],
    ['cron(0 5 ? * * *)', 'Europe/Atlantis', 'is in time zone "Europe/Atlantis", which is not an IANA name'],
    ['cron(0 5 ? * * *)', '', 'is in time zone ""'],
  ])('refuses %s in "%s"', (expression, timezone, fault) => {
    const message: unknown = expect.stringContaining(`schedule "${expression}" ${fault}`);
    expect(parseSchedule(expression, timezone)).toEqual({ kind: 'problem', message });
  });
});
