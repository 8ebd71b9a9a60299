import { BLOCKS } from './blocks.js';
import { CHARTS } from './charts.js';
import { COLOURS } from './colours.js';
import { LAYOUT } from './layout.js';
import { printStyle } from './print.js';
import { TEXT } from './text.js';

/** The whole style sheet of a document. @param name at the foot of each page on paper */
export function styleSheet(name: string): string {
  return [COLOURS, LAYOUT, TEXT, BLOCKS, CHARTS, printStyle(name)].join('');
}
