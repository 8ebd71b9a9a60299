import type { RegionSettings } from '@backproof/core';
import { codeOf } from './access-error.js';
import type { PopulationName } from './page.js';

/**
 * Returns true if the Region does not offer a service that AWS offers in some Regions only: it has no DNS name there, and the settings of AWS Backup
 * in the Region, which were read, name none of its types. Each alone proves nothing: a resolver may fail, and the
 * settings may leave out types that AWS added later.
 *
 * @param yields - what the reading that failed was to fill
 * @source API DescribeRegionSettings: ResourceTypeOptInPreference
 */
export function isNotOffered(
  error: unknown,
  yields: readonly PopulationName[],
  settings: readonly RegionSettings[],
): boolean {
  if (settings.length === 0 || codeOf(error) !== 'ENOTFOUND') return false;
  return yields.every(({ of }) => of !== undefined && settings.every(({ optIn }) => !Object.hasOwn(optIn, of)));
}
