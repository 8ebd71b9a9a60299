import { legible } from '@backproof/core';

/** The labels of a sample. */
export type Labels = Readonly<Record<string, string>>;

/** A line with one value. @source OpenMetrics 1.0, ABNF: exposition */
export function sample(name: string, labels: Labels, value: number): string {
  const pairs = Object.entries(labels).map(([label, text]) => `${label}="${escaped(text)}"`);
  return `${name}${pairs.length === 0 ? '' : `{${pairs.join(',')}}`} ${value}\n`;
}

/** @source OpenMetrics 1.0, ABNF: escaped-string */
function escaped(text: string): string {
  return legible(text).replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n');
}
