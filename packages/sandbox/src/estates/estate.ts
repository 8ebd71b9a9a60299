import type { World } from '../world/world.js';

export type LabelVerdict = 'pass' | 'fail' | 'unknown' | 'notApplicable';

/** What a rule must say of one resource of an estate, and why: the estate's contract with the rules. */
export interface Label {
  /** The case that it stands for, `C6`. */
  readonly case: string;
  readonly rule: string;
  readonly resourceArn: string;
  /** `excluded`: it is no subject at all; then `message` is the reason of its exclusion. */
  readonly verdict: LabelVerdict | 'excluded';
  /** The rule's message id, such as `stale`. */
  readonly message: string;
  /** In words, for people. */
  readonly why: string;
}

/** A labelled estate: an AWS in data, in which each resource carries the verdict that each rule must reach. */
export interface Estate {
  readonly name: string;
  /** One sentence for people. */
  readonly title: string;
  readonly world: World;
  /**
   * What AWS remembered of restore jobs at earlier moments, the oldest first. The labels hold for a scan that has the
   * inventories of these as its history.
   */
  readonly earlier: readonly World[];
  readonly labels: readonly Label[];
  /** The options of rules, by their ids, under which the labels hold; those of others are as they come. */
  readonly policy: Readonly<Record<string, object>>;
  /** What becomes of it over time. Absent: it stands still. */
  readonly story?: EstateStory;
}

/** An estate that moves. Looked at as it is, it stands where its story ends. */
export interface EstateStory {
  /** The moments between which it is told, in epoch milliseconds. */
  readonly from: number;
  readonly to: number;
  /**
   * The estate as it stands at a moment, with the labels of that day's noon.
   * @throws RangeError for a moment of which nothing is told
   */
  readonly at: (moment: number) => Estate;
  /** What the rules fail in it, and when, for whoever looks each day at noon and forgets nothing. */
  readonly exceptions: readonly EstateException[];
}

/** A time in which a rule failed a resource without a break. */
export interface EstateException {
  readonly case: string;
  readonly rule: string;
  readonly resourceArn: string;
  readonly resourceName: string;
  /** The first noon at which it did, in epoch milliseconds; where that is the story's first, it may have done so before. */
  readonly from: number;
  /** The first noon at which it did no more, or the resource was gone. Absent: it still did when the story ended. */
  readonly to?: number;
  /** What the rule said, and why, in its order. */
  readonly said: readonly { readonly message: string; readonly why: string }[];
}
