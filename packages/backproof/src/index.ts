/**
 * Backproof as a library: read an estate from AWS, judge it, save and reopen what was seen. Nothing here prints or
 * ends the process.
 *
 * @packageDocumentation
 */
export {
  AUDIT_TABLES,
  auditCsv,
  auditHtml,
  auditJson,
  auditLedger,
  auditTableNamed,
  auditXlsx,
  periodOfDays,
  quarterNamed,
} from '@backproof/audit';
export type { Audit, AuditRequest, Period, SampleRequest } from '@backproof/audit';
export {
  AwsAccessError,
  defineService,
  importJobs,
  ImportError,
  packServices,
  readOnlyPolicy,
  SCAN_LIMITS,
  servicesWith,
} from '@backproof/aws';
export type { IamPolicy, Progress, ScanLimits, ScopeRequest } from '@backproof/aws';
export {
  baselineOf,
  definePack,
  definePreset,
  defineReporter,
  defineRule,
  defineType,
  HistoryError,
  InventoryFormatError,
  MergeError,
  mergeHistory,
  mergeRuns,
  OptionsError,
  PRESETS,
  presetOf,
  resourceStory,
  rulePage,
  SchemaVersionError,
} from '@backproof/core';
export type {
  ActiveRule,
  Baseline,
  GatePolicy,
  GateResult,
  Inventory,
  NamedRun,
  Outcome,
  Preset,
  ReportedRun,
  Reporter,
  ResourceStory,
  Rule,
  Run,
  Spool,
  Subjects,
  Waiver,
} from '@backproof/core';
export {
  authorityCertificate,
  compactLedger,
  exportTable,
  LedgerError,
  openLedger,
  privateKey,
  pruneLedger,
  publicKey,
  readHistory,
  recordImport,
  recordRun,
  signLedger,
  TABLES,
  timestampLedger,
  holdLedger,
  holdsIn,
  releaseLedger,
  verifyLedger,
} from '@backproof/ledger';
export type { Hold, HoldInForce, Ledger, Manifest, Recorded, Upkeep, Verification } from '@backproof/ledger';
export { UnknownTypeError } from './check-types.js';
export { evaluate, evaluateIn } from './evaluate.js';
export type { EvaluateInOptions, EvaluateOptions, Workers } from './evaluate.js';
export { SPOOL_MEMORY, withSpool } from './file-spool.js';
export { openInventory, openInventoryIn, saveInventory } from './inventory-file.js';
export { REPORTERS } from './reporters.js';
export { RULES } from './rules.js';
export { scan, scanIn } from './scan.js';
export type { ScanInParts, ScanOptions, ScanResult } from './scan.js';
export { UnfinishedScanError } from './unfinished-scan.js';
