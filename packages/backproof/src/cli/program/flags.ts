import type { InventorySource } from '@backproof/aws';
import type { DEFAULT_GATE } from '@backproof/core';
import type { GroupBy } from '@backproof/report-terminal';
import { Option } from 'commander';
import type { Command } from 'commander';
import { allOf, values, words } from './lists.js';
import { REPORTER_IDS } from './reporters.js';

/** Core's own default, which the compiler checks: to load core takes longer than help takes to print. */
const DEFAULT_FAIL_ON: (typeof DEFAULT_GATE)['failOn'] = 'medium';

/** The flags that select resources and rules. */
export interface JudgingFlags {
  readonly config?: string | false;
  /** False: `--no-packs`. */
  readonly packs?: boolean;
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
  readonly memory?: string;
  readonly workers?: string;
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
  readonly org?: true;
  readonly accounts?: readonly string[];
  readonly ou?: readonly string[];
  readonly excludeAccount?: readonly string[];
  readonly roleName?: string;
  readonly configAggregator?: string;
  readonly inventorySource?: InventorySource;
  readonly deadline?: string;
  readonly maxRps?: string;
  /** False: `--no-leftovers`. */
  readonly leftovers?: boolean;
}

export function withConfigFlags(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--config <file>',
        'the configuration; default: backproof.config.yaml in this folder or a parent, up to the root of the repository',
      ).env('BACKPROOF_CONFIG'),
    )
    .option('--no-config', 'use no configuration file')
    .option('--no-packs', 'do not load the packs of the configuration, which run code; their rules are not judged');
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
        `fail on violations of this severity or higher, or never; default: ${DEFAULT_FAIL_ON}`,
      ).env('BACKPROOF_FAIL_ON'),
    )
    .addOption(
      new Option(
        '--unknown <policy>',
        'unknown outcomes: fail, allow, or the rules and kinds (unread, forgotten, undecided) that are allowed',
      )
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
    .option('--ledger <folder>', 'also use the jobs recorded in this ledger; a scan adds its run to it')
    .option(
      '--memory <size>',
      'hold this much of recovery points and outcomes in memory, the rest in a temporary file; default: 64MiB',
    )
    .option(
      '--workers <number>',
      'judge in this many threads; default: by the number of processors, up to 4, and one for a small estate',
    );
}

/** The flags that lead to accounts of AWS, which the embedded one has no use of. */
const NOT_IN_SANDBOX = ['region', 'allRegions', 'profile', 'endpointUrl', 'roleArn', 'externalId', 'org'];

/** The flags of a scan of an organization. */
function withOrganizationFlags(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--org',
        'scan the active accounts of your organization; needs its management account or a delegated administrator',
      ).conflicts('roleArn'),
    )
    .option('--accounts <ids>', 'with --org: only these accounts, separated by commas', words)
    .option('--ou <ids>', 'with --org: only accounts in these organizational units and those below them', words)
    .option('--exclude-account <ids>', 'with --org: do not scan these accounts', words)
    .option('--role-name <name>', 'with --org: the role to assume in each account; default: BackproofReadOnly');
}

export function withReadingFlags(command: Command): Command {
  const inSandbox = new Option('--sandbox [estate]', 'scan an estate of the embedded AWS; default: demo');
  return withJudgingFlags(
    withOrganizationFlags(command)
      .addOption(inSandbox.conflicts(NOT_IN_SANDBOX))
      .addOption(
        new Option('--region <names>', 'Regions to scan, separated by commas').argParser(words).conflicts('allRegions'),
      )
      .option('--all-regions', 'scan every enabled Region')
      .option('--profile <name>', 'a profile of the shared AWS configuration')
      .option('--endpoint-url <url>', "one endpoint for all services, instead of AWS's own")
      .option('--role-arn <arn>', 'assume this role and scan its account (may be repeated)', values)
      .option('--deadline <time>', 'read for at most this time: 90s, 15m, 2h; what was not read is unknown')
      .option('--max-rps <number>', 'send at most so many requests a second, of all accounts and Regions together')
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
          .choices(allOf<InventorySource>({ services: true, config: true }))
          .default('services'),
      ),
  );
}

/** The flags that say which reports to write. */
export interface ReportFlags {
  readonly report?: readonly string[];
  readonly reportOption?: readonly string[];
  readonly open?: true;
  readonly trend?: string;
}

export function withReportFlags(command: Command): Command {
  return command
    .option('--report <format=file>', `write a report: ${REPORTER_IDS.join(', ')} (may be repeated)`, values)
    .option('--report-option <format.option=value>', 'set an option of a report (may be repeated)', values)
    .option('--trend <ledger>', 'show in the HTML report how the runs of this ledger led to this one')
    .option('--open', 'open the HTML report; not in CI, or without a terminal');
}

/** The files that `scan` and `evaluate` write besides the report on the terminal. */
export type OutputFlags = ReportFlags & {
  readonly verbose?: true;
  readonly groupBy?: GroupBy;
  readonly json?: string;
  readonly writeBaseline?: string;
  readonly sourceMap?: readonly string[];
  readonly notify?: readonly string[];
};

/** The options of those files. */
export function withOutputFlags(command: Command): Command {
  return withReportFlags(command)
    .option('--verbose', 'print each finding with its evidence, and how everything was read')
    .addOption(
      new Option('--group-by <what>', 'what the printed counts and findings are grouped by').choices(
        allOf<GroupBy>({ rule: true, resource: true, account: true, type: true }),
      ),
    )
    .option(
      '--source-map <file>',
      'place SARIF findings on the lines that define the resources: a list of ARNs or tags, a Terraform state, a CloudFormation template (may be repeated)',
      values,
    )
    .option(
      '--notify <channel>',
      'send the worst open violations to slack, teams or webhook, at the URL in BACKPROOF_SLACK_URL, ... (may be repeated)',
      values,
    )
    .option('--json <file>', 'write the run as JSON; - writes it to standard output')
    .option('--write-baseline <file>', 'write the failures of this run, for --baseline of later runs');
}
