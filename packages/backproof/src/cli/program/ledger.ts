import type { ExportFormat } from '@backproof/ledger';
import { Option } from 'commander';
import type { Command } from 'commander';
import type { HoldFlags, ReleaseFlags } from '../hold-commands.js';
import type { ExportFlags, LedgerFlags, PruneFlags, SignFlags, VerifyFlags } from '../ledger-commands.js';
import type { TimestampFlags } from '../timestamp-command.js';
import { withJudgingFlags } from './flags.js';
import { allOf, values } from './lists.js';

/** Adds `backproof record` and `backproof ledger ...`. Each gives its exit code to `exit`. */
export function withLedgerCommands(program: Command, exit: (code: number) => void): void {
  withJudgingFlags(program.command('record').description('judge a saved inventory and add the run to a ledger'))
    .argument('<inventory>', 'a file that scan --save-inventory wrote')
    .action(async (path: string, _flags, command: Command) => {
      const { recordCommand } = await import('../record-command.js');
      exit(await recordCommand(path, command));
    });

  const ledger = program.command('ledger').description('verify, sign, timestamp, hold, compact and export a ledger');
  const subcommand = (name: string, description: string): Command =>
    ledger.command(name).description(description).requiredOption('--ledger <folder>', 'the folder of the ledger');

  subcommand('import', 'add jobs from AWS Backup Audit Manager reports and CloudTrail logs')
    .argument('<files...>', 'job reports in CSV or JSON, CloudTrail logs; gzipped or not')
    .action(async (files: readonly string[], flags: LedgerFlags) => {
      const { importCommand } = await import('../ledger-commands.js');
      exit(await importCommand(files, flags));
    });
  subcommand('verify', 'list every file of the ledger that was changed, removed or inserted')
    .option(
      '--head <hash>',
      'the SHA-256 of a manifest that must be in the ledger, such as the newest when you last checked',
    )
    .option('--public-key <file>', 'a key that must have signed the newest manifest (may be repeated)', values)
    .option('--tsa-ca <file>', 'a certificate by which timestamps count, in PEM (may be repeated)', values)
    .action(async (flags: VerifyFlags) => {
      const { verifyCommand } = await import('../ledger-commands.js');
      exit(await verifyCommand(flags));
    });
  subcommand('sign', 'sign the newest manifest, and with it all earlier ones')
    .requiredOption('--key <file>', 'an Ed25519 private key in PEM')
    .action(async (flags: SignFlags) => {
      const { signCommand } = await import('../ledger-commands.js');
      exit(await signCommand(flags));
    });
  subcommand('timestamp', 'have a timestamp authority timestamp the newest manifest, and with it all earlier ones')
    .requiredOption('--tsa <url>', 'the URL of an authority that answers RFC 3161 by HTTP')
    .action(async (flags: TimestampFlags) => {
      const { timestampCommand } = await import('../timestamp-command.js');
      exit(await timestampCommand(flags));
    });
  subcommand('hold', 'place a legal hold: prune and compact leave its days as they are until it is released')
    .requiredOption('--name <name>', 'the name of the hold')
    .requiredOption('--reason <text>', 'the reason, which the ledger keeps')
    .option('--from <day>', 'from this day on: 2026-11-22; default: all days')
    .option('--to <day>', 'up to and including this day; default: all later days')
    .action(async (flags: HoldFlags) => {
      const { holdCommand } = await import('../hold-commands.js');
      exit(await holdCommand(flags));
    });
  subcommand('release', 'release a legal hold')
    .requiredOption('--name <name>', 'the name of the hold')
    .requiredOption('--reason <text>', 'the reason, which the ledger keeps')
    .action(async (flags: ReleaseFlags) => {
      const { releaseCommand } = await import('../hold-commands.js');
      exit(await releaseCommand(flags));
    });
  subcommand('holds', 'list the legal holds that are in force').action(async (flags: LedgerFlags) => {
    const { holdsCommand } = await import('../hold-commands.js');
    exit(await holdsCommand(flags));
  });
  subcommand('compact', 'merge the files of several runs of one day, for days before today').action(
    async (flags: LedgerFlags) => {
      const { compactCommand } = await import('../ledger-commands.js');
      exit(await compactCommand(flags));
    },
  );
  subcommand('prune', 'remove days that are older than the retention period')
    .requiredOption('--keep-years <years>', 'the number of years to keep', Number)
    .action(async (flags: PruneFlags) => {
      const { pruneCommand } = await import('../ledger-commands.js');
      exit(await pruneCommand(flags));
    });
  subcommand('export', 'write a table to standard output, each job once')
    .argument('<table>', 'restore_jobs, outcomes, ...')
    .addOption(
      new Option('--format <format>', 'how')
        .choices(allOf<ExportFormat>({ ndjson: true, csv: true }))
        .default('ndjson'),
    )
    .option('--since <day>', 'from this day on: 2026-11-22')
    .option('--until <day>', 'up to and including this day')
    .action(async (table: string, flags: ExportFlags) => {
      const { exportCommand } = await import('../ledger-commands.js');
      exit(await exportCommand(table, flags));
    });
}
