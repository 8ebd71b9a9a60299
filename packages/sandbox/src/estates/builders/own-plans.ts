import type { Entry } from './entry.js';
import type { EstatePart } from './estate-of.js';
import type { History } from './history.js';
import { plan, type PlanRule } from './plan.js';

/** A resource that a backup plan was made for. */
interface OwnPlan extends Partial<Pick<Entry, 'expect' | 'why'>> {
  readonly resource: Entry['resource'];
  readonly rules: readonly PlanRule[];
  readonly history: readonly Omit<History, 'plan'>[];
  readonly restores?: Entry['restores'] & object;
  readonly and: Entry['and'] & object;
}

/** The verdict of coverage on most of them. */
const BACKED_UP = { expect: 'backed-up', why: 'the newest point of its plan is fresh' } as const;

/** Resources with a plan each, which selects it by its ARN. Unless said otherwise, it is backed up. */
export function ownPlans(resources: readonly OwnPlan[]): Required<Pick<EstatePart, 'plans' | 'entries'>> {
  const made = resources.map(({ rules, history, ...said }) => {
    const { scope, name, arn } = said.resource;
    const own = plan(scope, { name: `for-${name}`, rules, selections: [{ SelectionName: name, Resources: [arn] }] });
    return { own, entry: { ...BACKED_UP, ...said, history: history.map((each) => ({ ...each, plan: own })) } };
  });
  return { plans: made.map(({ own }) => own), entries: made.map(({ entry }) => entry) };
}
