import { formFault } from './form-fault.js';
import { RECORD_SCHEMAS, RECOVERY_POINT_SCHEMA } from './generated/record-schemas.js';
import type { RecordKind } from './record-kind.js';

/** The first fault of a record, by the schema that derives from the type of its kind; undefined if it has none. */
export function recordFault(kind: RecordKind | 'recoveryPoints', record: unknown): string | undefined {
  return formFault(kind === 'recoveryPoints' ? RECOVERY_POINT_SCHEMA : RECORD_SCHEMAS[kind], record);
}
