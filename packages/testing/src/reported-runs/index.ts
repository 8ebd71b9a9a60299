import { deepFreeze } from '@backproof/core';
import type { Run } from '@backproof/core';
import { outcome, subject } from '../builders/outcome.js';
import { run } from '../builders/run.js';
import { hostile } from './hostile.js';
import { mixed } from './mixed.js';

export { HOSTILE_TEXTS } from './hostile.js';
export { manyOutcomes } from './many.js';

/** Runs that every reporter must be able to write, by name. Nothing of them can be changed. */
export const REPORTED_RUNS = deepFreeze({
  /** A scan that had nothing to look at. */
  empty: run({ rules: [], scopes: [], populations: [], calls: [] }),
  /** Everything passes or is not applicable. */
  clean: run({
    outcomes: [
      outcome('pass', { messageId: 'backed-up', message: 'orders can be restored.' }),
      outcome('notApplicable', { subject: subject({ name: 'tmp' }), messageId: 'scratch', message: 'It is scratch.' }),
    ],
  }),
  mixed,
  hostile,
} as const satisfies Readonly<Record<string, Run>>);
