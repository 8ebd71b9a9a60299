import type { SizeOptions } from '../size.js';
import type { EstateSize } from './estate/estate.js';

/** The sizes by which the targets are named. */
const SIZES: Readonly<Record<string, EstateSize>> = {
  /** One scope. */
  S: { accounts: 1, regions: 1, resources: 1000, points: 60 },
  M: { accounts: 2, regions: 2, resources: 20_000, points: 60 },
  /** Five times M, in five times as many scopes. */
  L: { accounts: 10, regions: 2, resources: 100_000, points: 60 },
  /** Wide: many scopes with little in each. */
  W: { accounts: 200, regions: 4, resources: 16_000, points: 10 },
};

/** The size that is asked for; M if none is. @throws if there is no size of that name */
export function estateSize({ size = 'M', resources, points }: SizeOptions): EstateSize {
  const named = SIZES[size];
  if (named === undefined) throw new Error(`there is no size "${size}". Name ${Object.keys(SIZES).join(', ')}.`);
  return { ...named, ...(resources !== undefined && { resources }), ...(points !== undefined && { points }) };
}
