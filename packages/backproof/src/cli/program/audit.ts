import { Option } from 'commander';
import type { Command } from 'commander';
import type { AuditFlags } from '../audit-command.js';
import { values, words } from './lists.js';

/** Adds `backproof audit`, which gives its exit code to `exit`. */
export function withAuditCommand(program: Command, exit: (code: number) => void): void {
  program
    .command('audit')
    .description('write an audit of a quarter from a ledger')
    .requiredOption('--ledger <folder>', 'the folder of the ledger')
    .addOption(new Option('--quarter <quarter>', 'the quarter, in UTC: 2026-Q3').conflicts(['from', 'to']))
    .option('--from <day>', 'the first day of another period: 2026-07-01')
    .option('--to <day>', 'its last day: 2026-09-30')
    .option(
      '--framework <names>',
      'report on the controls of these frameworks: soc2, iso27001, ... (may be repeated)',
      words,
    )
    .requiredOption('--out <file>', 'the file to write: audit.html')
    .option('--format <formats>', 'html, json, csv, xlsx, pdf; default: by the extension of the file', words)
    .option('--cadence <duration>', 'the planned interval of runs: 1d, 7d; runs may be up to a day later', '7d')
    .option('--responses <files>', "management's responses to exceptions: 'responses/*.yaml' (may be repeated)", values)
    .option('--sample <number>', 'draw a sample of so many resources, with the evidence of each')
    .option('--seed <text>', 'the seed of the sample: the same one draws the same resources')
    .option('--sample-by <stratum>', 'draw so many of each type or account: type, account')
    .addOption(new Option('--chromium <path>', 'the Chromium that prints the PDF').env('CHROMIUM_PATH'))
    .option('--head <hash>', 'the SHA-256 of a manifest that must be in the ledger')
    .option(
      '--tsa-ca <file>',
      'a certificate by which timestamps of the ledger count, in PEM (may be repeated)',
      values,
    )
    .option('--public-key <file>', 'a key that must have signed the newest manifest (may be repeated)', values)
    .action(async (flags: AuditFlags) => {
      const { auditCommand } = await import('../audit-command.js');
      exit(await auditCommand(flags));
    });
}
