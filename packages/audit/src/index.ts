export { auditCsv } from './audit-csv.js';
export { auditHtml } from './html/audit-html.js';
export { auditJson } from './audit-json.js';
export { auditXlsx } from './audit-xlsx.js';
export { auditLedger } from './audit-ledger.js';
export type { AuditRequest } from './audit-ledger.js';
export type {
  Audit,
  AuditedControl,
  AuditedFramework,
  AuditedRun,
  AuditedWaiver,
  AuditException,
  Conclusion,
  Coverage,
  Gap,
} from './audit.js';
export type { AuditedRestore } from './audited-restore.js';
export { periodOfDays, quarterNamed } from './period.js';
export type { Period } from './period.js';
export type { AuditedPopulation, AuditedResource, Movement, MovementKind, PopulationCount } from './population.js';
export type { AuditedResponse, AuditedResponses, ExceptionResponse } from './response.js';
export { AUDIT_SCHEMA } from './generated/audit-schema.js';
export { RESPONSES_SCHEMA } from './responses-schema.js';
export { STRATA } from './sample.js';
export type { AuditedSample, SampledResource, SampledResult, SampleRequest } from './sample.js';
export { AUDIT_TABLES, auditTableNamed, isOnRequest } from './tables/index.js';
export type { AuditTable, Cell } from './tables/table.js';
