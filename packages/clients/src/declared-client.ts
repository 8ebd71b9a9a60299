import { DSQLClient } from '@aws-sdk/client-dsql';
import type { DSQLClientConfig } from '@aws-sdk/client-dsql';
import { partition } from '@aws-sdk/core/client';
import { Command } from '@smithy/core/client';
import { getEndpointPlugin } from '@smithy/core/endpoints';
import { TypeRegistry } from '@smithy/core/schema';
import type { EndpointV2, MetadataBearer, StaticOperationSchema } from '@smithy/types';

/** The facts of a service that its client is made of. @source the service's model, as botocore publishes it */
export interface ServiceFacts {
  /** `Backup Gateway`: the environment's `AWS_ENDPOINT_URL_BACKUP_GATEWAY` follows from it. */
  readonly serviceId: string;
  /** The prefix of its endpoints, which is also the name that requests are signed for. */
  readonly endpointPrefix: string;
  readonly version: string;
  /** The namespace of its shapes: `com.amazonaws.backupgateway`. */
  readonly namespace: string;
  /** The prefix of `X-Amz-Target`, if the protocol has one. */
  readonly target: string;
  readonly protocol: NonNullable<DSQLClientConfig['protocol']>;
}

/** The configuration by which a client of the SDK speaks to another service. */
function configurationFor(service: ServiceFacts, config: DSQLClientConfig): DSQLClientConfig {
  const { serviceId, endpointPrefix, version, namespace, target, protocol } = service;
  return {
    ...config,
    serviceId,
    protocol,
    protocolSettings: {
      defaultNamespace: namespace,
      errorTypeRegistries: [TypeRegistry.for(namespace)],
      version,
      serviceTarget: target,
    },
    endpointProvider: (parameters: EndpointParameters) => endpointOf(endpointPrefix, parameters),
  };
}

/** A command as it takes one to send it. */
interface Sent<Input extends object, Output extends object> {
  readonly input: Input;
  resolveMiddleware(
    stack: object,
    configuration: object,
    options: object,
  ): (args: { readonly input: Input }) => Promise<{ readonly output: Output }>;
}

/**
 * A client of a service that the registry has none of. The SDK generates its clients, all of the same parts, which differ
 * in what is configured here; so this one has those of the client of Aurora DSQL.
 */
export class DeclaredClient {
  readonly #client: DSQLClient;

  constructor(service: ServiceFacts, config: DSQLClientConfig) {
    this.#client = new DSQLClient(configurationFor(service, config));
  }

  get config() {
    return this.#client.config;
  }

  get middlewareStack() {
    return this.#client.middlewareStack;
  }

  /** @throws the error of the service, or of the way to it */
  async send<Input extends object, Output extends object>(command: Sent<Input, Output>): Promise<Output> {
    const handler = command.resolveMiddleware(this.middlewareStack, this.config, {});
    return (await handler({ input: command.input })).output;
  }

  destroy(): void {
    this.#client.destroy();
  }
}

interface EndpointParameters {
  readonly Region?: string | undefined;
  readonly UseFIPS?: boolean | undefined;
  readonly UseDualStack?: boolean | undefined;
  readonly Endpoint?: string | undefined;
}

/** @source the services' endpoint rule sets, as botocore publishes them */
function endpointOf(prefix: string, parameters: EndpointParameters): EndpointV2 {
  const { Region = '', UseFIPS = false, UseDualStack = false, Endpoint } = parameters;
  const properties = { authSchemes: [{ name: 'sigv4', signingName: prefix, signingRegion: Region, properties: {} }] };
  if (Endpoint !== undefined) return { url: new URL(Endpoint), properties };
  const { dnsSuffix, dualStackDnsSuffix } = partition(Region);
  const host = `${prefix}${UseFIPS ? '-fips' : ''}.${Region}.${UseDualStack ? dualStackDnsSuffix : dnsSuffix}`;
  return { url: new URL(`https://${host}`), properties };
}

const ENDPOINT_PARAMETERS = {
  UseFIPS: { type: 'builtInParams', name: 'useFipsEndpoint' },
  UseDualStack: { type: 'builtInParams', name: 'useDualstackEndpoint' },
  Endpoint: { type: 'builtInParams', name: 'endpoint' },
  Region: { type: 'builtInParams', name: 'region' },
} as const;

/** Makes the class of the commands that ask for an operation. */
export function commandOf<Input extends object, Output extends object>(schema: StaticOperationSchema) {
  const [, , name] = schema;
  return Command.classBuilder<Input, Output & MetadataBearer, DeclaredClient['config'], object, MetadataBearer>()
    .ep(ENDPOINT_PARAMETERS)
    .m((_command, _stack, config: DeclaredClient['config']) => [getEndpointPlugin(config, ENDPOINT_PARAMETERS)])
    .s(name, name, {})
    .n('DeclaredClient', `${name}Command`)
    .sc(schema)
    .build();
}
