export { AwsAccessError } from './access-error.js';
export type { AggregatorRequest } from './aggregator.js';
export type { OperationCalls } from './call-log.js';
export { SERVICE_NAMES } from './clients.js';
export type { Connection, Credentials, ServiceClients, ServiceName } from './clients.js';
export { collect } from './collect.js';
export type { CollectOptions } from './collect.js';
export type {
  Collector,
  InventorySource,
  Operation,
  Page,
  PageKind,
  PopulationName,
  Reading,
  ReadingContext,
} from './collector.js';
export { COLLECTORS } from './services/index.js';
export { readOnlyPolicy } from './iam-policy.js';
export type { IamPolicy } from './iam-policy.js';
export { importJobs } from './imports/import-jobs.js';
export { ImportError } from './imports/import-error.js';
export type { Progress } from './progress.js';
export { resolveScopes } from './scopes.js';
export type { ScopeAccess, ScopeRequest } from './scopes.js';
