import { buildArn } from '@backproof/core';
import type { Run } from '@backproof/core';
import type { Estate, Sandbox } from '@backproof/sandbox';

/** The flags that let the command scan a whole estate behind an endpoint, as of the estate's own moment. */
export function scanArguments({ world }: Estate, sandbox: Sandbox): readonly string[] {
  const { partition, regions, accounts, now } = world;
  return [
    ...['scan', '--endpoint-url', sandbox.url, '--region', regions.join(','), '--now', new Date(now).toISOString()],
    ...accounts.flatMap(({ id }) => ['--role-arn', roleArn(partition, id)]),
  ];
}

/** The credentials of the estate's first account, as the environment gives them. */
export function credentialsIn({ credentials }: Sandbox): Readonly<Record<string, string>> {
  return { AWS_ACCESS_KEY_ID: credentials.accessKeyId, AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey };
}

export function roleArn(partition: string, accountId: string): string {
  return buildArn({ partition, service: 'iam', region: '', accountId, resource: 'role/Backproof' });
}

/** What the run says of each resource, a line each, in the words of the labels. */
export function verdictsOf({ outcomes, excluded }: Run): readonly string[] {
  return [
    ...outcomes.map(({ ruleId, subject, status, messageId }) => `${subject.arn} ${ruleId}: ${status} ${messageId}`),
    ...excluded.map(({ subject, reason }) => `${subject.arn}: excluded ${reason}`),
  ].sort();
}

/** What the estate's labels say, in the same words. */
export function labelled({ labels }: Estate): readonly string[] {
  return labels
    .map(({ resourceArn, rule, verdict, message }) =>
      verdict === 'excluded' ? `${resourceArn}: excluded ${message}` : `${resourceArn} ${rule}: ${verdict} ${message}`,
    )
    .sort();
}
