import { gateSentence, SEVERITIES } from '@backproof/core';
import type { ReportedRun, Severity } from '@backproof/core';

/** The most violations that a notification names. */
const MOST = 20;

/** A violation in a notification. */
interface NewViolation {
  readonly severity: Severity;
  readonly rule: string;
  readonly type: string;
  readonly name: string;
  readonly account: string;
  readonly region: string;
  readonly message: string;
}

/** The content of a notification. */
export interface News {
  /** The verdict of the gate, in one sentence. */
  readonly verdict: string;
  readonly run: string;
  /** The open violations: neither in the baseline nor waived. */
  readonly open: number;
  /** The most severe of them, at most twenty. */
  readonly violations: readonly NewViolation[];
  /** The page of the job in CI. */
  readonly link?: string;
}

/** The news of a run; undefined if nothing is open and the run is complete. */
export function newsOf(run: ReportedRun, link: string | undefined): News | undefined {
  const open = SEVERITIES.reduce((sum, severity) => sum + run.open[severity], 0);
  if (open === 0 && run.gate.result !== 'incomplete') return undefined;
  const violations = [...worstFirst(run)];
  return { verdict: gateSentence(run), run: run.id, open, violations, ...(link !== undefined && { link }) };
}

/** Walks through the outcomes once for each severity, and holds none of them. */
function* worstFirst({ outcomes }: ReportedRun): Generator<NewViolation> {
  let left = MOST;
  for (const severity of SEVERITIES.toReversed()) {
    for (const { disposition, severity: own, ruleId: rule, subject, message } of outcomes) {
      if (left === 0) return;
      if (disposition?.kind !== 'open' || own !== severity) continue;
      const { type, name, accountId: account, region } = subject;
      yield { severity, rule, type, name, account, region, message };
      left -= 1;
    }
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The page of the job that the command runs in.
 *
 * @source GitHub, default environment variables; GitLab, predefined CI/CD variables; Jenkins, environment variables
 */
export function linkOf({ CI_JOB_URL, BUILD_URL, GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID }: Environment) {
  if (GITHUB_SERVER_URL && GITHUB_REPOSITORY && GITHUB_RUN_ID) {
    return `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}`;
  }
  return CI_JOB_URL ?? BUILD_URL;
}
