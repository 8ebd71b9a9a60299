import type { InventorySource } from '@backproof/aws';
import { buildArn, DEFAULT_GATE } from '@backproof/core';
import { Option } from 'commander';
import type { Command } from 'commander';
import type { EvaluateOptions } from '../evaluate.js';
import type { ScanOptions } from '../scan.js';
import type { Settings } from '../config/settings.js';
import { estateAt, estateNamed } from './estates.js';
import { aggregator, values, words } from './option-values.js';
import { UsageError } from './usage-error.js';

/** Listed here because loading the collectors takes longer than most commands. */
const INVENTORY_SOURCES = ['services', 'config'] as const satisfies readonly InventorySource[];

/** The flags that select resources and rules. */
export interface JudgingFlags {
  readonly config?: string | false;
  readonly rule?: readonly string[];
  readonly type?: readonly string[];
  readonly tag?: readonly string[];
  readonly include?: readonly string[];
  readonly failOn?: string;
  readonly unknown?: readonly string[];
  readonly baseline?: string;
  readonly now?: string;
  readonly history?: readonly string[];
  readonly ledger?: string;
}

/** The flags that select accounts and Regions of AWS. */
export interface ReadingFlags extends JudgingFlags {
  readonly sandbox?: string | true;
  readonly region?: readonly string[];
  readonly allRegions?: true;
  readonly profile?: string;
  readonly endpointUrl?: string;
  readonly roleArn?: readonly string[];
  readonly externalId?: string;
  readonly configAggregator?: string;
  readonly inventorySource?: InventorySource;
}

export function withConfigFlags(command: Command): Command {
  return command
    .addOption(
      new Option('--config <file>', 'the configuration; default: backproof.config.yaml in this folder or a parent').env(
        'BACKPROOF_CONFIG',
      ),
    )
    .option('--no-config', 'use no configuration file');
}

export function withJudgingFlags(command: Command): Command {
  return withConfigFlags(command)
    .option('--rule <id>', 'evaluate only this rule (may be repeated)', words)
    .option('--type <type>', 'judge only resources of this type: EC2, "Storage Gateway" (may be repeated)', words)
    .option('--tag <key=value>', 'judge only resources with this tag (may be repeated: all must match)', values)
    .option(
      '--include <reason>',
      'judge resources that are excluded for this reason: auto-scaling, spot, ... (may be repeated)',
      words,
    )
    .addOption(
      new Option(
        '--fail-on <severity>',
        `fail on violations of this severity or higher, or never; default: ${DEFAULT_GATE.failOn}`,
      ).env('BACKPROOF_FAIL_ON'),
    )
    .addOption(
      new Option('--unknown <policy>', 'unknown outcomes: fail, allow, or the rules whose unknown outcomes are allowed')
        .argParser(words)
        .env('BACKPROOF_UNKNOWN'),
    )
    .addOption(
      new Option('--baseline <file>', 'an earlier run, whose failures do not count in this one').env(
        'BACKPROOF_BASELINE',
      ),
    )
    .option('--now <time>', 'judge as of this time, in ISO 8601')
    .option(
      '--history <file>',
      'also use the jobs of an earlier inventory, which AWS no longer lists (may be repeated)',
      values,
    )
    .option('--ledger <folder>', 'also use the jobs recorded in this ledger; a scan adds its run to it');
}

export function withReadingFlags(command: Command): Command {
  const inSandbox = new Option('--sandbox [estate]', 'scan an estate of the embedded AWS; default: demo');
  return withJudgingFlags(
    command
      .addOption(inSandbox.conflicts(['region', 'allRegions', 'profile', 'endpointUrl', 'roleArn', 'externalId']))
      .addOption(
        new Option('--region <names>', 'Regions to scan, separated by commas').argParser(words).conflicts('allRegions'),
      )
      .option('--all-regions', 'scan every enabled Region')
      .option('--profile <name>', 'a profile of the shared AWS configuration')
      .option('--endpoint-url <url>', "one endpoint for all services, instead of AWS's own")
      .option('--role-arn <arn>', 'assume this role and scan its account (may be repeated)', values)
      .option('--external-id <id>', "the external ID that the roles' trust policies require")
      .option(
        '--config-aggregator <name[@region]>',
        'compare the resources found with this AWS Config aggregator in your own account',
      )
      .addOption(
        new Option(
          '--inventory-source <source>',
          'the source of the resources; config: AWS Config where it takes fewer calls',
        )
          .choices(INVENTORY_SOURCES)
          .default('services'),
      ),
  );
}

/**
 * Runs `use` with the options of a scan; with `--sandbox`, while the sandbox runs.
 * @throws UsageError if the options do not fit together
 */
export async function withScanOptions<T>(
  flags: ReadingFlags,
  { values: set }: Settings,
  judging: EvaluateOptions,
  use: (options: ScanOptions) => Promise<T>,
): Promise<T> {
  const { profile, endpointUrl, configAggregator, inventorySource } = flags;
  const options: ScanOptions = {
    ...judging,
    inventorySource,
    configAggregator: configAggregator === undefined ? undefined : aggregator(configAggregator),
  };
  if (flags.sandbox !== undefined) return inSandbox(flags.sandbox === true ? 'demo' : flags.sandbox, options, use);
  if (endpointUrl !== undefined && !/^https?:$/.test(urlProtocol(endpointUrl))) {
    throw new UsageError(`"${endpointUrl}" is not a valid URL. Write --endpoint-url http://localhost:4566.`);
  }
  const regions = set['scope.regions']?.value;
  return use({
    ...options,
    ...(regions === 'all' ? { allRegions: true } : { regions }),
    profile,
    endpointUrl,
    roleArns: set['scope.roles']?.value,
    externalId: set['scope.externalId']?.value,
  });
}

async function inSandbox<T>(name: string, options: ScanOptions, use: (options: ScanOptions) => Promise<T>): Promise<T> {
  const { startSandbox } = await import('@backproof/sandbox');
  const estate = await estateNamed(name);
  const moves = options.now !== undefined && estate.story !== undefined;
  const { world } = moves ? estateAt(estate, options.now) : estate;
  const sandbox = await startSandbox({ world });
  try {
    return await use({
      ...options,
      endpointUrl: sandbox.url,
      credentials: sandbox.credentials,
      regions: world.regions,
      roleArns: world.accounts.map(({ id }) => sandboxRole(world.partition, id)),
      now: options.now ?? world.now,
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
