import type { VNode } from 'preact';
import { number } from '../words.js';

interface LeftOutProps {
  readonly shown: number;
  readonly of: number;
  readonly noun: string;
  /** The document that has all of them. Absent: the JSON report. */
  readonly elsewhere?: string | undefined;
}

/** Says how many items are shown here and where the others are; renders nothing if none is left out. */
export function LeftOut({ shown, of, noun, elsewhere = 'The JSON report' }: LeftOutProps): VNode | null {
  if (shown >= of) return null;
  return (
    <p class="left-out">
      {number(shown)} of {number(of)} {noun} are shown here. {elsewhere} contains all of them.
    </p>
  );
}
