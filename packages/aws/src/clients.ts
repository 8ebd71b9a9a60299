import { BackupClient } from '@aws-sdk/client-backup';
import { ConfigServiceClient } from '@aws-sdk/client-config-service';
import { DLMClient } from '@aws-sdk/client-dlm';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EC2Client } from '@aws-sdk/client-ec2';
import { EFSClient } from '@aws-sdk/client-efs';
import { FSxClient } from '@aws-sdk/client-fsx';
import { KMSClient } from '@aws-sdk/client-kms';
import { RDSClient } from '@aws-sdk/client-rds';
import { ResourceGroupsTaggingAPIClient } from '@aws-sdk/client-resource-groups-tagging-api';
import { StorageGatewayClient } from '@aws-sdk/client-storage-gateway';
import type { STSClientConfig } from '@aws-sdk/client-sts';
import { defined } from '@backproof/core';
import pLimit from 'p-limit';
import type { CallLog } from './call-log.js';
import { tuneCalls } from './tune-calls.js';

/** The services that are read, by the names that their endpoints carry. */
export const SERVICE_NAMES = [
  'backup',
  'config',
  'dlm',
  'dynamodb',
  'ec2',
  'elasticfilesystem',
  'fsx',
  'kms',
  'rds',
  'storagegateway',
  'tagging',
] as const;

export type ServiceName = (typeof SERVICE_NAMES)[number];

/** A client for each service. */
export interface ServiceClients {
  readonly backup: BackupClient;
  readonly config: ConfigServiceClient;
  readonly dlm: DLMClient;
  readonly dynamodb: DynamoDBClient;
  readonly ec2: EC2Client;
  readonly elasticfilesystem: EFSClient;
  readonly fsx: FSxClient;
  readonly kms: KMSClient;
  readonly rds: RDSClient;
  readonly storagegateway: StorageGatewayClient;
  readonly tagging: ResourceGroupsTaggingAPIClient;
}

/** Long-lived credentials, or a provider that renews short-lived ones. */
export type Credentials = NonNullable<STSClientConfig['credentials']>;

/** The configuration of every client of one identity. */
export interface Connection {
  readonly region: string;
  readonly credentials: Credentials;
  /** One URL that answers for all services. Absent: AWS's own endpoints, or those that `AWS_ENDPOINT_URL` names. */
  readonly endpointUrl?: string | undefined;
}

/**
 * The number of requests one service in one scope gets at the same time. DynamoDB offers most things for one table at a
 * time only, so there are many and small ones.
 */
export function requestsAtOnce(service: ServiceName): number {
  return service === 'dynamodb' ? 10 : 5;
}

const MAX_ATTEMPTS = 10;

/** The configuration that the clients of all services have in common. */
export function clientConfig({ region, credentials, endpointUrl }: Connection, maxAttempts = MAX_ATTEMPTS) {
  return {
    region,
    credentials,
    maxAttempts,
    retryMode: 'adaptive',
    requestHandler: { connectionTimeout: 5_000, requestTimeout: 60_000, throwOnRequestTimeout: true },
    ...defined({ endpoint: endpointUrl }),
  };
}

/**
 * Clients of one scope for all services: rate limits, retries and counts are each service's own. No call is made yet.
 */
export function openClients(connection: Connection, log: CallLog, signal: AbortSignal): ServiceClients {
  silenceNodeVersionWarning();
  const config = clientConfig(connection);
  const tuned = tunerOf(log, signal);
  return {
    backup: tuned('backup', new BackupClient(config)),
    config: tuned('config', new ConfigServiceClient(config)),
    dlm: tuned('dlm', new DLMClient(config)),
    dynamodb: tuned('dynamodb', new DynamoDBClient(config)),
    ec2: tuned('ec2', new EC2Client(config)),
    elasticfilesystem: tuned('elasticfilesystem', new EFSClient(config)),
    fsx: tuned('fsx', new FSxClient(config)),
    kms: tuned('kms', new KMSClient(config)),
    rds: tuned('rds', new RDSClient(config)),
    storagegateway: tuned('storagegateway', new StorageGatewayClient(config)),
    tagging: tuned('tagging', new ResourceGroupsTaggingAPIClient(config)),
  };
}

/** An aggregator of AWS Config, and who reaches it in which Region. */
export interface AggregatorAccess {
  readonly name: string;
  readonly connection: Connection;
}

/** The aggregator as one scope asks it: its calls are among the scope's. */
export function openAggregator({ name, connection }: AggregatorAccess, log: CallLog, signal: AbortSignal) {
  return { name, client: tunerOf(log, signal)('config', new ConfigServiceClient(clientConfig(connection))) };
}

function tunerOf(log: CallLog, signal: AbortSignal) {
  return <Client extends Parameters<typeof tuneCalls>[0]>(service: ServiceName, client: Client): Client => {
    tuneCalls(client, { service, log, signal, limit: pLimit(requestsAtOnce(service)) });
    return client;
  };
}

/**
 * The SDK warns, through `process.emitWarning`, that it will leave old versions of Node behind. That is the business
 * of whoever updates Backproof, and has no place in a report. Its own switch is the only way to silence it alone.
 */
export function silenceNodeVersionWarning(): void {
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
}
