import type { Cost } from './stopwatch.js';

/** What a benchmark must keep to. */
export interface Target<Measures> {
  readonly target: string;
  readonly limit: number;
  readonly measure: (measures: Measures) => number;
}

/** A target, and whether it was met. */
export interface TargetResult {
  readonly target: string;
  readonly measured: number;
  readonly limit: number;
  readonly met: boolean;
}

/** A name and a value for people. */
export type Row = readonly [name: string, value: string];

/** What a benchmark found: all that it measured, the same for people, and how it stands to its targets. */
export interface BenchReport {
  readonly measures: object;
  readonly rows: readonly Row[];
  readonly targets: readonly TargetResult[];
}

/** How the measures stand to the targets. */
export function targetResults<Measures>(
  targets: readonly Target<Measures>[],
  measures: Measures,
): readonly TargetResult[] {
  return targets.map(({ target, limit, measure }) => {
    const measured = measure(measures);
    return { target, measured, limit, met: measured <= limit };
  });
}

/** The report as a table for people. */
export function table({ rows, targets }: BenchReport): string {
  const all = [...rows, ...targets.map(targetRow)];
  const width = Math.max(...all.map(([name]) => name.length));
  return all.map(([name, value]) => `${name.padEnd(width)}  ${value}\n`).join('');
}

function targetRow({ target, measured, limit, met }: TargetResult): Row {
  return [target, `${measured.toFixed(2)} of at most ${String(limit)}: ${met ? 'met' : 'MISSED'}`];
}

/** `12,345` */
export function countText(count: number): string {
  return count.toLocaleString('en');
}

/** How often each thing was counted, the most frequent first: `12,345 pass, 6 fail`. */
export function tallyText(tally: Readonly<Record<string, number>>): string {
  const entries = Object.entries(tally).sort(([, a], [, b]) => b - a);
  return entries.map(([name, count]) => `${countText(count)} ${name}`).join(', ');
}

/** `1.23 s wall, 1.20 s CPU` */
export function costText({ wallMs, cpuMs }: Cost): string {
  return `${seconds(wallMs)} s wall, ${seconds(cpuMs)} s CPU`;
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(2);
}
