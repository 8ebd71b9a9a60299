import type { DescribeRegionsRequest, DescribeRegionsResult, Region } from '@aws-sdk/client-ec2';
import { isOptInRegion, partitionOf } from '@backproof/core';
import { byIds } from '../../service/lookup.js';
import type { Call } from '../../service/operation.js';
import { invalidValue } from './errors.js';
import { REGION_FILTERS } from './filter-names.js';
import { filtering } from './filters.js';
import type { Ec2World } from './world.js';

/** The Regions that are enabled; a world does not know of others. */
export function describeRegions(input: DescribeRegionsRequest, { world }: Call<Ec2World>): DescribeRegionsResult {
  const { RegionNames, Filters = [] } = input;
  const isWanted = filtering(REGION_FILTERS)(Filters);
  const names = byIds(
    world.regions,
    RegionNames,
    (name) => name,
    (name) => invalidValue(`Invalid values found for region: '${name}'`),
  );
  return { Regions: names.map(regionOf).filter((region) => isWanted({ ...region })) };
}

function regionOf(name: string): Region {
  return {
    RegionName: name,
    Endpoint: `ec2.${name}.${partitionOf(name).dnsSuffix}`,
    OptInStatus: isOptInRegion(name) ? 'opted-in' : 'opt-in-not-required',
  };
}
