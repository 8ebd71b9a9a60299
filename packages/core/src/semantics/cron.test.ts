import { describe, expect, it } from '@jest/globals';
import { awsCronExpressionValidator } from 'aws-cron-expression-validator';
import fc from 'fast-check';
import { parseCronFields } from './cron.js';

describe('parseCronFields', () => {
  it.each([
    ['0 10 * * ? *', [0], [10], '* * * *'],
    ['0 5 ? * * *', [0], [5], '* * * *'],
    ['0/15 8,20 ? * MON-FRI *', [0, 15, 30, 45], [8, 20], '* * 2,3,4,5,6 *'],
    ['5/35 14 * * ? *', [5, 40], [14], '* * * *'],
    ['10-40/15 */6 1,15 JAN,7 ? 2026-2028', [10, 25, 40], [0, 6, 12, 18], '1,15 1,7 * 2026,2027,2028'],
    ['0/30 20-2 ? * MON-FRI *', [0, 30], [0, 1, 2, 20, 21, 22, 23], '* * 2,3,4,5,6 *'],
    ['0 5/9 ? * fri-mon *', [0], [5, 14, 23], '* * 1,2,6,7 *'],
    ['0 5 ? * MON-SUN *', [0], [5], '* * 1,2,3,4,5,6,7 *'],
    ['0 5 L * ? *', [0], [5], 'L * * *'],
    ['0 5 LW NOV-FEB ? *', [0], [5], 'LW 1,2,11,12 * *'],
    ['0 5 15W * ? *', [0], [5], '15W * * *'],
    ['0 5 ? * L *', [0], [5], '* * 7 *'],
    ['0 5 ? * FRIL *', [0], [5], '* * 6L *'],
    ['0 5 ? * TUE#2 2026', [0], [5], '* * 3#2 2026'],
    ['  00\t05 01 * ? *  ', [0], [5], '1 * * *'],
  ])('reads %s', (body, minutes, hours, days) => {
    const [dayOfMonth, month, dayOfWeek, year] = days.split(' ');
    expect(parseCronFields(body)).toEqual({ minutes, hours, days: { dayOfMonth, month, dayOfWeek, year } });
  });

  it.each([
    ['0 5 * * *', 'has 5 fields'],
    ['0 0 5 ? * * *', 'has 7 fields'],
    ['', 'has 1 fields'],
    ['0 5 1 * MON *', 'exactly one of day-of-month and day-of-week'],
    ['0 5 * * * *', 'exactly one of day-of-month and day-of-week'],
    ['0 5 ? * ? *', 'exactly one of day-of-month and day-of-week'],
    ['60 5 ? * * *', 'has "60" for minutes, but AWS accepts 0-59'],
    ['0 24 ? * * *', 'has "24" for hours'],
    ['0 ? * * ? *', 'has "?" for hours'],
    ['0 5 0 * ? *', 'has "0" for day-of-month'],
    ['0 5 32W * ? *', 'has "32W" for day-of-month'],
    ['0 5 1W,15W * ? *', 'has "1W,15W" for day-of-month'],
    ['0 5 1 FOO ? *', 'has "FOO" for month'],
    ['0 5 ? * 0 *', 'has "0" for day-of-week'],
    ['0 5 ? * 3#1,6#3 *', 'has "3#1,6#3" for day-of-week'],
    ['0 5 ? * 2/2 *', 'has "2/2" for day-of-week, but AWS accepts 1-7 or SUN-SAT , - * ? L #'],
    ['0 5 ? * */3 *', 'has "*/3" for day-of-week'],
    ['0 5 ? * MON#TUE *', 'has "MON#TUE" for day-of-week'],
    ['0 5 ? * * 1969', 'has "1969" for year'],
    ['0 5 ? * * 2030-2026', 'has "2030-2026" for year'],
    ['*/0 5 ? * * *', 'has "*/0" for minutes'],
    ['0/90 5 ? * * *', 'has "0/90" for minutes'],
    ['5- 5 ? * * *', 'has "5-" for minutes'],
    ['1,,2 5 ? * * *', 'has "1,,2" for minutes'],
    ['0x5 5 ? * * *', 'has "0X5" for minutes'],
    ['__proto__ 5 ? * * *', 'has "__PROTO__" for minutes'],
    ['x 5 ? * * *', 'has "X" for minutes, but AWS accepts 0-59 , - * /'],
    ['0 x ? * * *', 'has "X" for hours, but AWS accepts 0-23 , - * /'],
    ['0 5 x * ? *', 'has "X" for day-of-month, but AWS accepts 1-31 , - * ? / L W'],
    ['0 5 1 x ? *', 'has "X" for month, but AWS accepts 1-12 or JAN-DEC , - * /'],
    ['0 5 1 * ? x', 'has "X" for year, but AWS accepts 1970-2199 , - * /'],
  ])('refuses "%s"', (body, message) => {
    expect(parseCronFields(body)).toEqual(expect.stringContaining(message));
  });

  /**
   * Both read AWS's table of fields. They part where the table says nothing or an example goes beyond it:
   * the validator knows neither `LW` nor `6L`, nor steps in a range or a list, nor lower case; and it takes `5-*`,
   * `?` and `L` for the year, and steps beyond the end of a field, none of which AWS documents.
   */
  it('takes what an independent validator takes, and nothing else', () => {
    const number = fc.integer({ min: 0, max: 61 }).map(String);
    const item = fc.oneof(
      number,
      fc.constantFrom('*', '?', 'L', 'MON', 'SAT', 'JAN', 'DEC', 'X', '2026', '1969'),
      fc.tuple(number, number).map(([a, b]) => `${a}-${b}`),
      fc.constantFrom(
        'MON-FRI',
        'JAN-MAR',
        '2026-2030',
        '*/5',
        '0/15',
        '3/7',
        '3W',
        '31W',
        '3#2',
        '3#6',
        '1,15',
        'L,1',
        'MON,',
      ),
    );
    const year = fc.constantFrom('*', '2026', '2026-2030', '2026/2', '1969', '26', 'MON');
    const expression = fc.tuple(item, item, item, item, item, year).map((fields) => fields.join(' '));
    fc.assert(
      fc.property(expression, (body) => {
        expect({ body, accepted: typeof parseCronFields(body) === 'object' }).toEqual({
          body,
          accepted: isValid(body),
        });
      }),
      { numRuns: 2000 },
    );
  });
});

function isValid(body: string): boolean {
  try {
    return awsCronExpressionValidator(body) instanceof Object;
  } catch {
    return false;
  }
}
