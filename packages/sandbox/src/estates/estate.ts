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
}
