import { testRule } from '@backproof/testing';
import { failures } from './failures.fixture.js';
import { obstacles } from './obstacles.fixture.js';
import { passes } from './passes.fixture.js';
import { crossAccountCopy } from './rule.js';
import { notApplicables, unknowns } from './undecided.fixture.js';

testRule(crossAccountCopy, {
  pass: passes,
  fail: [...failures, ...obstacles],
  unknown: unknowns,
  notApplicable: notApplicables,
});
