import type { Instant } from '@backproof/core';
import type { Estate } from '@backproof/sandbox';
import { unknownWord, UsageError } from './usage-error.js';

/** The estate of a name. @throws UsageError if there is none */
export async function estateNamed(name: string): Promise<Estate> {
  const { estates } = await import('@backproof/sandbox');
  const estate = estates.get(name);
  if (estate === undefined) throw unknownWord('estate', name, [...estates.keys()]);
  return estate;
}

/** An estate at a point in time. @throws UsageError if the estate does not change over time, or does not cover that time */
export function estateAt({ name, story, world }: Estate, moment: Instant): Estate {
  if (story === undefined) {
    const now = new Date(world.now).toISOString();
    throw new UsageError(`the estate ${name} exists only at ${now}. Omit --at, or choose another --estate.`);
  }
  if (moment >= story.from && moment <= story.to) return story.at(moment);
  const [from, to] = [story.from, story.to].map((end) => new Date(end).toISOString());
  throw new UsageError(
    `the estate ${name} covers the time from ${String(from)} to ${String(to)}. Choose a time in between.`,
  );
}
