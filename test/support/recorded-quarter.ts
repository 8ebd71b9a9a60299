import { join } from 'node:path';
import { DAY } from '@backproof/core';
import { FRAMEWORKS } from '@backproof/frameworks';
import { auditLedger, quarterNamed } from 'backproof';
import type { Audit, AuditRequest } from 'backproof';

/** The audit of the quarter that an earlier version recorded, in thirteen runs and none after it. */
export function auditOfRecordedQuarter(more: Partial<AuditRequest> = {}): Promise<Audit> {
  const period = quarterNamed('2026-Q3');
  if (period === undefined) throw new Error('there is no third quarter');
  const tool = { name: 'backproof', version: '99.0.0' };
  const ledger = join(import.meta.dirname, '../fixtures/v1/quarter/ledger');
  return auditLedger(ledger, { period, frameworks: FRAMEWORKS, cadenceMs: 7 * DAY, tool, ...more });
}
