import { describe, expect, it } from '@jest/globals';
import { instance, plan, selection } from '../model/records.fixture.js';
import type { BackupSelection } from '../model/backup-plan.js';
import type { Tags } from '../model/resource.js';
import { nearestSelection, explainAssignments } from './assignment.js';
import { nearMissOf } from './near-miss.js';
import { describeExplanation } from './selection-explanation.js';

const settings = { scope: plan().scope, optIn: { EC2: true }, management: {} };
const { arn } = instance();

function chosen(fields: Partial<BackupSelection>): BackupSelection {
  return selection({ resources: [], listOfTags: [], ...fields });
}

/** The id of the nearest of these selections, and what is said of it. */
function nearest(tags: Tags, ...selections: readonly Partial<BackupSelection>[]): string | undefined {
  const explained = explainAssignments(
    instance({ tags }),
    [plan()],
    selections.map((fields, index) => chosen({ id: String(index), ...fields })),
    settings,
  );
  const found = nearestSelection(explained);
  return found && `${found.selection.id} ${describeExplanation(found.explanation)}`;
}

const equals = (...conditions: readonly (readonly [string, string])[]) => ({
  stringEquals: conditions.map(([key, value]) => ({ key, value })),
  stringNotEquals: [],
  stringLike: [],
  stringNotLike: [],
});

describe('a selection that misses a resource by one detail', () => {
  it.each([
    ['the Region of an ARN', { resources: [arn.replace('eu-west-1', 'eu-central-1')] }, 'region'],
    ['the account of an ARN', { resources: [arn.replace('111111111111', '999999999999')] }, 'account'],
    ['the partition of a pattern', { resources: ['arn:aws-us-gov:ec2:*:*:instance/*'] }, 'partition'],
    ['the case of a key', { listOfTags: [{ key: 'BACKUP', value: 'yes' }] }, 'key-case'],
    ['the case of a value', { listOfTags: [{ key: 'backup', value: 'Yes' }] }, 'value-case'],
    ['no detail, as it has the tag', { listOfTags: [{ key: 'backup', value: 'yes' }] }, undefined],
    ['the value of a tag altogether', { listOfTags: [{ key: 'backup', value: 'weekly' }] }, undefined],
    ['the value and the case of the key', { listOfTags: [{ key: 'BACKUP', value: 'weekly' }] }, undefined],
    [
      'nothing that is near',
      { resources: ['arn:aws:rds:*:*:db:*'], listOfTags: [{ key: 'other', value: 'yes' }] },
      undefined,
    ],
  ])('differs in %s', (_, fields, differs) => {
    expect(nearMissOf(chosen(fields), instance({ tags: { backup: 'yes' } }))?.differs).toBe(differs);
  });
});

describe('the nearest selection', () => {
  it('is the one of which the fewest conditions are missed', () => {
    expect(
      nearest(
        { production: 'true', backup: 'false' },
        { resources: ['*'], conditions: equals(['production', 'false'], ['backup', 'true']) },
        { resources: ['*'], conditions: equals(['production', 'true'], ['team', 'web']) },
      ),
    ).toBe('1 It does not meet Conditions.StringEquals[1] (team=web).');
  });

  it('is the one that excludes it, before one that misses a tag by its case', () => {
    expect(
      nearest(
        { backup: 'yes' },
        { listOfTags: [{ key: 'Backup', value: 'yes' }] },
        { resources: ['*'], notResources: [arn] },
      ),
    ).toBe(`1 NotResources[0] (${arn}) excludes it.`);
  });

  it('is the one that misses a tag by its case, before one whose condition is not met', () => {
    expect(
      nearest(
        { Backup: 'yes' },
        { resources: ['*'], conditions: equals(['Name', 'web']) },
        { listOfTags: [{ key: 'backup', value: 'yes' }] },
      ),
    ).toBe('1 ListOfTags[0] (backup=yes) does not match it: the key of its tag differs in case.');
  });

  it('is none where no selection has anything to do with it', () => {
    expect(nearest({}, { resources: ['arn:aws:rds:*:*:db:*'] })).toBeUndefined();
  });
});
