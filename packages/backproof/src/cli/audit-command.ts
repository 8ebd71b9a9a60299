import { auditLedger, periodOfDays, quarterNamed, STRATA } from '@backproof/audit';
import type { Audit, Period, SampleRequest } from '@backproof/audit';
import { count, parseDuration } from '@backproof/core';
import { FRAMEWORKS, frameworkNamed } from '@backproof/frameworks';
import type { ControlFramework } from '@backproof/frameworks';
import { authorityCertificate, publicKey } from '@backproof/ledger';
import { loadResponses } from '../config/responses.js';
import { messageOf } from '../message-of.js';
import { VERSION } from '../version.js';
import { requestedAuditFiles, writeAuditFiles } from './audit-files.js';
import { EXIT } from './exit-code.js';
import { knownWord } from './option-values.js';
import { unknownWord, UsageError } from './usage-error.js';
import { STDOUT } from './writable.js';
import { openKey } from './open-key.js';
import { answer, note, warn } from './say.js';

/** The flags of `backproof audit`. */
export interface AuditFlags {
  readonly ledger: string;
  readonly quarter?: string;
  readonly from?: string;
  readonly to?: string;
  readonly framework?: readonly string[];
  readonly format?: readonly string[];
  readonly out: string;
  readonly cadence: string;
  readonly responses?: readonly string[];
  readonly sample?: string;
  readonly seed?: string;
  readonly sampleBy?: string;
  readonly chromium?: string;
  readonly head?: string;
  readonly publicKey?: readonly string[];
  readonly tsaCa?: readonly string[];
}

/** `backproof audit`: writes an audit of a period from a ledger. Gives the exit code. */
export async function auditCommand(flags: AuditFlags): Promise<number> {
  const period = periodOf(flags);
  const frameworks = (flags.framework ?? []).map(knownFramework);
  const cadenceMs = cadenceOf(flags.cadence);
  const sample = sampleOf(flags);
  const files = await requestedAuditFiles(flags);
  const responses = flags.responses && (await loadResponses(flags.responses));
  const publicKeys = await Promise.all((flags.publicKey ?? []).map((path) => openKey(path, publicKey)));
  const authorities = await Promise.all((flags.tsaCa ?? []).map((path) => openKey(path, authorityCertificate)));
  const tool = { name: 'backproof', version: VERSION };
  const { ledger, head } = flags;
  const audit = await auditLedger(ledger, {
    period,
    frameworks,
    cadenceMs,
    sample,
    responses,
    tool,
    publicKeys,
    authorities,
    head,
  });
  if (audit.integrity.manifests === 0 && audit.integrity.faults.length === 0) {
    throw new UsageError(`no ledger in ${ledger}. Record a run with: backproof scan --ledger FOLDER`);
  }
  for (const { id } of (audit.responses?.register ?? []).filter((each) => each.exceptions === 0)) {
    warn(`the response "${id}" matches no exception of the period`);
  }
  // If standard output has the document, the summary goes to standard error.
  const say = flags.out === STDOUT ? note : answer;
  for (const line of summaryLines(audit)) say(line);
  const failed = await writeAuditFiles(audit, files);
  return failed > 0 ? EXIT.incomplete : EXIT[audit.conclusion.result];
}

function periodOf({ quarter, from, to }: AuditFlags): Period {
  if (quarter !== undefined) {
    const period = quarterNamed(quarter);
    if (period === undefined) throw new UsageError(`"${quarter}" is not a valid quarter. Write --quarter 2026-Q3.`);
    return period;
  }
  if (from === undefined || to === undefined) {
    throw new UsageError('no period given. Write --quarter 2026-Q3, or --from 2026-07-01 --to 2026-09-30.');
  }
  const period = periodOfDays(from, to);
  if (period === undefined) {
    throw new UsageError(`"${from}" to "${to}" is not a valid period. Write --from 2026-07-01 --to 2026-09-30.`);
  }
  return period;
}

function knownFramework(name: string): ControlFramework {
  const framework = frameworkNamed(name.toLowerCase());
  if (framework !== undefined) return framework;
  throw unknownWord(
    'framework',
    name,
    FRAMEWORKS.map(({ alias }) => alias),
  );
}

function cadenceOf(text: string): number {
  try {
    return parseDuration(text);
  } catch (error) {
    throw new UsageError(`--cadence: ${messageOf(error)}`, { cause: error });
  }
}

function sampleOf({ sample, seed, sampleBy }: AuditFlags): SampleRequest | undefined {
  if (sample === undefined) {
    if (seed === undefined && sampleBy === undefined) return undefined;
    throw new UsageError('--seed and --sample-by need a sample. Write --sample 25 --seed SEED.');
  }
  if (!/^[1-9]\d{0,5}$/.test(sample)) {
    throw new UsageError(`"${sample}" is not a valid size of a sample. Write --sample 25 --seed SEED.`);
  }
  if (seed === undefined || seed === '') {
    throw new UsageError('a sample needs a seed, by which others draw it again. Write --sample 25 --seed SEED.');
  }
  return { size: Number(sample), seed, ...(sampleBy !== undefined && { by: knownWord('stratum', sampleBy, STRATA) }) };
}

function* summaryLines({ conclusion, period, runs, exceptions }: Audit): Generator<string> {
  const counts = `${count(runs.length, 'run')}, ${count(exceptions.length, 'exception')}`;
  yield `${conclusion.result.toUpperCase()}: audit of ${period.name}: ${counts}`;
  for (const reason of conclusion.reasons) yield `  ${reason}`;
}
