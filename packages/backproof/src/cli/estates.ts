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

/** An estate as it stands at a moment. @throws UsageError if it stands still, or nothing is told of the moment */
export function estateAt({ name, story, world }: Estate, moment: Instant): Estate {
  if (story === undefined) {
    const now = new Date(world.now).toISOString();
    throw new UsageError(`the estate ${name} stands still, at ${now}. Leave --at out, or name another --estate.`);
  }
  if (moment >= story.from && moment <= story.to) return story.at(moment);
  const [from, to] = [story.from, story.to].map((end) => new Date(end).toISOString());
  throw new UsageError(`the estate ${name} is told from ${String(from)} to ${String(to)}. Choose a moment in between.`);
}
