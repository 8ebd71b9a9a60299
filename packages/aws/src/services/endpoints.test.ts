import { PARTITIONS, partitionOf } from '@backproof/core';
import { afterEach, describe, expect, it } from '@jest/globals';
import { clientConfig } from '../connection.js';
import { SCAN_LIMITS } from '../scan-limits.js';
import { send, type SdkCommand } from '../sdk.js';
import { SERVICES } from './index.js';

/** The Region of each partition that offers the most services. */
const REGIONS: Readonly<Record<string, string>> = {
  aws: 'us-east-1',
  'aws-cn': 'cn-north-1',
  'aws-us-gov': 'us-gov-west-1',
  'aws-eusc': 'eusc-de-east-1',
  'aws-iso': 'us-iso-east-1',
  'aws-iso-b': 'us-isob-east-1',
  'aws-iso-e': 'eu-isoe-west-1',
  'aws-iso-f': 'us-isof-south-1',
};

afterEach(() => {
  delete process.env.AWS_USE_FIPS_ENDPOINT;
  delete process.env.AWS_USE_DUALSTACK_ENDPOINT;
});

/** The host that a service's client calls first. Nothing is sent. */
async function hostOf(service: (typeof SERVICES)[number], region: string): Promise<string> {
  const credentials = { accessKeyId: 'AKIAEXAMPLEEXAMPLE00', secretAccessKey: 'x' };
  const config = await clientConfig({ region, credentials }, { ...SCAN_LIMITS, attempts: 1 });
  const client = await service.open(config);
  const hosts: string[] = [];
  const refuse = (request: { readonly hostname: string }): Promise<never> => {
    hosts.push(request.hostname);
    return Promise.reject(new Error('nothing leaves this machine'));
  };
  Object.assign(client.config, { requestHandler: { handle: refuse, metadata: { handlerProtocol: 'http/1.1' } } });
  await send(client, await firstCommandOf(service), new AbortController().signal).catch(() => undefined);
  return hosts[0] ?? 'none';
}

/** A command that can be sent without an input: no part of the address is made of one. */
async function firstCommandOf({ name, operations }: (typeof SERVICES)[number]): Promise<SdkCommand<object, object>> {
  const operation = Object.keys(operations).find((each) =>
    /^(List|Describe|Get|Lookup)[A-Z]\w*s$|^DescribeKey$|Identity$/.test(each),
  );
  const sdk = (await import(SDK_PACKAGES[name] ?? `@aws-sdk/client-${name}`)) as Readonly<
    Record<string, new (input: object) => SdkCommand<object, object>>
  >;
  const Command = sdk[`${operation ?? ''}Command`];
  if (Command === undefined) throw new Error(`${name} has no listing`);
  return new Command({});
}

/** Services without an endpoint for IPv4 alone. */
const ALWAYS_DUAL_STACK = ['dsql'];

/** The packages that are not called like their service. */
const SDK_PACKAGES: Readonly<Record<string, string>> = {
  'backup-gateway': '@backproof/clients',
  config: '@aws-sdk/client-config-service',
  elasticfilesystem: '@aws-sdk/client-efs',
  rbin: '@backproof/clients',
  'ssm-sap': '@backproof/clients',
  storagegateway: '@aws-sdk/client-storage-gateway',
  tagging: '@aws-sdk/client-resource-groups-tagging-api',
  timestream: '@aws-sdk/client-timestream-write',
};

describe.each(SERVICES.map((service) => [service.name, service] as const))('%s is called', (_name, service) => {
  it.each(PARTITIONS.map(({ id, dnsSuffix }) => [id, dnsSuffix]))('in the partition %s', async (id, dnsSuffix) => {
    const region = REGIONS[id] ?? '';
    expect(partitionOf(region).id).toBe(id);
    const host = await hostOf(service, region);
    if (ALWAYS_DUAL_STACK.includes(service.name)) expect(host).toContain(`.${region}.api.`);
    else expect(host.slice(-dnsSuffix.length - 1)).toBe(`.${dnsSuffix}`);
  });

  it('by its FIPS endpoint where AWS_USE_FIPS_ENDPOINT asks for it', async () => {
    process.env.AWS_USE_FIPS_ENDPOINT = 'true';
    expect(await hostOf(service, 'us-east-1')).toMatch(/fips/);
  });

  it('by its dual-stack endpoint where AWS_USE_DUALSTACK_ENDPOINT asks for it', async () => {
    process.env.AWS_USE_DUALSTACK_ENDPOINT = 'true';
    expect(await hostOf(service, 'us-east-1')).toMatch(/\.api\.aws$|\.dualstack\./);
  });
});
