import { BLOCKS } from './blocks.js';
import { CHARTS } from './charts.js';
import { COLOURS } from './colours.js';
import { LAYOUT } from './layout.js';
import { printStyle } from './print.js';
import { TEXT } from './text.js';

/** The whole style sheet of a report. @param runId in hexadecimal */
export function styleSheet(runId: string): string {
  return [COLOURS, LAYOUT, TEXT, BLOCKS, CHARTS, printStyle(runId)].join('');
}
