import { count } from '@backproof/core';
import { scaleLinear } from 'd3-scale';
import { linkHorizontal } from 'd3-shape';
import type { VNode } from 'preact';
import { placedFlows } from '../digest/placed-flows.js';
import type { PlacedNode } from '../digest/placed-flows.js';
import type { CopyFlow } from '../digest/protection-digest.js';

const WIDTH = 380;
const LEFT = 128;
const RIGHT = WIDTH - LEFT;

/** Copies as bands from the accounts and Regions of resources to their destinations, as wide as they are many. */
export function CopyMap({ flows }: { readonly flows: readonly CopyFlow[] }): VNode {
  const widest = Math.max(...flows.map(({ resources }) => resources));
  const width = scaleLinear([0, widest], [1.5, 22]);
  const { sources, destinations, bands, height } = placedFlows(flows, ({ resources }) => width(resources));
  const link = linkHorizontal();
  const what = `Copies from ${count(sources.length, 'account and Region')} to ${count(destinations.length, 'place')}`;
  return (
    <svg class="copy-map" viewBox={`0 0 ${WIDTH} ${Math.ceil(height)}`} role="img" aria-labelledby="copy-map-title">
      <title id="copy-map-title">{`${what}; the table has the numbers.`}</title>
      {bands.map(({ flow, from, to }) => (
        <path
          class={flow.airGapped ? 'band air-gapped' : 'band'}
          d={link({ source: [LEFT, from], target: [RIGHT, to] }) ?? ''}
          stroke-width={width(flow.resources).toFixed(1)}
        />
      ))}
      {sources.map((node) => (
        <Label node={node} x={LEFT - 7} anchor="end" />
      ))}
      {destinations.map((node) => (
        <Label node={node} x={RIGHT + 7} anchor="start" />
      ))}
    </svg>
  );
}

interface LabelProps {
  readonly node: PlacedNode;
  readonly x: number;
  readonly anchor: 'start' | 'end';
}

function Label({ node: { y, name }, x, anchor }: LabelProps): VNode {
  const [account, region] = name;
  return (
    <>
      <text x={x} y={(y - 2).toFixed(1)} text-anchor={anchor}>
        {account}
      </text>
      <text class="region" x={x} y={(y + 10).toFixed(1)} text-anchor={anchor}>
        {region}
      </text>
    </>
  );
}
