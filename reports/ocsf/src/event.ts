import { parseArn } from '@backproof/core';
import type { Outcome, ReportedRun, RuleInRun, Severity, WaiverInRun } from '@backproof/core';

/** The facts of a run that an event contains besides its outcome. */
export interface EventContext {
  readonly run: Pick<ReportedRun, 'id' | 'now' | 'tool'>;
  readonly rules: ReadonlyMap<string, RuleInRun>;
  readonly waivers: ReadonlyMap<string, WaiverInRun>;
}

/** The version of the schema that the events follow. */
const OCSF_VERSION = '1.3.0';

/** @source https://schema.ocsf.io/1.3.0/classes/compliance_finding, severity_id */
const SEVERITY_IDS: Readonly<Record<Severity, number>> = { low: 2, medium: 3, high: 4, critical: 5 };
const INFORMATIONAL = 1;

/** A standard is required: of rules that support no control of a framework, this one. */
const OWN_STANDARD = 'backproof';

/**
 * An outcome as a Compliance Finding. `finding_info.uid` is that of the rule and the subject: the same finding has the
 * same one in every run.
 *
 * @source https://schema.ocsf.io/1.3.0/classes/compliance_finding, with the profile `cloud`
 */
export function eventOf(outcome: Outcome, { run, rules, waivers }: EventContext): object {
  const { ruleId, subject, status, message, messageId, fingerprint, severity } = outcome;
  const partition = parseArn(subject.arn)?.partition ?? 'aws';
  const time = Date.parse(run.now);
  const rule = rules.get(ruleId);
  const controls = rule?.controls ?? [];
  const standards = [...new Set(controls.map((control) => control.split('/')[0] ?? control))];
  const owner = { account: { uid: subject.accountId, type: 'AWS Account', type_id: 10 } };
  return {
    activity_id: 1,
    activity_name: 'Create',
    category_uid: 2,
    category_name: 'Findings',
    class_uid: 2003,
    class_name: 'Compliance Finding',
    type_uid: 200301,
    time,
    severity_id: status === 'pass' ? INFORMATIONAL : SEVERITY_IDS[severity],
    ...statusOf(outcome, waivers),
    message,
    metadata: {
      version: OCSF_VERSION,
      profiles: ['cloud'],
      product: { name: 'Backproof', vendor_name: 'Backproof', version: run.tool.version },
      correlation_uid: run.id,
    },
    cloud: { provider: 'AWS', region: subject.region, account: owner.account },
    finding_info: {
      uid: fingerprint,
      title: rule?.title ?? ruleId,
      desc: message,
      created_time: time,
      types: [messageId],
    },
    compliance: {
      ...complianceOf(outcome),
      control: ruleId,
      standards: standards.length > 0 ? standards : [OWN_STANDARD],
      ...(controls.length > 0 && { requirements: controls }),
    },
    resources: [
      {
        uid: subject.arn,
        name: subject.name,
        type: subject.type,
        region: subject.region,
        cloud_partition: partition,
        owner,
      },
    ],
    ...(rule && { remediation: { desc: rule.remediation } }),
    unmapped: {
      ...(outcome.disposition && { disposition: outcome.disposition.kind }),
      ...(rule && { rule_version: rule.version }),
      not_read: outcome.gaps.map(({ operation, code }) => `${operation}: ${code}`),
      evidence: outcome.evidence.map(({ at = '', text, id }) => `${at} ${text} (${id})`.trimStart()),
    },
  };
}

/** @source https://schema.ocsf.io/1.3.0/objects/compliance, status_id: 2 has no result due to missing information */
function complianceOf({ status }: Outcome): object {
  if (status === 'pass') return { status_id: 1, status: 'Pass' };
  return status === 'fail' ? { status_id: 3, status: 'Fail' } : { status_id: 2, status: 'Warning' };
}

/** The state of a finding that somebody has to act on, or has accepted. A pass has none: there is nothing to review. */
function statusOf({ status, disposition }: Outcome, waivers: EventContext['waivers']): object {
  if (status === 'pass') return {};
  if (disposition?.kind !== 'waived') return { status_id: 1, status: 'New' };
  const waiver = waivers.get(disposition.waiver);
  const until = waiver && ` until ${waiver.expires.slice(0, 10)}: ${waiver.reason}`;
  return { status_id: 3, status: 'Suppressed', comment: `waiver ${disposition.waiver}${until ?? ''}` };
}
