import { auditHtml, auditLedger } from '@backproof/audit';
import { DAY } from '@backproof/core';
import { FRAMEWORKS } from '@backproof/frameworks';
import { NOW } from '@backproof/testing';
import { answerWith } from '../child.js';
import { stopwatch } from '../stopwatch.js';
import type { Cost } from '../stopwatch.js';

/** The ledger to audit, and how many days of it, up to the bench's now. */
interface AuditQuestion {
  readonly folder: string;
  readonly days: number;
}

/** What it took to audit it, and what was found. */
export interface AuditMeasures {
  readonly auditing: Cost;
  readonly peakRssBytes: number;
  readonly runs: number;
  readonly exceptions: number;
  readonly restores: number;
  readonly htmlBytes: number;
}

/** Audits all days of a ledger by all frameworks, as the command does: verified, read, and written as HTML. */
answerWith(async ({ folder, days }: AuditQuestion): Promise<AuditMeasures> => {
  const since = stopwatch();
  const period = { name: 'all days', from: NOW - days * DAY, until: NOW + DAY };
  const tool = { name: 'bench', version: '0' };
  const audit = await auditLedger(folder, { period, frameworks: FRAMEWORKS, cadenceMs: DAY, tool });
  let htmlBytes = 0;
  for (const piece of auditHtml(audit)) htmlBytes += Buffer.byteLength(piece);
  if (!audit.integrity.intact || audit.runs.length !== days) throw new Error('the audit did not see all of the ledger');
  const { runs, exceptions, restores } = audit;
  return {
    auditing: since(),
    peakRssBytes: process.resourceUsage().maxRSS * 1024,
    runs: runs.length,
    exceptions: exceptions.length,
    restores: restores.length,
    htmlBytes,
  };
});
