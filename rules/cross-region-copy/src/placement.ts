import type { Placement } from '@backproof/core';
import type { Options } from './options.js';

/** Another Region, in whatever account and kind of vault. */
export function anotherRegion({ regions }: Pick<Options, 'regions'>): Placement {
  return {
    canCopy: ({ crossRegionCopy }) => crossRegionCopy,
    misplacementOf: (home, { region }) => {
      if (region === home.region) return 'same-region';
      return regions.length > 0 && !regions.includes(region) ? 'wrong-region' : undefined;
    },
    foundAs: () => 'copied',
  };
}
