import { expect, it } from '@jest/globals';
import { home, instance, volume } from '../model/records.fixture.js';
import type { RestoreTestingSelection } from '../model/restore-testing.js';
import { mayTest } from './restore-testing-reach.js';

const selection: RestoreTestingSelection = {
  scope: home,
  planName: 'monthly',
  name: 'machines',
  resourceType: 'EC2',
  resourceArns: ['*'],
  stringEquals: [],
  stringNotEquals: [],
  validationWindowHours: 0,
};

it.each([
  ['every resource of its type', selection, instance(), true],
  ['no resource of another type', selection, volume(), false],
  ['a resource by its ARN', { ...selection, resourceArns: ['arn:x', instance().arn] }, instance(), true],
  ['no resource that it does not name', { ...selection, resourceArns: ['arn:x'] }, instance(), false],
  ['nothing where it names nothing', { ...selection, resourceArns: [] }, instance(), false],
])('a restore-testing selection may pick %s', (_, given, resource, expected) => {
  expect(mayTest(given, resource)).toBe(expected);
});
