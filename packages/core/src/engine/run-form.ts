import { formFault } from '../model/form-fault.js';
import type { FormSchema } from '../model/form-schema.js';
import type { Baseline } from './baseline.js';
import { decodeCalendar } from './protection-calendar.js';
import type { Run } from './run.js';
import { BASELINE_SCHEMA, RUN_SCHEMA } from './generated/run-schemas.js';

/** A document that is not a run or a baseline in the newest form. Its message is the first fault: `"rules.0.id" is missing`. */
export class FormError extends Error {
  override readonly name = 'FormError';
}

/** Returns a document as the run that it is. @throws FormError if it is none in the newest form */
export function checkedRun(document: unknown): Run {
  check(RUN_SCHEMA, document);
  // The schema is derived from the type.
  const run = document as Run;
  const options = run.rules.flatMap((rule) => [rule.options, ...rule.overrides.map((override) => override.options)]);
  if (options.some((each) => isDeeperThan(each, DEEPEST_OPTIONS))) {
    throw new FormError(`the options of a rule are nested deeper than ${DEEPEST_OPTIONS} levels`);
  }
  if (!isInOrder(run)) throw new FormError('its outcomes are not in the order of its rules');
  for (const calendar of new Set(run.protection.map((each) => each.calendar))) checkCalendar(calendar);
  return run;
}

/** Returns a document as the baseline that it is. @throws FormError if it is none in the newest form */
export function checkedBaseline(document: unknown): Baseline {
  check(BASELINE_SCHEMA, document);
  // The schema is derived from the type.
  return document as Baseline;
}

function check(schema: FormSchema, document: unknown): void {
  const fault = formFault(schema, document);
  if (fault !== undefined) throw new FormError(fault);
}

/** Returns true if each outcome is of a rule of the run, and those of a rule stand together, in the order of the rules. */
function isInOrder({ rules, outcomes }: Run): boolean {
  let at = 0;
  return outcomes.every(({ ruleId }) => {
    while (at < rules.length && rules[at]?.id !== ruleId) at += 1;
    return at < rules.length;
  });
}

function checkCalendar(calendar: string): void {
  try {
    decodeCalendar(calendar);
  } catch (cause) {
    throw new FormError('a calendar of its protection does not have 365 days', { cause });
  }
}

/** Options of rules may have any form, but what is written again is written recursively. */
const DEEPEST_OPTIONS = 50;

function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((part: unknown) => isDeeperThan(part, levels - 1));
}
