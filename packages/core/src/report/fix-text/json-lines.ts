import { printable } from '../printable.js';
import type { Setting } from '../../rule/fix/fix.js';

/** A value as JSON in lines. */
export function jsonLines(value: Setting): readonly string[] {
  return JSON.stringify(value, undefined, 2).split('\n').map(printable);
}
