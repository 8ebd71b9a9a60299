import { testRule } from '@backproof/testing';
import { failures } from './failures.fixture.js';
import { passes } from './passes.fixture.js';
import { relations } from './relations.fixture.js';
import { replications } from './replicated.fixture.js';
import { crossRegionCopy } from './rule.js';
import { notApplicables, unknowns } from './undecided.fixture.js';

const tables = [
  { pass: passes, fail: failures, unknown: unknowns, notApplicable: notApplicables },
  replications,
  relations,
];

testRule(crossRegionCopy, {
  pass: tables.flatMap(({ pass = [] }) => pass),
  fail: tables.flatMap(({ fail = [] }) => fail),
  unknown: tables.flatMap(({ unknown = [] }) => unknown),
  notApplicable: tables.flatMap(({ notApplicable = [] }) => notApplicable),
});
