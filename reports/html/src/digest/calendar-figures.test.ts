import { describe, expect, it } from '@jest/globals';
import { calendarFigures } from './calendar-figures.js';

describe('the figures of a calendar', () => {
  it.each([
    ['.365', [0, 0, 0, 0]],
    ['.330d35', [35, 0, 0, 0]],
    ['d365', [35, 0, 0, 0]],
    ['y365', [35, 13, 12, 0]],
    ['m365', [35, 13, 0, 0]],
    ['.357c8', [8, 0, 0, 0]],
    ['.330x35', [0, 0, 0, 0]],
    ['.360d.4', [1, 0, 0, 4]],
    ['.300d.30d.32d', [2, 0, 0, 32]],
    ['d.363c', [1, 0, 0, 363]],
  ])('%s: %j', (calendar, figures) => {
    const { daily, weekly, monthly, longestGap } = calendarFigures(calendar);
    expect([daily.kept, weekly.kept, monthly.kept, longestGap]).toEqual(figures);
    expect([daily.of, weekly.of, monthly.of]).toEqual([35, 13, 12]);
  });
});
