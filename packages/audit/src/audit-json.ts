import { canonicalJsonPieces } from '@backproof/core';
import type { Audit } from './audit.js';

/** The audit as JSON by RFC 8785, in pieces: the same audit gives the same bytes. */
export function* auditJson(audit: Audit): Generator<string> {
  yield* canonicalJsonPieces(audit);
  yield '\n';
}
