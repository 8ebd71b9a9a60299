import { buildArn } from '@backproof/core';
import type { Inventory, Rule, Run } from '@backproof/core';
import { startSandbox } from '@backproof/sandbox';
import type { Estate, Label, Sandbox } from '@backproof/sandbox';
import { scan } from 'backproof';
import type { ScanOptions, ScanResult } from 'backproof';

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

/** The same by the library, by these rules, under the estate's policy and with its history. */
export async function scanByLibrary(estate: Estate, sandbox: Sandbox, rules: readonly Rule[]): Promise<Run> {
  const active = rules.map((rule) => ({ rule, options: estate.policy[rule.id] ?? {} }));
  const { run } = await scanWorld(estate.world, sandbox, { rules: active, history: await historyOf(estate, active) });
  return run;
}

/** The inventories of an estate at its earlier moments. */
async function historyOf({ earlier }: Estate, rules: ScanOptions['rules']): Promise<readonly Inventory[]> {
  const history: Inventory[] = [];
  for (const world of earlier) {
    const sandbox = await startSandbox({ world });
    try {
      history.push((await scanWorld(world, sandbox, { rules })).inventory);
    } finally {
      await sandbox.close();
    }
  }
  return history;
}

function scanWorld(
  { partition, regions, accounts, now }: Estate['world'],
  { url, credentials }: Sandbox,
  options: ScanOptions,
): Promise<ScanResult> {
  const roleArns = accounts.map(({ id }) => roleArn(partition, id));
  return scan({ endpointUrl: url, credentials, regions, roleArns, now, ...options });
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
