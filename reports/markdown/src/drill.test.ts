import { drillSummary } from '@backproof/core';
import type { DrilledResource, DrillReport, Loss, Survival } from '@backproof/core';
import { dynamoDbTable, HOSTILE_TEXTS } from '@backproof/testing';
import { expect, it } from '@jest/globals';
import { drillMarkdown } from './drill.js';

const now = Date.UTC(2026, 10, 22, 12);
const LOST: Survival = { status: 'lost', why: 'in-the-account' };

function drilled(name: string, count: number): DrilledResource {
  const survivals = Array.from({ length: count }, () => LOST);
  const steps = survivals.map(() => ['copy-to-account'] as const);
  return { resource: { ...dynamoDbTable({ tags: {} }), name }, survivals, steps, restoreMs: undefined };
}

function textOf(losses: readonly Loss[], names: readonly string[], worst = 10): string {
  const resources = names.map((name) => drilled(name, losses.length));
  const summary = drillSummary(resources, { losses: losses.length, worst });
  const report: DrillReport = { losses, now, tool: { name: 'backproof', version: '1' }, summary };
  return [...drillMarkdown(report)].join('');
}

it('has the best change, a table of the losses and one of the resources', () => {
  const text = textOf([{ kind: 'account' }, { kind: 'region' }], ['orders']);
  expect(text).toMatch(/^# What would be left\?\n/);
  expect(text).toContain('**Best single change:** Copy its recovery points to another account');
  expect(text).toContain('| account closed | 0 of 1 |  | 0 | 0 | 1 | 0 |');
  expect(text).toContain('| orders | DynamoDB | 111111111111 eu-west-1 | lost | lost | computed only |');
});

it('has the reason where there is one loss', () => {
  expect(textOf([{ kind: 'account' }], ['orders'])).toContain(
    '| lost | lost&#58; its newest backup lies in the account | computed only |',
  );
});

it('leaves nothing out in silence, and takes no text for structure', () => {
  const text = textOf([{ kind: 'account' }], [HOSTILE_TEXTS.markup, 'orders'], 1);
  expect(text).not.toContain(HOSTILE_TEXTS.markup);
  expect(text).toContain('_1 more not shown');
});
