import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { mergeHistory } from '@backproof/core';
import {
  compactLedger,
  EXPORT_FORMATS,
  exportTable,
  openLedger,
  privateKey,
  pruneLedger,
  publicKey,
  recordImport,
  recordRun,
  signLedger,
  tableNamed,
  TABLES,
  verifyLedger,
} from '@backproof/ledger';
import type { ExportFormat } from '@backproof/ledger';
import { Option } from 'commander';
import type { Command } from 'commander';
import { evaluate } from '../evaluate.js';
import { messageOf } from '../message-of.js';
import { EXIT } from './exit-code.js';
import { importedLine, recordedLine, upkeepLine, verificationLines } from './ledger-lines.js';
import { openHistory, openInventoryOf, rememberedBefore } from './open-inventories.js';
import { values } from './option-values.js';
import { withJudgingFlags } from './scan-options.js';
import type { JudgingFlags } from './scan-options.js';
import { judgingOptions, settingsOf } from './settings-of.js';
import { unknownWord, UsageError } from './usage-error.js';

interface LedgerFlags {
  readonly ledger: string;
}

/** Adds `backproof record` and `backproof ledger ...`. Each gives its exit code to `exit`. */
export function withLedgerCommands(program: Command, exit: (code: number) => void): void {
  withJudgingFlags(program.command('record').description('judge a saved inventory and add the run to a ledger'))
    .argument('<inventory>', 'a file that scan --save-inventory wrote')
    .action(async (path: string, _flags, command: Command) => {
      exit(await recordCommand(path, command));
    });

  const ledger = program.command('ledger').description('verify, sign, compact and export a ledger');
  const subcommand = (name: string, description: string): Command =>
    ledger.command(name).description(description).requiredOption('--ledger <folder>', 'the folder of the ledger');

  subcommand('import', 'add jobs from AWS Backup Audit Manager reports and CloudTrail logs')
    .argument('<files...>', 'job reports in CSV or JSON, CloudTrail logs; gzipped or not')
    .action(async (files: readonly string[], flags: LedgerFlags) => {
      exit(await importCommand(files, flags));
    });
  subcommand('verify', 'list every file of the ledger that was changed, removed or inserted')
    .option(
      '--head <hash>',
      'the SHA-256 of a manifest that must be in the ledger, such as the newest when you last checked',
    )
    .option('--public-key <file>', 'a key that must have signed the newest manifest (may be repeated)', values)
    .action(async (flags: VerifyFlags) => {
      exit(await verifyCommand(flags));
    });
  subcommand('sign', 'sign the newest manifest, and with it all earlier ones')
    .requiredOption('--key <file>', 'an Ed25519 private key in PEM')
    .action(async (flags: LedgerFlags & { readonly key: string }) => {
      exit(await signCommand(flags));
    });
  subcommand('compact', 'merge the files of several runs of one day, for days before today').action(
    async (flags: LedgerFlags) => {
      process.stdout.write(upkeepLine(await compactLedger(flags.ledger, Date.now())));
      exit(EXIT.clean);
    },
  );
  subcommand('prune', 'remove days that are older than the retention period')
    .requiredOption('--keep-years <years>', 'the number of years to keep', Number)
    .action(async (flags: LedgerFlags & { readonly keepYears: number }) => {
      process.stdout.write(upkeepLine(await pruneLedger(flags.ledger, flags.keepYears, Date.now())));
      exit(EXIT.clean);
    });
  subcommand('export', 'write a table to standard output, each job once')
    .argument('<table>', 'restore_jobs, outcomes, ...')
    .addOption(new Option('--format <format>', 'how').choices(EXPORT_FORMATS).default('ndjson'))
    .option('--since <day>', 'from this day on: 2026-11-22')
    .option('--until <day>', 'up to and including this day')
    .action(async (table: string, flags: ExportFlags) => {
      exit(await exportCommand(table, flags));
    });
}

async function recordCommand(path: string, command: Command): Promise<number> {
  const flags = command.opts<JudgingFlags>();
  if (flags.ledger === undefined) throw new UsageError('no ledger given. Write --ledger FOLDER.');
  const judging = await judgingOptions(flags, await settingsOf(command));
  const seen = mergeHistory(await openInventoryOf(path), await openHistory(flags));
  const run = evaluate(seen, { ...judging, history: await rememberedBefore(seen.takenAt, flags) });
  process.stdout.write(recordedLine(await recordRun(flags.ledger, seen, run)));
  return EXIT.clean;
}

/** All files are read before the first is recorded: a fault in one of them records nothing. */
async function importCommand(paths: readonly string[], { ledger }: LedgerFlags): Promise<number> {
  const { importJobs } = await import('@backproof/aws');
  const now = Date.now();
  const files = await Promise.all(
    paths.map(async (path) => {
      const bytes = await readImport(path);
      const source = { name: basename(path), sha256: createHash('sha256').update(bytes).digest('hex') };
      return { path, source, inventory: importJobs(path, bytes, now) };
    }),
  );
  for (const { path, source, inventory } of files) {
    const recorded = inventory && (await recordImport(ledger, inventory, [source]));
    process.stdout.write(importedLine(path, inventory, recorded));
  }
  return EXIT.clean;
}

async function readImport(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new UsageError(`cannot import ${path}: ${messageOf(error)}`, { cause: error });
  }
}

interface VerifyFlags extends LedgerFlags {
  readonly head?: string;
  readonly publicKey?: readonly string[];
}

async function verifyCommand({ ledger, head, publicKey: paths = [] }: VerifyFlags): Promise<number> {
  const publicKeys = await Promise.all(paths.map((path) => openKey(path, publicKey)));
  const verification = await verifyLedger(ledger, { head, publicKeys });
  if (verification.manifests === 0 && verification.faults.length === 0) throw noLedger(ledger);
  for (const line of verificationLines(verification)) process.stdout.write(line);
  return verification.faults.length === 0 ? EXIT.clean : EXIT.violations;
}

async function signCommand({ ledger, key }: LedgerFlags & { readonly key: string }): Promise<number> {
  const signed = await signLedger(ledger, await openKey(key, privateKey));
  if (signed === undefined) throw noLedger(ledger);
  process.stdout.write(`signed manifest ${signed.number} of the ledger, SHA-256 ${signed.sha256}\n`);
  return EXIT.clean;
}

async function openKey<Key>(path: string, parse: (pem: string) => Key): Promise<Key> {
  try {
    return parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw new UsageError(`cannot use the key ${path}: ${messageOf(error)}`, { cause: error });
  }
}

interface ExportFlags extends LedgerFlags {
  readonly format: ExportFormat;
  readonly since?: string;
  readonly until?: string;
}

async function exportCommand(name: string, { ledger, format, since, until }: ExportFlags): Promise<number> {
  const table = tableNamed(name);
  const names = Object.values(TABLES).map((known) => known.name);
  if (table === undefined) throw unknownWord('table', name, names);
  for (const day of [since, until]) {
    if (day !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(day)) {
      throw new UsageError(`"${day}" is not a valid day. Write --since 2026-11-22.`);
    }
  }
  const opened = await openLedger(ledger);
  if (opened.manifests.length === 0) throw noLedger(ledger);
  await print(exportTable(opened, table, format, { since, until }));
  return EXIT.clean;
}

/** Writes to standard output at the speed of its reader, who may close it early. */
async function print(lines: AsyncIterable<string>): Promise<void> {
  try {
    await pipeline(Readable.from(lines), process.stdout, { end: false });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPIPE')) throw error;
  }
}

function noLedger(folder: string): UsageError {
  return new UsageError(`no ledger in ${folder}. Record a run with: backproof scan --ledger FOLDER`);
}
