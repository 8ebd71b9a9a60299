import { AwsRestJsonProtocol } from '@aws-sdk/core/protocols';
import type { DSQLClientConfig } from '@aws-sdk/client-dsql';
import type { StaticListSchema, StaticOperationSchema, StaticStructureSchema } from '@smithy/types';
import { commandOf, DeclaredClient } from './declared-client.js';

const NAMESPACE = 'com.amazonaws.ssmsap';

/** AWS Systems Manager for SAP. @source model ssm-sap 2018-05-10 */
export class SsmSapClient extends DeclaredClient {
  constructor(config: DSQLClientConfig) {
    super(
      {
        serviceId: 'Ssm Sap',
        endpointPrefix: 'ssm-sap',
        version: '2018-05-10',
        namespace: NAMESPACE,
        target: 'SsmSap',
        protocol: AwsRestJsonProtocol,
      },
      config,
    );
  }
}

/** A database of SAP HANA that is registered. @source API (AWS Systems Manager for SAP) DatabaseSummary: nothing is required */
export interface DatabaseSummary {
  ApplicationId?: string | undefined;
  ComponentId?: string | undefined;
  DatabaseId?: string | undefined;
  /** `SYSTEM` or `TENANT`. */
  DatabaseType?: string | undefined;
  Arn?: string | undefined;
  Tags?: Record<string, string> | undefined;
}

export interface ListDatabasesInput {
  ApplicationId?: string | undefined;
  ComponentId?: string | undefined;
  NextToken?: string | undefined;
  MaxResults?: number | undefined;
}

export interface ListDatabasesOutput {
  Databases?: DatabaseSummary[] | undefined;
  NextToken?: string | undefined;
}

// Shapes in the form of the SDK: 3 a structure, 1 a list, 9 an operation; members 0 a string, 1 a number, 128 a map.

const DatabaseSummary$: StaticStructureSchema = [
  3,
  NAMESPACE,
  'DatabaseSummary',
  0,
  ['ApplicationId', 'ComponentId', 'DatabaseId', 'DatabaseType', 'Arn', 'Tags'],
  [0, 0, 0, 0, 0, 128 | 0],
];
const DatabaseSummaryList$: StaticListSchema = [1, NAMESPACE, 'DatabaseSummaryList', 0, () => DatabaseSummary$];
const ListDatabasesInput$: StaticStructureSchema = [
  3,
  NAMESPACE,
  'ListDatabasesInput',
  0,
  ['ApplicationId', 'ComponentId', 'NextToken', 'MaxResults'],
  [0, 0, 0, 1],
];
const ListDatabasesOutput$: StaticStructureSchema = [
  3,
  NAMESPACE,
  'ListDatabasesOutput',
  0,
  ['Databases', 'NextToken'],
  [() => DatabaseSummaryList$, 0],
];
export const ListDatabases$: StaticOperationSchema = [
  9,
  NAMESPACE,
  'ListDatabases',
  { http: ['POST', '/list-databases', 200] },
  () => ListDatabasesInput$,
  () => ListDatabasesOutput$,
];

/** Lists the databases of all applications that are registered in an account and Region. */
export class ListDatabasesCommand extends commandOf<ListDatabasesInput, ListDatabasesOutput>(ListDatabases$) {}
