export { BackupGatewayClient, ListTagsForResource$, ListTagsForResourceCommand } from './backup-gateway.js';
export { ListVirtualMachines$, ListVirtualMachinesCommand } from './backup-gateway.js';
export type {
  ListVirtualMachinesInput,
  ListVirtualMachinesOutput,
  ListVirtualMachineTagsInput,
  ListVirtualMachineTagsOutput,
  VirtualMachine,
  VirtualMachineTag,
} from './backup-gateway.js';
export { ListDatabases$, ListDatabasesCommand, SsmSapClient } from './ssm-sap.js';
export type { DatabaseSummary, ListDatabasesInput, ListDatabasesOutput } from './ssm-sap.js';
export { ListRules$, ListRulesCommand, RecycleBinClient } from './recycle-bin.js';
export type { ListRulesInput, ListRulesOutput, RuleSummary } from './recycle-bin.js';
