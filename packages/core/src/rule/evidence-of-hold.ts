import type { LegalHold } from '../model/legal-hold.js';
import type { Evidence } from './verdict.js';

/** Makes the evidence of an active legal hold that keeps a recovery point. */
export function evidenceOfHold({ arn, title }: LegalHold): Evidence {
  return { kind: 'legalHold', id: arn, text: `legal hold "${title}" keeps the recovery point` };
}
