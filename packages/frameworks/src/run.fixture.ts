import { defineRule, evaluate } from '@backproof/core';
import type { EvaluateRequest, Rule, Run } from '@backproof/core';
import { dynamoDbTable, inventoryOf, NOW } from '@backproof/testing';
import type { Given } from '@backproof/testing';
import type { ControlFramework } from './control-framework.js';

/** A framework of three controls. */
export const framework: ControlFramework = {
  id: 'acme-2026',
  alias: 'acme',
  name: 'Acme Backup Policy',
  version: '2026',
  publisher: 'Acme',
  controls: [
    { id: '1', title: 'Backups are made' },
    { id: '2', title: 'Backups are tested' },
    { id: '3', title: 'Backups are guarded by dogs', beyond: 'No rule sees dogs.' },
  ],
};

/** A rule that says of each resource what a tag by the rule's name tells. */
export function echo(id: string, controls: readonly string[]): Rule {
  return defineRule({
    id,
    version: '1.0.0',
    title: 'Says what a tag tells',
    recommended: true,
    rationale: 'Tests need rules.',
    remediation: 'Change the tag.',
    controls,
    needs: { tags: 'context' },
    messages: {
      passed: { status: 'pass', text: 'The tag says pass.' },
      failed: { status: 'fail', severity: 'medium', text: 'The tag says fail.' },
      untold: { status: 'unknown', text: 'The tag says unknown.' },
      untagged: { status: 'notApplicable', text: 'No tag says anything.' },
    },
    options: { schema: { type: 'object', additionalProperties: false }, defaults: {} },
    judge: ({ dossier, pass, fail, unknown, notApplicable }) => {
      switch (dossier.tags?.[id]) {
        case 'pass':
          return pass('passed', {});
        case 'fail':
          return fail('failed', {});
        case 'unknown':
          return unknown('untold', {});
        case undefined:
        default:
          return notApplicable('untagged', {});
      }
    },
  });
}

/** A run of some rules over tables with these tags; what more there is, and what of the failures is accepted. */
export function runOver(
  rules: readonly Rule[],
  [first = {}, ...others]: readonly Readonly<Record<string, string>>[],
  given: Partial<Given> = {},
  acceptance: Pick<EvaluateRequest, 'waivers' | 'baseline'> = {},
): Run {
  const tables = others.map((tags, i) => dynamoDbTable({ name: `other-${i}`, tags }));
  const inventory = inventoryOf({ resource: dynamoDbTable({ tags: first }), others: tables, ...given });
  const tool = { name: 'backproof', version: '0.0.0' };
  return evaluate({ inventory, rules: rules.map((rule) => ({ rule })), now: NOW, tool, ...acceptance });
}
