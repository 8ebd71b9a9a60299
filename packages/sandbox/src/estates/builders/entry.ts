import type { Label, LabelVerdict } from '../estate.js';
import type { History } from './history.js';
import type { EstateResource } from './resource.js';

/** The message ids of the rule `backup-coverage`, and the reasons of exclusion, with the verdict of each. */
const VERDICTS = {
  'backed-up': 'pass',
  degraded: 'pass',
  'awaiting-first-backup': 'pass',
  'covered-by': 'pass',
  'native-only': 'pass',
  stale: 'fail',
  'never-backed-up': 'fail',
  unprotected: 'fail',
  'plan-gone': 'fail',
  'no-usable-point': 'fail',
  'continuous-stopped': 'fail',
  'evidence-incomplete': 'unknown',
  'opt-in-unknown': 'unknown',
  'ontap-file-system': 'notApplicable',
  'ontap-volume-type': 'notApplicable',
  'scratch-file-system': 'notApplicable',
  'rds-custom': 'notApplicable',
  'rds-on-outpost': 'notApplicable',
  'cluster-member': 'excluded',
  'restore-test-leftover': 'excluded',
  'auto-scaling': 'excluded',
  spot: 'excluded',
  'instance-store': 'excluded',
  'service-managed': 'excluded',
} as const satisfies Record<string, LabelVerdict | 'excluded'>;

/** A resource with what its plans did for it, and what `backup-coverage` must say of it. */
export interface Entry {
  readonly case: string;
  readonly resource: EstateResource;
  readonly history?: readonly History[];
  readonly expect: keyof typeof VERDICTS;
  readonly why: string;
}

/** The contract that an entry makes with the rule. */
export function toLabel({ case: caseId, resource, expect, why }: Entry): Label {
  return {
    case: caseId,
    rule: 'backup-coverage',
    resourceArn: resource.arn,
    verdict: VERDICTS[expect],
    message: expect,
    why,
  };
}
