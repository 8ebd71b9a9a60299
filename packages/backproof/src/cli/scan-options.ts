import type { OrganizationRequest } from '@backproof/aws';
import { buildArn } from '@backproof/core';
import type { EvaluateOptions } from '../evaluate.js';
import type { ScanOptions } from '../scan.js';
import { ownershipTags } from '../config/settings.js';
import type { Settings } from '../config/settings.js';
import { estateAt, estateNamed } from './estates.js';
import { aggregator, requestLimits, timeLimit } from './option-values.js';
import type { ReadingFlags } from './program/flags.js';
import { UsageError } from './usage-error.js';

/**
 * Runs `use` with the options of a scan; with `--sandbox`, while the sandbox runs.
 * @throws UsageError if the options do not fit together
 */
export async function withScanOptions<T>(
  flags: ReadingFlags,
  settings: Settings,
  judging: EvaluateOptions & Pick<ScanOptions, 'services'>,
  use: (options: ScanOptions) => Promise<T>,
): Promise<T> {
  const { profile, endpointUrl, configAggregator, inventorySource, deadline } = flags;
  const { values: set } = settings;
  const options: ScanOptions = {
    ...judging,
    ownership: ownershipTags(settings),
    inventorySource,
    deadline: deadline === undefined ? undefined : AbortSignal.timeout(timeLimit(deadline)),
    configAggregator: configAggregator === undefined ? undefined : aggregator(configAggregator),
    limits: requestLimits(flags),
  };
  if (flags.sandbox !== undefined) return inSandbox(flags.sandbox === true ? 'demo' : flags.sandbox, options, use);
  if (endpointUrl !== undefined && !/^https?:$/.test(urlProtocol(endpointUrl))) {
    throw new UsageError(`"${endpointUrl}" is not a valid URL. Write --endpoint-url http://localhost:4566.`);
  }
  const regions = set['scope.regions']?.value;
  const organization = organizationOf(flags);
  return use({
    ...options,
    ...(regions === 'all' ? { allRegions: true } : { regions }),
    profile,
    endpointUrl,
    organization,
    roleArns: organization === undefined ? set['scope.roles']?.value : undefined,
    externalId: set['scope.externalId']?.value,
  });
}

/** @throws UsageError if flags of an organization stand without `--org`, or an account's id is none */
function organizationOf(flags: ReadingFlags): OrganizationRequest | undefined {
  const { org, accounts, ou: organizationalUnits, excludeAccount: excludedAccounts, roleName } = flags;
  const parts = { '--accounts': accounts, '--ou': organizationalUnits, '--exclude-account': excludedAccounts };
  const [named] = Object.entries({ ...parts, '--role-name': roleName }).filter(([, value]) => value !== undefined);
  if (org !== true && named !== undefined) throw new UsageError(`${named[0]} needs --org. Add --org.`);
  const id = [...(accounts ?? []), ...(excludedAccounts ?? [])].find((each) => !/^\d{12}$/.test(each));
  if (id !== undefined) throw new UsageError(`"${id}" is not the id of an account, which has 12 digits.`);
  return org === true ? { accounts, organizationalUnits, excludedAccounts, roleName } : undefined;
}

async function inSandbox<T>(name: string, options: ScanOptions, use: (options: ScanOptions) => Promise<T>): Promise<T> {
  const { startSandbox } = await import('@backproof/sandbox');
  const estate = await estateNamed(name);
  const moves = options.now !== undefined && estate.story !== undefined;
  const { world } = moves ? estateAt(estate, options.now) : estate;
  // A demonstration shows verdicts: nobody is helped by waiting for the rates of an AWS that is not there.
  const sandbox = await startSandbox({ world, throttles: false });
  try {
    return await use({
      ...options,
      endpointUrl: sandbox.url,
      credentials: sandbox.credentials,
      regions: world.regions,
      roleArns: world.accounts.map(({ id }) => sandboxRole(world.partition, id)),
      now: options.now ?? world.now,
      limits: { ...options.limits, paced: false },
    });
  } finally {
    await sandbox.close();
  }
}

/** A role of the sandbox: its accounts accept any role. */
export function sandboxRole(partition: string, accountId: string): string {
  return buildArn({ partition, service: 'iam', region: '', accountId, resource: 'role/Backproof' });
}

function urlProtocol(text: string): string {
  return URL.canParse(text) ? new URL(text).protocol : '';
}
