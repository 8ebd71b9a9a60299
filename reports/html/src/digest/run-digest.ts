import { tallyKindOf } from '@backproof/core';
import type { Outcome, OutcomeSubject, ReportedRun, Severity, TallyKind } from '@backproof/core';
import { FindingCollector } from './findings.js';
import type { FindingGroup, FINDING_KINDS } from './findings.js';
import { digestOutcomes } from './outcome-digest.js';
import type { OutcomeDigest } from './outcome-digest.js';
import { digestProtection } from './protection-digest.js';
import type { ProtectionDigest } from './protection-digest.js';

/** The verdict of a rule on a resource, in short. */
export interface Mark {
  readonly ruleId: string;
  readonly kind: TallyKind;
  readonly severity: Severity;
}

/** A resource that is named outside of its findings. */
export interface NamedResource {
  readonly subject: OutcomeSubject;
  readonly marks: readonly Mark[];
}

/** The parts of a run's outcomes and protection that a report writes. Its size is limited, however large the run is. */
export interface RunDigest extends Pick<OutcomeDigest, 'groups' | 'matrix'> {
  readonly findings: Readonly<Record<(typeof FINDING_KINDS)[number], readonly FindingGroup[]>>;
  readonly protection: ProtectionDigest;
  /** The resources that are drawn or that were restored, by ARN. */
  readonly named: ReadonlyMap<string, NamedResource>;
}

/** The number of calendars. */
const CALENDARS = 120;

/** The number of worst resources that are candidates: many have no point to draw. */
const WORST = 10 * CALENDARS;

/** Walks through a run: once to count, and once more for what was chosen. @param rows how many rows a table has at most */
export function digestRun({ outcomes, protection }: ReportedRun, rows: number): RunDigest {
  const { groups, matrix, worst } = digestOutcomes(outcomes, WORST);
  const digest = digestProtection(protection, { first: worst, drawn: CALENDARS, restores: rows });
  const collector = new FindingCollector(groups, rows);
  const named = new NameCollector([...digest.drawn, ...digest.restores]);
  for (const outcome of outcomes) {
    collector.add(outcome);
    named.add(outcome);
  }
  return {
    groups,
    matrix,
    findings: {
      open: collector.groups('open'),
      waived: collector.groups('waived'),
      baseline: collector.groups('baseline'),
      unknown: collector.groups('unknown'),
    },
    protection: digest,
    named: named.named,
  };
}

class NameCollector {
  readonly named = new Map<string, { readonly subject: OutcomeSubject; readonly marks: Mark[] }>();
  readonly #arns: ReadonlySet<string>;

  constructor(resources: readonly { readonly arn: string }[]) {
    this.#arns = new Set(resources.map(({ arn }) => arn));
  }

  add(outcome: Outcome): void {
    const { subject, ruleId, severity } = outcome;
    if (!this.#arns.has(subject.arn)) return;
    const resource = this.named.get(subject.arn) ?? { subject, marks: [] };
    resource.marks.push({ ruleId, severity, kind: tallyKindOf(outcome) });
    this.named.set(subject.arn, resource);
  }
}
