import { legible, parseArn, within } from '@backproof/core';
import type { Outcome, ReportedRun, RuleInRun, WaiverInRun } from '@backproof/core';
import { resourceTypeOf } from './resource-type.js';

/** The facts of a run that a finding contains besides its outcome. */
export interface FindingContext {
  readonly run: Pick<ReportedRun, 'id' | 'now' | 'tool'>;
  readonly rules: ReadonlyMap<string, RuleInRun>;
  readonly waivers: ReadonlyMap<string, WaiverInRun>;
}

/** The types that all findings have, of AWS's taxonomy. */
const TYPES = ['Software and Configuration Checks/AWS Security Best Practices'];

/**
 * An outcome as a finding of the account and Region of its subject. A later run updates the finding: its `Id` is that of
 * the rule and the subject.
 *
 * @source securityhub API, AwsSecurityFinding: lengths and required fields
 */
export function findingOf(outcome: Outcome, { run, rules, waivers }: FindingContext): object {
  const { ruleId, subject, message, fingerprint } = outcome;
  const { accountId, region, arn, type } = subject;
  const partition = parseArn(arn)?.partition ?? 'aws';
  const rule = rules.get(ruleId);
  const severity = { Label: labelOf(outcome), Original: outcome.severity };
  return {
    SchemaVersion: '2018-10-08',
    Id: legible(`backproof/${ruleId}/${fingerprint}`),
    ProductArn: `arn:${partition}:securityhub:${region}:${accountId}:product/${accountId}/default`,
    ProductName: 'Backproof',
    CompanyName: 'Backproof',
    GeneratorId: within(512, legible(`backproof/${ruleId}`)),
    AwsAccountId: accountId,
    Region: region,
    Types: TYPES,
    CreatedAt: run.now,
    UpdatedAt: run.now,
    Severity: severity,
    FindingProviderFields: { Severity: severity, Types: TYPES },
    Title: within(256, legible(rule?.title ?? ruleId)),
    Description: within(1024, legible(message)),
    ...(rule && { Remediation: { Recommendation: { Text: within(512, legible(rule.remediation)) } } }),
    ProductFields: fieldsOf(outcome, run, rule, waivers),
    Resources: [{ Type: resourceTypeOf(type), Id: legible(arn), Partition: partition, Region: region }],
    Compliance: {
      Status: complianceOf(outcome),
      ...(rule && rule.controls.length > 0 && { RelatedRequirements: rule.controls.slice(0, 32).map(legible) }),
    },
    // A suppressed workflow would outlive the waiver: AWS does not let a finding's provider end it.
    RecordState: outcome.disposition?.kind === 'waived' ? 'ARCHIVED' : 'ACTIVE',
  };
}

/** @source securityhub API, Severity and Compliance: what passes is informational */
function labelOf({ status, severity }: Outcome): string {
  return status === 'pass' ? 'INFORMATIONAL' : severity.toUpperCase();
}

/** @source securityhub API, Compliance: `WARNING` - some information is missing */
function complianceOf({ status }: Outcome): string {
  if (status === 'pass') return 'PASSED';
  return status === 'fail' ? 'FAILED' : 'WARNING';
}

/** @source securityhub API, AwsSecurityFinding: a value of `ProductFields` has at most 2,048 characters */
function fieldsOf(
  { messageId, disposition, gaps, subject }: Outcome,
  run: FindingContext['run'],
  rule: RuleInRun | undefined,
  waivers: FindingContext['waivers'],
): Readonly<Record<string, string>> {
  const waiver = disposition?.kind === 'waived' ? waivers.get(disposition.waiver) : undefined;
  const fields = {
    'backproof/run': run.id,
    'backproof/version': run.tool.version,
    'backproof/rule-version': rule?.version,
    'backproof/message': messageId,
    'backproof/resource-type': subject.type,
    'backproof/resource-name': subject.name,
    'backproof/disposition': disposition?.kind,
    'backproof/waiver': waiver && `${waiver.id} until ${waiver.expires.slice(0, 10)}: ${waiver.reason}`,
    'backproof/not-read': gaps.map(({ operation, code }) => `${operation}: ${code}`).join('; '),
  };
  return Object.fromEntries(
    Object.entries(fields).flatMap(([key, value = '']) => (value === '' ? [] : [[key, within(2048, legible(value))]])),
  );
}
