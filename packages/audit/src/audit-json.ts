import { canonicalJson } from '@backproof/core';
import type { Audit } from './audit.js';

/** The audit as JSON by RFC 8785: the same audit gives the same bytes. */
export function auditJson(audit: Audit): string {
  return `${canonicalJson(audit)}\n`;
}
