import { outcomesIn } from '@backproof/core';
import type { Outcome, Rule } from '@backproof/core';
import { NOW } from './builders/place.js';
import { inventoryOf } from './inventory-of.js';
import type { Story } from './story.js';

type Judged = Pick<Story, 'given' | 'subject' | 'options' | 'now'>;

/** The outcome of a story's subject, by the real engine. @throws Error if it is not judged at all. */
export function outcomeOf(rule: Rule, story: Judged): Outcome {
  const { outcome, reason } = judged(rule, story);
  if (outcome !== undefined) return outcome;
  throw new Error(`${story.subject ?? story.given.resource.name} is not judged: ${reason}`);
}

/** The outcome of a story's subject. Undefined: it is not judged, such as a plan that was not read. */
export function outcomeIfJudged(rule: Rule, story: Judged): Outcome | undefined {
  return judged(rule, story).outcome;
}

function judged(rule: Rule, { given, subject: arn = given.resource.arn, options = {}, now = NOW }: Judged) {
  const { outcomes, excluded } = outcomesIn({ inventory: inventoryOf(given), rules: [{ rule, options }], now });
  return {
    outcome: outcomes.find(({ subject }) => subject.arn === arn),
    reason: excluded.find(({ subject }) => subject.arn === arn)?.reason ?? 'its type could not be read',
  };
}
