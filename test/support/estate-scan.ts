import { buildArn, RESOURCE_TYPES } from '@backproof/core';
import type { Inventory, Run } from '@backproof/core';
import { startSandbox } from '@backproof/sandbox';
import type { Estate, Label, RequestRecord, Sandbox, World } from '@backproof/sandbox';
import { RULES, scan } from 'backproof';
import type { ActiveRule, ScanOptions, ScanResult } from 'backproof';

/** The flags that let the command scan a whole estate behind an endpoint, as of the estate's own moment. */
export function scanArguments({ world }: Estate, sandbox: Sandbox): readonly string[] {
  const { partition, regions, accounts, now } = world;
  return [
    ...['scan', '--endpoint-url', sandbox.url, '--region', regions.join(','), '--now', new Date(now).toISOString()],
    ...accounts.flatMap(({ id }) => ['--role-arn', roleArn(partition, id)]),
  ];
}

/** Scans an estate by the library, under its policy and with its history. */
export async function scanEstate(estate: Estate): Promise<ScanResult> {
  const rules = rulesOf(estate);
  const history: Inventory[] = [];
  for (const world of estate.earlier) history.push((await scanWorld(world, { rules })).inventory);
  return scanWorld(estate.world, { rules, history });
}

/** Scans a world by the library, from its accounts' roles and as of its own moment. */
export async function scanWorld(
  world: World,
  options: ScanOptions,
): Promise<ScanResult & { readonly requests: readonly RequestRecord[] }> {
  const { partition, regions, accounts, now } = world;
  const roleArns = accounts.map(({ id }) => roleArn(partition, id));
  const sandbox = await startSandbox({ world, throttles: false });
  try {
    const { url: endpointUrl, credentials, requests } = sandbox;
    const scanned = await scan({ endpointUrl, credentials, regions, roleArns, now, limits: UNPACED, ...options });
    return { ...scanned, requests };
  } finally {
    await sandbox.close();
  }
}

/** The limits of a scan behind a sandbox that does not throttle. */
export const UNPACED = { paced: false };

/** The rules of the preset `recommended`. */
export const RECOMMENDED_RULES = RULES.filter(({ recommended }) => recommended);

/** All rules, under the policy of an estate. */
export function rulesOf({ policy }: Estate): readonly ActiveRule[] {
  return RULES.map((rule) => ({ rule, options: policy[rule.id] ?? {} }));
}

/** The credentials of the estate's first account, as the environment gives them. */
export function credentialsIn({ credentials }: Sandbox): Readonly<Record<string, string>> {
  return { AWS_ACCESS_KEY_ID: credentials.accessKeyId, AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey };
}

export function roleArn(partition: string, accountId: string): string {
  return buildArn({ partition, service: 'iam', region: '', accountId, resource: 'role/Backproof' });
}

/** The resources of an estate: each of them has a label. */
export function resourcesOf({ labels }: Estate): readonly string[] {
  return [...new Set(labels.map(({ resourceArn }) => resourceArn))].sort();
}

/** The resources that a run saw. */
export function resourcesIn({ outcomes, excluded }: Run): readonly string[] {
  return [
    ...new Set(
      [...outcomes, ...excluded]
        .map(({ subject }) => subject)
        .filter(isResource)
        .map(({ arn }) => arn),
    ),
  ].sort();
}

/** Returns true for resources, and not for plans, vaults and accounts. */
export function isResource({ type }: { readonly type: string }): boolean {
  return RESOURCE_TYPES.some((each) => each === type);
}

/** The rules about resources. */
export const RULES_OF_RESOURCES = RULES.filter(({ subjects }) => subjects.includes('resource'));

/** The labels of a run's rules that it does not bear out. */
export function unmetLabels({ labels, otherLabels }: Estate, { rules, outcomes, excluded }: Run): readonly Label[] {
  const said = new Set([
    ...outcomes.map(({ ruleId, subject, status, messageId }) => line(subject.arn, ruleId, status, messageId)),
    ...excluded.flatMap(({ subject, reason }) => rules.map(({ id }) => line(subject.arn, id, 'excluded', reason))),
  ]);
  const judging = new Set(rules.map(({ id }) => id));
  return [...labels, ...otherLabels.filter(({ rule }) => judging.has(rule))].filter(
    ({ resourceArn, rule, verdict, message }) => !said.has(line(resourceArn, rule, verdict, message)),
  );
}

function line(arn: string, rule: string, verdict: string, message: string): string {
  return `${arn} ${rule}: ${verdict} ${message}`;
}
