import { expect, it } from '@jest/globals';
import { denied, instance, NOW, population } from '../model/records.fixture.js';
import type { VerdictStatus } from '../rule/verdict.js';
import { evaluate } from './evaluate.js';
import { gate } from './gate.js';
import { inventoryOf } from './inventory.fixture.js';
import type { Contents } from './inventory.fixture.js';
import { constantRule } from './rules.fixture.js';

/** The run of rules that say these things of one resource. */
function runOf(statuses: readonly VerdictStatus[], contents: Contents = {}) {
  return evaluate({
    inventory: inventoryOf({ resources: [instance()], ...contents }),
    rules: statuses.map((status) => ({ rule: constantRule(status, {}, status) })),
    now: NOW,
    tool: { name: 'backproof', version: '0.0.0' },
  });
}

const unreadJobs: Contents = { populations: [population('backupJobs', { gap: denied })] };
const partialJobs: Contents = {
  populations: [{ ...population('backupJobs'), status: 'partial', gaps: [denied] }],
};

it.each<[string, ReturnType<typeof runOf>, string]>([
  ['nothing failed', runOf(['pass', 'notApplicable']), 'clean'],
  ['there is nothing to judge', runOf(['fail'], { resources: [] }), 'clean'],
  ['something failed', runOf(['pass', 'fail']), 'violations'],
  ['something could not be told', runOf(['pass', 'unknown']), 'incomplete'],
  ['something failed and something else could not be told', runOf(['fail', 'unknown']), 'incomplete'],
  ['a population could not be read', runOf(['pass'], unreadJobs), 'incomplete'],
  ['a population could be read in part', runOf(['fail'], partialJobs), 'incomplete'],
  ['no place was looked at', runOf(['pass'], { resources: [], scopes: [] }), 'incomplete'],
])('if %s', (_, run, result) => {
  expect(gate(run)).toBe(result);
});
