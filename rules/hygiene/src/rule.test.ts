import { testRule } from '@backproof/testing';
import { accounts, vaults } from './places.fixture.js';
import { plans } from './plans.fixture.js';
import { hygiene } from './rule.js';
import { testingPlans } from './testing-plans.fixture.js';

const tables = [plans, testingPlans, vaults, accounts];

testRule(hygiene, {
  pass: tables.flatMap(({ pass = [] }) => pass),
  fail: tables.flatMap(({ fail = [] }) => fail),
  unknown: tables.flatMap(({ unknown = [] }) => unknown),
  notApplicable: tables.flatMap(({ notApplicable = [] }) => notApplicable),
});
