import type { CopyFlow } from './protection-digest.js';

/** The most sources, and the most destinations, of a map. */
const NODES = 12;

const GAP = 10;
const LEAST_HEIGHT = 32;

/** An end of bands: where it stands, and its account and Region. */
export interface PlacedNode {
  readonly y: number;
  readonly name: readonly [account: string, region: string];
}

/** A flow, and at which heights it begins and ends. */
interface PlacedFlow {
  readonly flow: CopyFlow;
  readonly from: number;
  readonly to: number;
}

/** Flows between two columns of ends, none of them over another where it begins or ends. */
export interface PlacedFlows {
  readonly sources: readonly PlacedNode[];
  readonly destinations: readonly PlacedNode[];
  readonly bands: readonly PlacedFlow[];
  readonly height: number;
}

/** Places the largest flows. @param widthOf how wide the band of a flow is */
export function placedFlows(flows: readonly CopyFlow[], widthOf: (flow: CopyFlow) => number): PlacedFlows {
  const largest = flows.toSorted((a, b) => b.resources - a.resources);
  const from = endsOf(largest, ({ from: key }) => key, sourceName, widthOf);
  const to = endsOf(largest, destinationKey, destinationName, widthOf);
  const bands = flows.flatMap((flow): readonly PlacedFlow[] => {
    const [source, destination] = [from.get(flow.from), to.get(destinationKey(flow))];
    if (source === undefined || destination === undefined) return [];
    return [{ flow, from: source.take(widthOf(flow)), to: destination.take(widthOf(flow)) }];
  });
  const sources = [...from.values()];
  const destinations = [...to.values()];
  return { sources, destinations, bands, height: Math.max(0, ...[...sources, ...destinations].map(({ end }) => end)) };
}

/** An end with the room that its bands still have. */
interface End extends PlacedNode {
  readonly end: number;
  /** Gives the middle of the next band of this width. */
  readonly take: (width: number) => number;
}

function endsOf(
  flows: readonly CopyFlow[],
  keyOf: (flow: CopyFlow) => string,
  nameOf: (flow: CopyFlow) => PlacedNode['name'],
  widthOf: (flow: CopyFlow) => number,
): ReadonlyMap<string, End> {
  const keys = [...new Set(flows.map(keyOf))].slice(0, NODES).sort();
  const ends = new Map<string, End>();
  let top = GAP;
  for (const key of keys) {
    const own = flows.filter((flow) => keyOf(flow) === key);
    const [first] = own;
    if (first === undefined) continue;
    const width = own.reduce((sum, flow) => sum + widthOf(flow), 0);
    const height = Math.max(LEAST_HEIGHT, width);
    ends.set(key, { ...endAt(top, height, width), name: nameOf(first) });
    top += height + GAP;
  }
  return ends;
}

function endAt(top: number, height: number, width: number): Omit<End, 'name'> {
  let next = top + (height - width) / 2;
  return {
    y: top + height / 2,
    end: top + height + GAP,
    take: (band) => {
      next += band;
      return next - band / 2;
    },
  };
}

function sourceName({ from }: CopyFlow): PlacedNode['name'] {
  const [account = '', region = ''] = from.split('/');
  return [account, region];
}

function destinationKey({ accountId, region, airGapped }: CopyFlow): string {
  return `${accountId}/${region}/${String(airGapped)}`;
}

function destinationName({ accountId, region, airGapped }: CopyFlow): PlacedNode['name'] {
  return [accountId, airGapped ? `${region}, air-gapped` : region];
}
