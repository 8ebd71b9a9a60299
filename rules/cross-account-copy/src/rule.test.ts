import { testRule } from '@backproof/testing';
import { brokenPromises } from './broken-promises.fixture.js';
import { buckets } from './buckets.fixture.js';
import { unusualCopies } from './copies.fixture.js';
import { failures } from './failures.fixture.js';
import { obstacles } from './obstacles.fixture.js';
import { passes } from './passes.fixture.js';
import { promises } from './promises.fixture.js';
import { relations } from './relations.fixture.js';
import { crossAccountCopy } from './rule.js';
import { notApplicables, unknowns } from './undecided.fixture.js';

const tables = [
  {
    pass: passes,
    fail: [...failures, ...obstacles, ...brokenPromises],
    unknown: unknowns,
    notApplicable: notApplicables,
  },
  buckets,
  unusualCopies,
  promises,
  relations,
];

testRule(crossAccountCopy, {
  pass: tables.flatMap(({ pass = [] }) => pass),
  fail: tables.flatMap(({ fail = [] }) => fail),
  unknown: tables.flatMap(({ unknown = [] }) => unknown),
  notApplicable: tables.flatMap(({ notApplicable = [] }) => notApplicable),
});
