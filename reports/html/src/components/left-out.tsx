import { number } from '../words.js';

/** Says how many items are shown here and where the others are; renders nothing if none is left out. */
export function LeftOut({ shown, of, noun }: { readonly shown: number; readonly of: number; readonly noun: string }) {
  if (shown >= of) return null;
  return (
    <p class="left-out">
      {number(shown)} of {number(of)} {noun} are shown here. The JSON report contains all of them.
    </p>
  );
}
