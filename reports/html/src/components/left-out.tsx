import { number } from '../words.js';

/** Says that not all is written here, and where the rest is; nothing where nothing is left out. */
export function LeftOut({ shown, of, noun }: { readonly shown: number; readonly of: number; readonly noun: string }) {
  if (shown >= of) return null;
  return (
    <p class="left-out">
      {number(shown)} of {number(of)} {noun} are written here. The run as JSON holds all of them.
    </p>
  );
}
