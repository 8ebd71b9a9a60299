import { outcomesIn } from '@backproof/core';
import type { Outcome, Rule } from '@backproof/core';
import { NOW } from './builders/place.js';
import { inventoryOf } from './inventory-of.js';
import type { Story } from './story.js';

/** The outcome of a story's resource, by the real engine. @throws Error if the resource is not judged at all. */
export function outcomeOf(rule: Rule, story: Pick<Story, 'given' | 'options' | 'now'>): Outcome {
  const { given, options = {}, now = NOW } = story;
  const { outcomes, excluded } = outcomesIn({ inventory: inventoryOf(given), rules: [{ rule, options }], now });
  const { arn } = given.resource;
  const outcome = outcomes.find(({ subject }) => subject.arn === arn);
  if (outcome !== undefined) return outcome;
  const reason = excluded.find(({ subject }) => subject.arn === arn)?.reason ?? 'its type could not be read';
  throw new Error(`${given.resource.name} is not judged: ${reason}`);
}
