import { expect, it } from '@jest/globals';
import { packServices } from './pack-services.js';
import type { Page, PopulationName } from './page.js';
import type { ReadScope } from './reading.js';
import { byNextToken, defineService } from './service.js';
import { pagesOf, scope } from './services/reading.fixture.js';

const TYPE = 'acme:cache';
const BOTH: readonly PopulationName[] = [
  { kind: 'resources', of: TYPE },
  { kind: 'nativeBackups', of: TYPE },
];

const cache = {
  ...{ type: TYPE, arn: 'arn:aws:cache:eu-west-1:111111111111:a', name: 'a' },
  ...{ accountId: scope.accountId, region: scope.region },
} as const;
const backup = { scope, resourceArn: cache.arn, mechanism: 'pack-manual-backups', enabled: true } as const;

/** A service of a pack, the pages of which are as given, whatever form they have. */
function serviceOf(pages: readonly object[] = [], yields = BOTH, name = 'cache') {
  const read: ReadScope = async function* () {
    yield* await Promise.resolve(pages as readonly Page[]);
  };
  return defineService({
    name,
    open: async (config) => new (await import('@aws-sdk/client-dsql')).DSQLClient(config),
    operations: { ListCaches: { iam: 'cache:ListCaches', paging: byNextToken(10) } },
    readings: [{ yields, read: () => Promise.resolve(read) }],
  });
}

async function read(...pages: readonly object[]): Promise<readonly Page[]> {
  const [service] = packServices([serviceOf(pages)], [TYPE]);
  return service === undefined ? [] : pagesOf(service);
}

it.each([
  ['is none', {}, 'was not created with defineService()'],
  ['exists already', serviceOf([], BOTH, 'rds'), 'its service "rds" already exists'],
  ['reads evidence about other types', serviceOf([], [{ kind: 'nativeBackups', of: 'EC2' }]), 'nativeBackups of EC2'],
  ["reads what is no type's", serviceOf([], [{ kind: 'vaults' }]), 'yields vaults of everything'],
  ['does not read the backups', serviceOf([], BOTH.slice(0, 1)), 'yields nativeBackups of its type "acme:cache"'],
])('a service that %s is refused', (_, service, message) => {
  expect(() => packServices([service], [TYPE])).toThrow(message);
});

it('pages of the own type are taken as they are', async () => {
  const pages = [{ resources: [cache] }, { nativeBackups: [backup] }];
  expect(await read(...pages)).toEqual(pages);
});

it.each([
  ['a resource without a name', { resources: [{ ...cache, name: undefined }] }, 'malformed resource'],
  ['a backup of another resource', { resources: [cache], nativeBackups: [{ ...backup, resourceArn: 'x' }] }, 'of x'],
  [
    'a backup of another kind',
    { resources: [cache], nativeBackups: [{ ...backup, mechanism: 'rds-snapshots' }] },
    'of a pack',
  ],
  [
    'a backup without a scope',
    { resources: [cache], nativeBackups: [{ ...backup, scope: undefined }] },
    '"scope" is missing',
  ],
])('%s is refused', async (_, page, message) => {
  await expect(read(page)).rejects.toThrow(message);
});
