import { randomUUID } from 'node:crypto';
import { awsJson } from './wire/aws-json.js';
import { accountIdOf, readCredential } from './wire/credential.js';
import type { WireRequest, WireResponse } from './wire/message.js';
import type { Protocol } from './wire/protocol.js';
import { awsQuery } from './wire/query.js';
import { restJson } from './wire/rest-json.js';
import { ServiceError } from './wire/service-error.js';
import type { PackService } from './service/pack-service.js';
import type { Operation, Service } from './service/operation.js';
import type { WorldResource } from './service/resource.js';
import type { LoadService } from './services/loader.js';
import { SERVICES } from './services/services.js';
import type { Fault, Place } from './world/place.js';
import type { World, WorldScope } from './world/world.js';

/** The record of a request. */
export interface RequestRecord {
  /** The name that the service signs with: `elasticfilesystem`, not `efs`. Empty when the request was not signed. */
  readonly service: string;
  /** Its name; of a REST request that no operation answers, method and path. */
  readonly operation: string;
  readonly accountId: string;
  readonly region: string;
  /** `OK`, or the code of the error that was answered. */
  readonly outcome: string;
}

/** A response, and what is remembered of its request. */
export interface Answer {
  readonly response: WireResponse;
  readonly record: RequestRecord;
}

/** The source of answers: a world, and the services besides the sandbox's own. */
interface Answering {
  readonly world: World;
  readonly services?: readonly PackService[];
}

/** A request, understood as far as that can be done without reading its input. */
interface Understanding {
  readonly request: WireRequest;
  readonly accessKeyId: string;
  readonly called: Omit<RequestRecord, 'outcome'>;
  readonly service: Service<WorldScope> | undefined;
  readonly operation: Operation<WorldScope> | undefined;
  readonly protocol: Protocol;
}

/**
 * Answers a request.
 *
 * @param time the real time, in epoch milliseconds
 */
export async function answer(
  { world, services = [] }: Answering,
  request: WireRequest,
  time: number,
  loadService: LoadService,
): Promise<Answer> {
  const understanding = await understand(world, request, loadService);
  const { protocol, called } = understanding;
  const { requestIdHeader = 'x-amzn-requestid' } = protocol;
  const requestId = randomUUID();
  const answered = (response: WireResponse, outcome: string): Answer => ({
    response: { ...response, headers: { ...response.headers, [requestIdHeader]: requestId } },
    record: { ...called, outcome },
  });
  try {
    return answered(perform({ world, services }, understanding, time, requestId), 'OK');
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return answered(protocol.writeError(error, requestId), error.code);
  }
}

const unsigned = { accessKeyId: '', region: '', service: '' };

async function understand(world: World, request: WireRequest, loadService: LoadService): Promise<Understanding> {
  const { accessKeyId, region, service: serviceName } = readCredential(request.headers.authorization) ?? unsigned;
  const service = await loadService(serviceName);
  const protocol = service?.protocol ?? likelyProtocol(request);
  const operation = service?.operations.find(({ schema }) => protocol.asksFor(request, schema));
  const operationName = operation?.schema[2] ?? protocol.nameOf(request);
  const accountId = callerOf(world, accessKeyId);
  const called = { service: serviceName, operation: operationName, accountId, region };
  return { request, accessKeyId, called, service, operation, protocol };
}

function perform(
  { world, services = [] }: Answering,
  understanding: Understanding,
  time: number,
  requestId: string,
): WireResponse {
  const { request, accessKeyId, called, service, operation, protocol } = understanding;
  const name = `${called.service}:${called.operation}`;
  if (accessKeyId === '') throw protocol.refusals.unsigned();
  if (!service || !operation) throw protocol.refusals.unknownOperation(name);
  if (!service.isGlobal && !isEnabled(world, called.region)) throw protocol.refusals.invalidCredentials();

  const input = protocol.readInput(request, operation.schema);
  const scope = scopeOf(world, called.accountId, called.region);
  const fault = faultsOf(world, scope, service).find((candidate) => strikes(candidate, name, input));
  if (fault) throw new ServiceError(fault.code, fault.message, fault.status);

  // The input was read by the operation's own schema: the one place where the types cannot know it.
  const output = operation.answer(input as never, {
    ...{ world, scope, accessKeyId, time, host: request.headers.host ?? '' },
    resourcesIn: (place) => resourcesIn(world, place, services),
  });
  return protocol.writeOutput(operation.schema, output, requestId);
}

/** The first Region of AWS cannot be disabled. @source Account Management Reference, manage-acct-regions */
function isEnabled({ partition, regions }: World, region: string): boolean {
  return regions.includes(region) || (partition === 'aws' && region === 'us-east-1');
}

/** The account that a key names; the first one for a key that the sandbox did not make. */
function callerOf({ accounts }: World, accessKeyId: string): string {
  const named = accountIdOf(accessKeyId);
  return accounts.find(({ id }) => id === named)?.id ?? accounts[0].id;
}

/** The protocol of a service that is not served, as far as the request shows it, to refuse it in its own language. */
function likelyProtocol(request: WireRequest): Protocol {
  if (request.headers['x-amz-target']) return awsJson('1.1');
  return request.body.includes('Action=') ? awsQuery('') : restJson('Code');
}

/** The resources of all services in a scope. */
function resourcesIn(
  world: World,
  { accountId, region }: Place,
  ofPacks: readonly PackService[],
): readonly WorldResource[] {
  const scope = scopeOf(world, accountId, region);
  const all: readonly Pick<PackService, 'resources'>[] = [...SERVICES, ...ofPacks];
  return all.flatMap(({ resources }) => resources?.(scope, world.partition) ?? []);
}

function scopeOf(world: World, accountId: string, region: string): WorldScope {
  const isMeant = (scope: WorldScope): boolean => scope.accountId === accountId && scope.region === region;
  return world.scopes.find(isMeant) ?? { accountId, region };
}

/** A global service has no Region: the faults of all the account's Regions are its own. */
function faultsOf(
  world: World,
  { accountId, faults = [] }: WorldScope,
  service: Service<WorldScope> | undefined,
): readonly Fault[] {
  if (!service?.isGlobal) return faults;
  return world.scopes.filter((scope) => scope.accountId === accountId).flatMap((scope) => scope.faults ?? []);
}

function strikes({ operation, inputContains = '' }: Fault, name: string, input: unknown): boolean {
  return operation === name && JSON.stringify(input).includes(inputContains);
}
