import type { DatabaseSummary } from '@backproof/clients';

/** The contents of one scope in AWS Systems Manager for SAP. */
export interface SsmSapWorld {
  readonly hanaDatabases?: readonly DatabaseSummary[];
}
