import { buildArn } from '@backproof/core';
import type { Rule, Run } from '@backproof/core';
import type { Estate, Label, Sandbox } from '@backproof/sandbox';
import { scan } from 'backproof';

/** The rule of which every resource of an estate has a label. */
export const COVERAGE = 'backup-coverage';

/** The flags that let the command scan a whole estate behind an endpoint, as of the estate's own moment. */
export function scanArguments({ world }: Estate, sandbox: Sandbox): readonly string[] {
  const { partition, regions, accounts, now } = world;
  return [
    ...['scan', '--endpoint-url', sandbox.url, '--region', regions.join(','), '--now', new Date(now).toISOString()],
    ...accounts.flatMap(({ id }) => ['--role-arn', roleArn(partition, id)]),
  ];
}

/** The same by the library, by these rules and under the estate's policy. */
export async function scanByLibrary({ world, policy }: Estate, sandbox: Sandbox, rules: readonly Rule[]): Promise<Run> {
  const { partition, regions, accounts, now } = world;
  const { run } = await scan({
    endpointUrl: sandbox.url,
    credentials: sandbox.credentials,
    regions,
    roleArns: accounts.map(({ id }) => roleArn(partition, id)),
    now,
    rules: rules.map((rule) => ({ rule, options: policy[rule.id] ?? {} })),
  });
  return run;
}

/** The credentials of the estate's first account, as the environment gives them. */
export function credentialsIn({ credentials }: Sandbox): Readonly<Record<string, string>> {
  return { AWS_ACCESS_KEY_ID: credentials.accessKeyId, AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey };
}

export function roleArn(partition: string, accountId: string): string {
  return buildArn({ partition, service: 'iam', region: '', accountId, resource: 'role/Backproof' });
}

/** What the run says of each resource, a line for each rule, in the words of the labels; what is excluded is coverage's. */
export function verdictsOf({ outcomes, excluded }: Run): readonly string[] {
  return [
    ...outcomes.map(({ ruleId, subject, status, messageId }) => line(subject.arn, ruleId, status, messageId)),
    ...excluded.map(({ subject, reason }) => line(subject.arn, COVERAGE, 'excluded', reason)),
  ].sort();
}

/** What labels say, in the same words. */
export function labelled(labels: readonly Label[]): readonly string[] {
  return labels.map(({ resourceArn, rule, verdict, message }) => line(resourceArn, rule, verdict, message)).sort();
}

/** The lines that are about coverage. */
export function ofCoverage(lines: readonly string[]): readonly string[] {
  return lines.filter((each) => each.includes(` ${COVERAGE}: `));
}

function line(arn: string, rule: string, verdict: string, message: string): string {
  return `${arn} ${rule}: ${verdict} ${message}`;
}
