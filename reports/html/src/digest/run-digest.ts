import { tallyKindOf } from '@backproof/core';
import type { Outcome, OutcomeSubject, ReportedRun, Severity, TallyKind } from '@backproof/core';
import { FindingCollector, findingId } from './findings.js';
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
  /** The id of the finding in the document, if it is written. */
  readonly finding: string | undefined;
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
  /** The resources that have a row, the worst first. */
  readonly resources: readonly NamedResource[];
  /** The resources that are drawn or that were restored, by ARN. */
  readonly named: ReadonlyMap<string, NamedResource>;
}

/** The most resources that have a row where no script lists all of them. */
export const MOST_RESOURCES = 250;

/** The number of calendars. */
const CALENDARS = 120;

/** The number of worst resources that are candidates: many have no point to draw. */
const WORST = 10 * CALENDARS;

/** Walks through a run: once to count, and once more for what was chosen. @param rows how many rows a table has at most */
export function digestRun({ outcomes, protection }: ReportedRun, rows: number): RunDigest {
  const { groups, matrix, worst } = digestOutcomes(outcomes, WORST);
  const digest = digestProtection(protection, { first: worst, drawn: CALENDARS, restores: rows });
  const collector = new FindingCollector(groups, rows);
  const first = worst.slice(0, MOST_RESOURCES);
  const names = new NameCollector([
    ...first,
    ...[...digest.drawn, ...digest.blanks, ...digest.restores].map(({ arn }) => arn),
  ]);
  for (const outcome of outcomes) names.add(outcome, collector.add(outcome) ? findingId(outcome) : undefined);
  const { named } = names;
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
    resources: first.flatMap((arn) => named.get(arn) ?? []),
    named,
  };
}

class NameCollector {
  readonly named = new Map<string, { readonly subject: OutcomeSubject; readonly marks: Mark[] }>();
  readonly #arns: ReadonlySet<string>;

  constructor(arns: readonly string[]) {
    this.#arns = new Set(arns);
  }

  add(outcome: Outcome, finding: string | undefined): void {
    const { subject, ruleId, severity } = outcome;
    if (!this.#arns.has(subject.arn)) return;
    const resource = this.named.get(subject.arn) ?? { subject, marks: [] };
    resource.marks.push({ ruleId, severity, kind: tallyKindOf(outcome), finding });
    this.named.set(subject.arn, resource);
  }
}
