import { promiseGrounds } from '@backproof/core';
import type { CommonEvidence, Instant, PromiseGrounds, RuleContext } from '@backproof/core';
import type { messages } from './messages.js';
import type { Options } from './options.js';

/** The evidence that the rule needs. Each subject has some of it: the rule says itself what is unknown without it. */
export const needs = {
  planReach: 'context',
  testReach: 'context',
  optedOut: 'context',
  leftovers: 'context',
  failingJobs: 'context',
  vaults: 'context',
  vaultApprovals: 'context',
} as const;

export const subjects = ['plan', 'vault', 'account'] as const;

type Subject = (typeof subjects)[number];

/** The facts that all subjects of a run share. */
export interface Prepared {
  readonly grounds: PromiseGrounds;
}

type ContextOf<Kind extends Subject> = RuleContext<keyof typeof needs, typeof messages, Options, Prepared, Kind>;

/** The context in which the rule judges a subject of any kind. */
export type Context = ContextOf<Subject>;

export type PlanContext = ContextOf<'plan'>;
export type VaultContext = ContextOf<'vault'>;
export type AccountContext = ContextOf<'account'>;

/** Works out, once a run, what the subjects share. */
export function prepare({ common, now }: { readonly common: CommonEvidence; readonly now: Instant }): Prepared {
  return { grounds: promiseGrounds(common, now) };
}
