import { defined, grantOf, wayOutOf } from '@backproof/core';
import { AwsAccessError, codeOf, messageOf } from './access-error.js';
import { isDenied } from './gap.js';
import type { Identity } from './identity.js';
import { openService } from './open-service.js';
import { AnswerError, required } from './required.js';
import { ec2 } from './services/ec2/service.js';

/** The Region that the environment or the profile names, if one does. */
export async function defaultRegion(profile: string | undefined): Promise<string | undefined> {
  const { STSClient } = await import('@aws-sdk/client-sts');
  return new STSClient(defined({ profile })).config.region().catch(() => undefined);
}

/** A Region of each partition that cannot be switched off. @source AWS SDKs, partitions.json: implicitGlobalRegion */
const FIRST_REGIONS: ReadonlyMap<string, string> = new Map([
  ['aws', 'us-east-1'],
  ['aws-cn', 'cn-northwest-1'],
  ['aws-us-gov', 'us-gov-west-1'],
  ['aws-eusc', 'eusc-de-east-1'],
]);

/** The Region to ask which Regions there are, where none is named: one of the roles' partition, or of `aws`. */
export function firstRegion([roleArn = 'arn:aws']: readonly string[]): string | undefined {
  return FIRST_REGIONS.get(roleArn.split(':')[1] ?? '');
}

/** @throws AwsAccessError if no Region can have this name, whatever AWS opens next */
export function checkRegionName(region: string): void {
  if (/^[a-z]{2,}(-[a-z]+)+-\d+$/.test(region)) return;
  throw new AwsAccessError(`"${region}" is not the name of an AWS Region. Regions are named like eu-west-1.`);
}

/**
 * Returns the enabled Regions of an account.
 *
 * @throws AwsAccessError if AWS does not return them
 */
export async function enabledRegions(identity: Identity, signal: AbortSignal): Promise<readonly string[]> {
  try {
    const regions = await describeRegions(identity, signal);
    const names = regions.filter(({ enabled }) => enabled).map(({ name }) => name);
    if (names.length === 0) throw new AnswerError('DescribeRegions', 'without an enabled Region');
    return names;
  } catch (error) {
    signal.throwIfAborted();
    const cause = `cannot list the Regions of account ${identity.accountId}: ${codeOf(error)}`;
    throw new AwsAccessError(`${cause}. ${wayOut(error, identity)}`, { cause: error });
  }
}

/**
 * Returns the way out if AWS does not return the Regions. AWS answers AuthFailure to credentials, not to a missing
 * permission.
 */
function wayOut(error: unknown, { principalArn }: Identity): string {
  const gap = { code: codeOf(error), message: messageOf(error) };
  const iamAction = isDenied(gap.code) ? 'ec2:DescribeRegions' : undefined;
  const advice = grantOf({ ...gap, ...defined({ iamAction }) });
  if (advice !== undefined) return `Allow ${principalArn} ${advice}, or name the Regions.`;
  const other = wayOutOf(gap);
  return other === undefined ? 'Name the Regions, or try again.' : `${other} Or name the Regions.`;
}

/**
 * Checks the names of Regions against AWS's own list, where the account may read it. A Region that exists but is
 * switched off passes: that nothing can be read there is a finding of the scan, not an error of who asked.
 *
 * @throws AwsAccessError if AWS has no such Region
 */
export async function checkRegionsExist(
  names: readonly string[],
  identity: Identity,
  signal: AbortSignal,
): Promise<void> {
  const known = await describeRegions(identity, signal).catch(() => undefined);
  signal.throwIfAborted();
  if (known === undefined) return;
  const unknown = names.find((name) => !known.some((region) => region.name === name));
  if (unknown === undefined) return;
  const list = known.map(({ name }) => name).sort();
  throw new AwsAccessError(`AWS has no Region ${unknown}. Account ${identity.accountId} has ${list.join(', ')}.`);
}

async function describeRegions({ connection, log, patience }: Identity, signal: AbortSignal) {
  const { DescribeRegionsCommand } = await import('@aws-sdk/client-ec2');
  const { call, close } = openService(ec2, { connection, log, signal, ...patience });
  const answer = await call(new DescribeRegionsCommand({ AllRegions: true })).finally(close);
  return required(answer.Regions, 'DescribeRegions: Regions', answer).map((region) => ({
    name: required(region.RegionName, 'DescribeRegions: RegionName', answer),
    enabled: region.OptInStatus !== 'not-opted-in',
  }));
}
