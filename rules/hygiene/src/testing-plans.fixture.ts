import { daysAgo, ebsVolume, recoveryPoint } from '@backproof/testing';
import type { Given, Stories } from '@backproof/testing';
import { about, db, everyDatabase, monthly } from './estate.fixture.js';

const recent = recoveryPoint(db);

/** A restore-testing plan with its selection, and a recent recovery point. */
function tested(fields: Partial<typeof monthly> = {}): Given {
  return {
    resource: db,
    restoreTestingPlans: [{ ...monthly, ...fields }],
    restoreTestingSelections: [everyDatabase],
    recoveryPoints: [recent],
  };
}

const aboutPlan = about(monthly.arn);

/** Restore-testing plans. */
export const testingPlans: Stories = {
  pass: aboutPlan([
    {
      name: 'a restore-testing plan that can pick a point',
      given: tested(),
      message: 'test-plan-works',
      data: { name: 'monthly' },
    },
    {
      name: 'it can pick a point of a resource that is gone',
      given: { ...tested(), resource: ebsVolume() },
      message: 'test-plan-works',
    },
    {
      name: 'one of two resources has a point that it can pick',
      given: {
        ...tested(),
        recoveryPoints: [recent, { ...recent, resourceArn: `${db.arn}-2`, arn: 'arn:old', createdAt: daysAgo(60) }],
      },
      message: 'test-plan-works',
    },
  ]),
  fail: aboutPlan([
    {
      name: 'a restore-testing plan without selections',
      given: { ...tested(), restoreTestingSelections: [] },
      message: 'tests-without-selections',
      data: { name: 'monthly' },
    },
    {
      name: 'its selection names another type',
      given: { ...tested(), restoreTestingSelections: [{ ...everyDatabase, resourceType: 'EBS' }] },
      message: 'tests-nothing',
      data: { selections: '1 selection' },
    },
    {
      name: 'its selection names another resource',
      given: { ...tested(), restoreTestingSelections: [{ ...everyDatabase, resourceArns: [`${db.arn}-2`] }] },
      message: 'tests-nothing',
      data: { name: 'monthly' },
    },
    {
      name: 'what it names has no recovery points',
      given: { ...tested(), recoveryPoints: [] },
      message: 'tests-nothing',
      data: { name: 'monthly' },
    },
    {
      name: 'it excludes the vault of all points',
      given: tested({ excludeVaults: ['arn:aws:backup:*:*:backup-vault:main'] }),
      message: 'tests-no-point',
      data: { resources: '1 resource', reasons: '1 resource with no recovery point in the vaults of the plan' },
    },
    {
      name: 'its points are older than the selection window, or not usable',
      given: {
        ...tested(),
        recoveryPoints: [
          { ...recent, createdAt: daysAgo(40) },
          { ...recent, resourceArn: `${db.arn}-2`, arn: 'arn:expired', status: 'EXPIRED' },
        ],
      },
      message: 'tests-no-point',
      data: {
        resources: '2 resources',
        reasons:
          '1 resource with no usable recovery point, 1 resource with no recovery point in the selection window of the plan',
      },
    },
    {
      name: 'it picks continuous points only, of which there are none',
      given: tested({ recoveryPointTypes: ['CONTINUOUS'] }),
      message: 'tests-no-point',
      data: { reasons: '1 resource with no recovery point of the types of the plan' },
    },
  ]),
  unknown: aboutPlan([
    {
      name: 'its only point is in a status that AWS added later',
      given: { ...tested(), recoveryPoints: [{ ...recent, status: 'UNKNOWN' }] },
      message: 'test-points-unknown',
      data: { resources: '1 resource' },
    },
    {
      name: 'the recovery points of a vault could not be read',
      given: { ...tested(), unread: ['recoveryPoints'] },
      message: 'test-reach-unknown',
      data: { name: 'monthly' },
    },
    {
      name: 'the selections of a restore-testing plan could not be read',
      given: { ...tested(), unread: ['restoreTestingSelections'] },
      message: 'test-reach-unknown',
    },
  ]),
};
