import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { SERVICE_NAMES } from '../clients.js';
import { readOnlyPolicy } from '../iam-policy.js';
import { kindsBefore } from '../reading-part.js';
import { COLLECTORS } from './index.js';

const CLIENT_PACKAGES = {
  backup: 'client-backup',
  config: 'client-config-service',
  dlm: 'client-dlm',
  dynamodb: 'client-dynamodb',
  ec2: 'client-ec2',
  elasticfilesystem: 'client-efs',
  fsx: 'client-fsx',
  kms: 'client-kms',
  rds: 'client-rds',
  storagegateway: 'client-storage-gateway',
  tagging: 'client-resource-groups-tagging-api',
};

const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter((file) => /^[a-z0-9/-]+\.ts$/.test(file))
  .map((file) => readFileSync(join(import.meta.dirname, file), 'utf8'));

/** The operations that the collectors' code calls, by a paginator or a command. */
function operationsCalled(clientPackage: string): string[] {
  const calls = sources
    .filter((source) => source.includes(`'@aws-sdk/${clientPackage}'`))
    .flatMap((source) => [...source.matchAll(/\bpaginate(\w+)\(|\bnew (\w+)Command\(/g)])
    .map(([, paginated, sent]) => paginated ?? sent ?? '');
  return [...new Set(calls)].sort();
}

describe.each(SERVICE_NAMES)('the collector of %s', (service) => {
  const { operations, readings } = COLLECTORS[service];

  it('declares the operations that it calls, and no others', () => {
    expect(Object.keys(operations).sort()).toEqual(operationsCalled(CLIENT_PACKAGES[service]));
  });

  it('only reads', () => {
    for (const [name, { iam }] of Object.entries(operations)) {
      expect(name).toMatch(/^(Describe|List|Get|BatchGet|Select)/);
      expect(iam.split(':')[1]).toBe(name);
    }
  });

  it('never waits for itself', () => {
    for (const reading of readings) {
      const before = kindsBefore<never>(reading);
      expect(reading.yields.filter(({ kind }) => before.some((earlier) => earlier === kind))).toEqual([]);
    }
  });
});

describe('the IAM policy', () => {
  const [statement] = readOnlyPolicy().Statement;

  it('allows what the collectors call and what finds the scopes, sorted, and nothing that writes', () => {
    const called = SERVICE_NAMES.flatMap((service) => Object.values(COLLECTORS[service].operations));
    const expected = new Set([...called.map(({ iam }) => iam), 'ec2:DescribeRegions', 'sts:GetCallerIdentity']);
    expect(statement?.Action).toEqual([...expected].sort());
    expect(statement?.Action.filter((action) => !/:(Describe|List|Get|BatchGet|Select)\w+$/.test(action))).toEqual([]);
  });
});
