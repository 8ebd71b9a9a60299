import { lossName, survivalDetail, USUAL_LOSSES } from '@backproof/core';
import type { ResourceStory, Survival } from '@backproof/core';

/** The survivors after each loss, one a line, and the losses that the evidence of the story does not answer. */
export function* survivalLines({ left, now }: Pick<ResourceStory, 'left' | 'now'>): Generator<string> {
  if (left === undefined) return;
  const answers = USUAL_LOSSES.map((loss, index) => ({ name: lossName(loss), survival: left.survivals[index] }));
  for (const { name, survival } of answers) {
    if (!isUnread(survival)) yield `${name}: ${survivalDetail(survival, now)}`;
  }
  const unread = answers.filter(({ survival }) => isUnread(survival)).map(({ name }) => name);
  if (unread.length === 0) return;
  yield `Not answered by what was read: ${unread.join(', ')}. backproof drill reads what these take.`;
}

/** A story rests on the evidence that the rules of its run need, which may be less than a drill reads. */
function isUnread(survival: Survival | undefined): boolean {
  return survival?.status === 'unknown' && (survival.why === 'unread' || survival.why === 'vault-not-read');
}
