import type { Instant } from '../model/instant.js';

/** An approved exception: until it expires, failures of one rule on some resources are accepted, and shown as such. */
export interface Waiver {
  readonly id: string;
  /** The id of the rule. */
  readonly rule: string;
  /** ARNs, in which `*` stands for any characters; each fits as a whole. */
  readonly resources: readonly string[];
  readonly reason: string;
  /** The person or team responsible for the risk. */
  readonly owner: string;
  readonly approvedBy: string;
  readonly ticket?: string;
  /** From then on it accepts nothing. */
  readonly expires: Instant;
  /** Where it is written. */
  readonly source?: { readonly file: string; readonly line: number };
}
