import { describe, expect, it } from '@jest/globals';
import { copiesInPlace } from '@backproof/testing';
import { placedFlows } from './placed-flows.js';
import type { CopyFlow } from './protection-digest.js';

function flow(from: string, accountId: string, resources: number): CopyFlow {
  return { ...copiesInPlace({ accountId }), from, resources };
}

const widthOf = ({ resources }: CopyFlow): number => resources;

describe('placed flows', () => {
  it('begin and end beside each other, within the room of their ends', () => {
    const flows = [flow('1/a', '7', 10), flow('1/a', '8', 30), flow('2/a', '8', 20)];
    const { sources, destinations, bands, height } = placedFlows(flows, widthOf);
    expect(sources.map(({ name }) => name)).toEqual([
      ['1', 'a'],
      ['2', 'a'],
    ]);
    expect(destinations.map(({ name }) => name)).toEqual([
      ['7', 'eu-central-1'],
      ['8', 'eu-central-1'],
    ]);
    expect(bands.map(({ from, to }) => [from, to])).toEqual([
      [15, 26],
      [35, 67],
      [76, 92],
    ]);
    expect(height).toBe(112);
  });

  it('are the largest ones where there are too many ends', () => {
    const flows = Array.from({ length: 20 }, (_, n) => flow(`${n}/a`, '7', n + 1));
    const { sources, bands } = placedFlows(flows, widthOf);
    expect(sources).toHaveLength(12);
    expect(Math.min(...bands.map((band) => band.flow.resources))).toBe(9);
  });

  it('tell air-gapped vaults from others in the same place', () => {
    const flows = [flow('1/a', '7', 1), { ...flow('1/a', '7', 1), airGapped: true }];
    expect(placedFlows(flows, widthOf).destinations.map(({ name: [, region] }) => region)).toEqual([
      'eu-central-1',
      'eu-central-1, air-gapped',
    ]);
  });
});
