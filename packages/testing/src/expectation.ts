import type { MessageValue, Outcome } from '@backproof/core';
import type { ToldStory } from './story.js';

/** The differences between a story's expectation and its outcome, in words. None: they agree. */
export function differences(story: ToldStory, outcome: Outcome): readonly string[] {
  const { status, message, data = {}, evidence = [] } = story;
  if (outcome.status !== status || outcome.messageId !== message) {
    return [`expected ${status} "${message}", got ${outcome.status} "${outcome.messageId}": ${outcome.message}`];
  }
  const seen = outcome.evidence.map(({ id }) => id);
  return [
    ...Object.entries(data).flatMap(([name, expected]) => differentValue(name, plain(expected), outcome.data)),
    ...evidence
      .filter((id) => !seen.includes(id))
      .map((id) => `expected ${id} among the evidence, got ${seen.length === 0 ? 'none' : seen.join(', ')}`),
  ];
}

function differentValue(name: string, expected: string | number, data: Outcome['data']): readonly string[] {
  const value = Object.hasOwn(data, name) ? data[name] : undefined;
  if (value === expected) return [];
  const got = value === undefined ? 'no such value' : JSON.stringify(value);
  return [`expected ${name} to be ${JSON.stringify(expected)}, got ${got}`];
}

function plain(value: MessageValue): string | number {
  return value instanceof Date ? value.toISOString() : value;
}
