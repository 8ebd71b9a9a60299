import type { Instant, MessageValue, VerdictStatus } from '@backproof/core';
import type { Given } from './given.js';

/** The evidence, and the expected verdict of the rule. */
export interface Story {
  readonly name: string;
  readonly given: Given;
  /** The ARN of the vault, plan or account that is judged. Absent: the resource is. */
  readonly subject?: string;
  /** Over the rule's defaults. */
  readonly options?: object;
  /** Absent: `NOW`. */
  readonly now?: Instant;
  /** The id of the message. */
  readonly message: string;
  /** Values of the message; those that are not named may be any. Times are Dates or ISO 8601. */
  readonly data?: Readonly<Record<string, MessageValue>>;
  /** Ids among those of the evidence: ARNs and job ids. */
  readonly evidence?: readonly string[];
}

/** Stories by the verdict that they must come to. */
export type Stories = Readonly<Partial<Record<VerdictStatus, readonly Story[]>>>;

/** A story with the verdict that it must come to. */
export interface ToldStory extends Story {
  readonly status: VerdictStatus;
}

/** All stories of a table, in its order. */
export function toldStories(stories: Stories): readonly ToldStory[] {
  const told = (status: VerdictStatus): readonly ToldStory[] =>
    stories[status]?.map((story) => ({ ...story, status })) ?? [];
  return [...told('pass'), ...told('fail'), ...told('unknown'), ...told('notApplicable')];
}
