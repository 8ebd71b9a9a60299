import type { EstateException } from '../estate.js';
import { verdictOf } from './entry.js';
import { noonOf } from './moment.js';
import type { Story, Turn } from './story.js';

/** The exceptions of a story, rule by rule, the oldest first. */
export function exceptionsOf(story: Story): readonly EstateException[] {
  return Object.entries(story.rules).flatMap(([rule, turns]) => exceptionsByRule(story, rule, turns));
}

/** Turns that fail and follow each other are one exception. It ends with the turn after them, or with the resource. */
function exceptionsByRule(
  { resource }: Story,
  rule: string,
  turns: readonly Turn<string>[],
): readonly EstateException[] {
  const [{ is: subject }] = resource;
  const gone = resource.find(({ is }) => is === undefined);
  const exceptions: EstateException[] = [];
  turns.forEach(({ from, is, why }, index) => {
    if (verdictOf(rule, is) !== 'fail') return;
    const end = turns[index + 1] ?? gone;
    const open = exceptions.at(-1)?.to === noonOf(from) ? exceptions.pop() : undefined;
    exceptions.push({
      rule,
      resourceArn: subject.arn,
      resourceName: subject.name,
      from: open?.from ?? noonOf(from),
      ...(end !== undefined && { to: noonOf(end.from) }),
      said: [...(open?.said ?? []), { message: is, why }],
    });
  });
  return exceptions;
}
