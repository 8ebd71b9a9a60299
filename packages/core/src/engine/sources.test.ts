import { describe, expect, it } from '@jest/globals';
import type { Replica } from '../model/evidence.js';
import type { Gap } from '../model/population.js';
import { bunker, denied, home, NOW, table } from '../model/records.fixture.js';
import type { Resource } from '../model/resource.js';
import type { EvidenceKind, Need } from '../rule/evidence-kind.js';
import type { VerdictStatus } from '../rule/verdict.js';
import { dossierMaker, evidenceGatherers } from './dossiers.js';
import type { DossierMaker } from './dossiers.js';
import { gapFinder } from './gaps.js';
import { inventoryOf } from './inventory.fixture.js';
import { judge } from './judge.js';
import { constantRule } from './rules.fixture.js';

const [source, middle, last] = [table({ name: 'source' }), table({ name: 'middle' }), table({ name: 'last' })];

function follows(replica: Resource, of: Resource): Replica {
  return { scope: home, mechanism: 'dynamodb-global-table', sourceArn: of.arn, replicaArn: replica.arn };
}

function dossiersOf(replicas: readonly Replica[], kinds: readonly EvidenceKind[] = ['replicas']): DossierMaker {
  const resources = [source, middle, last];
  const gather = evidenceGatherers(inventoryOf({ resources, replicas }));
  return dossierMaker(gather, kinds, (arn) => resources.find((each) => each.arn === arn));
}

function sourcesOf(resource: Resource, ...replicas: readonly Replica[]): string[] {
  return dossiersOf(replicas)(resource).sources.map((dossier) => dossier.resource.name);
}

describe('the sources of a resource', () => {
  const chain = [follows(last, middle), follows(middle, source)];

  it('are what it replicates, the nearest first', () => {
    expect(sourcesOf(last, ...chain)).toEqual(['middle', 'source']);
    expect(sourcesOf(source, ...chain)).toEqual([]);
  });

  it('are each there once where replicas follow each other', () => {
    expect(sourcesOf(last, ...chain, follows(source, last), follows(last, source))).toEqual(['middle', 'source']);
  });

  it('are not known where the scan does not hold them or AWS does not tell', () => {
    const untold: Replica = { scope: home, mechanism: 'ontap-snapmirror', replicaArn: last.arn };
    expect(sourcesOf(last, untold, follows(last, table({ name: 'elsewhere' })))).toEqual([]);
  });

  it('have dossiers of their own, which cannot be changed', () => {
    const { sources } = dossiersOf(chain)(last);
    expect(sources[0]?.replicas).toHaveLength(2);
    expect(sources[0]?.sources.map(({ resource }) => resource.name)).toEqual(['source']);
    expect(Object.isFrozen(sources)).toBe(true);
  });

  it('are not shown to a rule that does not need replicas', () => {
    expect(dossiersOf(chain, ['backupJobs'])(last).sources).toEqual([]);
  });
});

describe('what could not be read of a source', () => {
  const unreadOf =
    (unread: Resource) =>
    (resource: Resource, kind: EvidenceKind): readonly Gap[] =>
      resource === unread && kind === 'recoveryPoints' ? [denied] : [];

  it.each<[Need, VerdictStatus, VerdictStatus]>([
    ['all', 'pass', 'pass'],
    ['all', 'fail', 'unknown'],
    ['enough', 'pass', 'pass'],
    ['enough', 'fail', 'unknown'],
    ['context', 'fail', 'fail'],
  ])('and is needed as "%s": %s becomes %s', (need, said, status) => {
    const rule = constantRule(said, { replicas: 'all', recoveryPoints: need });
    const dossier = dossiersOf([follows(last, source)], ['replicas', 'recoveryPoints'])(last);
    const { verdict, gaps } = judge({ rule, options: {} }, dossier, NOW, unreadOf(source));
    expect(verdict.status).toBe(status);
    expect(gaps).toEqual([denied]);
  });
});

describe('gaps in what is known of replicas', () => {
  const gap: Gap = { operation: 'dynamodb:DescribeTable', code: 'AccessDeniedException', message: 'denied' };
  const unread = (of: string, scope = home) => ({
    kind: 'replicas' as const,
    scope,
    of,
    count: 0,
    pages: 0,
    status: 'unavailable' as const,
    gaps: [gap] as const,
  });

  it.each([
    ['of its type', unread('DynamoDB'), ['AccessDeniedException']],
    ['of another type, as its own has none', unread('RDS'), []],
    ['in another scope, and nobody looked in its own', unread('DynamoDB', bunker), ['NotCollected']],
  ])('%s', (_, population, codes) => {
    const inventory = inventoryOf({
      resources: [source],
      populations: [population],
      notCollected: ({ kind }) => kind === 'replicas',
    });
    expect(gapFinder(inventory)(source, 'replicas').map(({ code }) => code)).toEqual(codes);
  });
});
