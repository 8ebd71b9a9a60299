import { defineRule } from '@backproof/core';
import type { Dossier, ResourceNeeds, Rule } from '@backproof/core';

const metadata = {
  version: '1.0.0',
  title: 'Resources have a recovery point',
  recommended: false,
  rationale: 'Without one there is nothing to restore.',
  remediation: 'Back it up.',
  controls: [],
} as const;

const messages = {
  held: { status: 'pass', text: '{name} has {count} recovery points.' },
  missing: { status: 'fail', severity: 'medium', text: '{name} has {count} recovery points; {least} are asked for.' },
} as const;

interface Options {
  readonly least: number;
}

/** Passes a resource that has enough points. Its jobs are told, and decide nothing. */
export const enoughPoints = defineRule({
  ...metadata,
  id: 'enough-points',
  needs: { recoveryPoints: 'enough', backupJobs: 'context' },
  messages,
  options: {
    schema: {
      type: 'object',
      additionalProperties: false,
      properties: { least: { type: 'integer', minimum: 0, description: 'How many points are enough.' } },
    },
    defaults: { least: 1 } satisfies Options,
  },
  judge({ dossier: { resource, recoveryPoints, backupJobs }, options, pass, fail }) {
    const data = { name: resource.name, count: recoveryPoints.count };
    const evidence = backupJobs.map(({ id, state }) => ({ kind: 'backupJob', id, text: state }) as const);
    if (data.count >= options.least) return pass('held', data, evidence);
    return fail('missing', { ...data, least: options.least }, evidence);
  },
});

/** A rule that needs what is given and passes what holds. */
export function ruleOf(needs: ResourceNeeds, holds: (dossier: Dossier) => boolean): Rule {
  return defineRule({
    ...metadata,
    id: 'given',
    needs,
    messages: {
      held: { status: 'pass', text: 'It holds.' },
      missing: { status: 'fail', severity: 'medium', text: 'It does not hold.' },
    },
    options: { schema: { type: 'object', additionalProperties: false }, defaults: {} },
    judge: ({ dossier, pass, fail }) => (holds(dossier) ? pass('held', {}) : fail('missing', {})),
  });
}
