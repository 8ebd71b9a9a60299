import type { World } from '../world/world.js';

export type LabelVerdict = 'pass' | 'fail' | 'unknown' | 'notApplicable';

/** The expected verdict of a rule on one resource, plan, vault or account, and the reason: the estate's contract with the rules. */
export interface Label {
  readonly rule: string;
  /** The ARN of the resource, or of the plan or vault; of an account that of its root. */
  readonly resourceArn: string;
  /** `excluded`: it is not judged; then `message` is the reason of its exclusion. */
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
   * The restore jobs that AWS listed at earlier times, the oldest first. The labels hold for a scan that has the
   * inventories of these as its history.
   */
  readonly earlier: readonly World[];
  readonly labels: readonly Label[];
  /** The same for backup plans, restore-testing plans, vaults and accounts. */
  readonly otherLabels: readonly Label[];
  /** The options of rules, by their ids, under which the labels hold; those of others are as they come. */
  readonly policy: Readonly<Record<string, object>>;
  /** The changes of the estate over time. Absent: it does not change. */
  readonly story?: EstateStory;
}

/** An estate that moves. Looked at as it is, it stands where its story ends. */
export interface EstateStory {
  /** The period that it covers, in epoch milliseconds. */
  readonly from: number;
  readonly to: number;
  /**
   * The estate as it stands at a moment, with the labels of that day's noon.
   * @throws RangeError for a time that it does not cover
   */
  readonly at: (moment: number) => Estate;
  /** The failures in it, with their times, for daily scans at noon that are all recorded. */
  readonly exceptions: readonly EstateException[];
}

/** A time in which a rule failed a resource without a break. */
export interface EstateException {
  readonly rule: string;
  readonly resourceArn: string;
  readonly resourceName: string;
  /** The first noon at which it did, in epoch milliseconds; where that is the story's first, it may have done so before. */
  readonly from: number;
  /** The first noon at which it did no more, or the resource was gone. Absent: it still did when the story ended. */
  readonly to?: number;
  /** The verdicts of the rule, with the reasons, in their order. */
  readonly said: readonly { readonly message: string; readonly why: string }[];
}
