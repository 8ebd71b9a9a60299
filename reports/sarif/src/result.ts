import { legible } from '@backproof/core';
import type { Finding, Outcome, ReportedRun, WaiverInRun } from '@backproof/core';
import type { Result, Suppression } from 'sarif';
import { guidOf } from './guid.js';
import { locationOf, placeInFile } from './location.js';
import type { SourceMap } from './options.js';
import { WEIGHTS } from './severity.js';
import { messageText } from './text.js';

/** Facts that the results of a run have in common. */
export interface ResultContext {
  readonly ruleIndexes: ReadonlyMap<string, number>;
  readonly sourceMap: SourceMap;
  /** Active or not. If there are any, each result says whether it is suppressed. */
  readonly waivers: ReadonlyMap<string, WaiverInRun>;
  /** Fingerprints of failures of the baseline that are absent now; undefined in a run without baseline. */
  readonly noFailureAnyMore: ReadonlySet<string> | undefined;
}

export function resultContext({ rules, waivers, baseline }: ReportedRun, sourceMap: SourceMap): ResultContext {
  return {
    ruleIndexes: new Map(rules.map(({ id }, index) => [id, index])),
    sourceMap,
    waivers: new Map(waivers.map((waiver) => [waiver.id, waiver])),
    noFailureAnyMore: baseline && new Set(baseline.absent.map(({ fingerprint }) => fingerprint)),
  };
}

const KINDS = { pass: 'pass', fail: 'fail', unknown: 'open', notApplicable: 'notApplicable' } as const;

/** An outcome of any kind. */
export function fullResult(outcome: Outcome, context: ResultContext): Result {
  const { status, message, data, evidence, gaps, severity, messageId, disposition, unknownKind } = outcome;
  return {
    ...identityOf(outcome, context),
    kind: KINDS[status],
    level: status === 'fail' ? WEIGHTS[severity].level : 'none',
    message: { text: messageText(message) },
    ...(context.waivers.size > 0 && { suppressions: suppressionsOf(outcome, context) }),
    ...(context.noFailureAnyMore !== undefined && {
      baselineState: baselineStateOf(outcome, context.noFailureAnyMore),
    }),
    properties: {
      severity,
      messageId,
      ...(disposition !== undefined && { disposition }),
      ...(unknownKind !== undefined && { unknownKind }),
      data,
      evidence,
      gaps,
    },
  };
}

/** A violation for GitHub, which shows only the message and the line; so the message names the ARN. */
export function githubResult(outcome: Outcome, context: ResultContext): Result {
  return {
    ...identityOf(outcome, context),
    level: WEIGHTS[outcome.severity].level,
    message: { text: messageText(`${outcome.message}\n${outcome.subject.arn}`) },
  };
}

/** A failure of the baseline without an outcome in the run: its resource or its rule is no longer judged. */
export function absentResult(finding: Finding, context: ResultContext): Result {
  return {
    ...identityOf(finding, context),
    kind: 'fail',
    level: WEIGHTS[finding.severity].level,
    message: {
      text: messageText(
        `${finding.subject.name} is no longer judged. Its failure in the baseline was ${finding.messageId}.`,
      ),
    },
    ...(context.waivers.size > 0 && { suppressions: [] }),
    baselineState: 'absent',
  };
}

function identityOf({ ruleId, subject, fingerprint }: Finding, { ruleIndexes, sourceMap }: ResultContext) {
  const ruleIndex = ruleIndexes.get(ruleId);
  return {
    ruleId: legible(ruleId),
    ...(ruleIndex !== undefined && { ruleIndex }),
    locations: [locationOf(subject, sourceMap)],
    partialFingerprints: {
      primaryLocationLineHash: `${fingerprint.slice(0, 16)}:1`,
      'backproofResource/v1': fingerprint,
    },
  };
}

function suppressionsOf({ disposition }: Outcome, { waivers }: ResultContext): Suppression[] {
  if (disposition?.kind !== 'waived') return [];
  const waiver = waivers.get(disposition.waiver);
  const base = { kind: 'external', status: 'accepted', guid: guidOf('waiver', disposition.waiver) } as const;
  if (waiver === undefined) return [base];
  const { id, reason, owner, approvedBy, ticket, expires, source } = waiver;
  return [
    {
      ...base,
      justification: legible(reason),
      ...(source !== undefined && { location: { physicalLocation: placeInFile(source.file, source.line) } }),
      properties: { waiver: id, owner, approvedBy, expires, ...(ticket !== undefined && { ticket }) },
    },
  ];
}

/** The baseline contains failures only: an outcome that failed then and does not fail now is `updated`. */
function baselineStateOf(outcome: Outcome, noFailureAnyMore: ReadonlySet<string>): Result.baselineState {
  if (outcome.status === 'fail') return outcome.inBaseline === true ? 'unchanged' : 'new';
  return noFailureAnyMore.has(outcome.fingerprint) ? 'updated' : 'unchanged';
}
