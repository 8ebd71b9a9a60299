import type { ResourceStory } from '@backproof/core';
import { failure, home as scope, outcome } from '@backproof/testing';
import { describe, expect, it } from '@jest/globals';
import { renderStory } from './story.js';

const plan = { scope, id: 'p', arn: 'arn:plan', name: 'nightly', rules: [] };
const selection = {
  scope,
  planId: 'p',
  id: 's',
  name: 'tagged',
  iamRoleArn: 'arn:role',
  resources: [],
  notResources: [],
  listOfTags: [{ key: 'backup', value: 'daily' }],
  conditions: { stringEquals: [], stringNotEquals: [], stringLike: [], stringNotLike: [] },
};
const clause = { path: 'ListOfTags[0]', text: 'backup=daily' };

const bare: ResourceStory = {
  resource: {
    type: 'EBS',
    arn: 'arn:volume',
    accountId: '111111111111',
    region: 'eu-west-1',
    name: 'data',
    attachedTo: [],
  },
  selections: [],
  hosts: [],
  points: { count: 0, unusable: new Map() },
  backupJobs: [],
  nativeBackups: [],
  outcomes: [],
};

function textOf(story: Partial<ResourceStory>, color = false): string {
  return [...renderStory({ ...bare, ...story }, { color })].join('');
}

describe('the story', () => {
  it('of a resource of which there is nothing to tell', () => {
    expect(textOf({ excluded: { reason: 'spot' } })).toBe(`EBS data  111111111111 eu-west-1
arn:volume
Tags: could not be read

Plans
  No plan in its account and Region has a selection.

Recovery points
  None in any vault that was read.

Verdicts
  Not judged: spot
`);
  });

  it('goes from tags and plans to points, jobs and verdicts', () => {
    const point = {
      arn: 'arn:point',
      vaultArn: 'arn:vault',
      resourceArn: 'arn:volume',
      resourceType: 'EBS',
      status: 'COMPLETED',
      createdAt: Date.UTC(2026, 10, 21, 5),
      deleteAfterCopy: false,
      continuous: false,
      isParent: false,
    } as const;
    const job = (id: string) => ({
      scope,
      id,
      resourceArn: 'arn:volume',
      state: 'FAILED',
      createdAt: Date.UTC(2026, 10, 22),
    });
    const native = { scope, resourceArn: 'arn:volume', mechanism: 'rds-automated-backups', enabled: true } as const;
    expect(
      textOf({
        resource: { ...bare.resource, tags: { backup: 'daily', team: '' }, createdAt: Date.UTC(2026, 0, 1) },
        hosts: [{ ...bare.resource, name: 'web', arn: 'arn:instance' }],
        selections: [
          { plan, selection, explanation: { assigned: 'yes', reason: 'tag', clause, assumptions: [] } },
          { plan, selection, explanation: { assigned: 'no', reason: 'no-match', assumptions: [] } },
        ],
        points: { count: 2, unusable: new Map([['expired', 1]]), oldest: { ...point, createdAt: 0 }, newest: point },
        backupJobs: ['1', '2', '3', '4'].map(job),
        nativeBackups: [native],
        outcomes: [outcome('pass', { message: 'data can be restored.' })],
      }),
    ).toBe(`EBS data  111111111111 eu-west-1, created 2026-01-01 00:00 UTC
arn:volume
Tags: backup=daily, team=
Attached to web (arn:instance), whose backups hold it

Plans
  ✓ plan nightly, selection tagged: ListOfTags[0] (backup=daily) matches it.
  ✗ plan nightly, selection tagged: No ARN, pattern or tag of the selection matches it.

Recovery points
  2 points since 1970-01-01 00:00 UTC, unusable of them: 1 expired
  Newest: 2026-11-21 05:00 UTC  recovery point COMPLETED, kept forever, in arn:vault (arn:point)
  2026-11-22 00:00 UTC  backup job FAILED (1)
  2026-11-22 00:00 UTC  backup job FAILED (2)
  2026-11-22 00:00 UTC  backup job FAILED (3)

The service's own backups
  on: rds-automated-backups, nothing restorable seen

Verdicts
  backup-coverage: pass. data can be restored.
`);
  });

  it('has colours only if they are asked for, and never a stranger’s', () => {
    const evil = '\u001b[31m::x\n::y\u202e';
    const resource = { ...bare.resource, name: evil, arn: `::${evil}`, region: evil, tags: { [evil]: evil } };
    const evilPlan = { plan: { ...plan, name: evil }, selection: { ...selection, name: evil } };
    const selections = [{ ...evilPlan, explanation: { assigned: 'no', reason: 'no-match', assumptions: [] } }] as const;
    const outcomes = [failure({ message: evil })];
    const plain = textOf({ resource, hosts: [resource], selections, outcomes });
    expect(['\u001b', '\u202e'].filter((raw) => plain.includes(raw))).toEqual([]);
    expect(plain.split('\n').filter((line) => line.trimStart().startsWith('::'))).toEqual([]);
    expect(textOf({ resource, selections }, true)).not.toContain('\u001b[31m');
  });
});
