import { describe, expect, it } from '@jest/globals';
import type { BackupPlan } from '../model/backup-plan.js';
import type { Gap, Population } from '../model/population.js';
import {
  backupRule,
  bunker,
  copyJob,
  home,
  instance,
  plan,
  population,
  selection,
  table,
  vault,
  vaultArn,
  volume,
} from '../model/records.fixture.js';
import type { Resource } from '../model/resource.js';
import type { EvidenceKind } from '../rule/evidence-kind.js';
import { gapFinder } from './gaps.js';
import { inventoryOf } from './inventory.fixture.js';
import { scopeSubjects } from './subjects.js';
import type { Contents } from './inventory.fixture.js';

const bunkerVaultArn = 'arn:aws:backup:eu-central-1:222222222222:backup-vault:bunker';
const copying: BackupPlan = plan({
  rules: [
    backupRule({ copyActions: [{ destinationVaultArn: bunkerVaultArn }, { destinationVaultArn: 'not an ARN' }] }),
  ],
});
const untagged = table();

/** An estate with a plan that copies to the bunker, and a vault in each place. */
const estate: Contents = {
  resources: [instance(), volume({ attachments: [{ instanceArn: instance().arn, since: 0 }] }), untagged],
  backupPlans: [copying],
  backupSelections: [selection()],
  vaults: [vault(), vault({ scope: bunker, arn: bunkerVaultArn, name: 'bunker' })],
};

const gap = (operation: string): Gap => ({ operation, code: 'AccessDeniedException', message: 'denied' });

function unread(kind: Population['kind'], where: { scope?: typeof home; of?: string } = {}): Population {
  return population(kind, { ...where, gap: gap(kind) });
}

function gapsOf(contents: Contents, resource: Resource, kind: EvidenceKind): string[] {
  return gapFinder(inventoryOf(contents))
    .of(resource, kind)
    .map(({ operation, code }) => `${operation} ${code}`);
}

describe('gaps in a resource’s evidence', () => {
  it.each<[string, Population, Resource, EvidenceKind, string[]]>([
    ['its own scope’s jobs', unread('backupJobs'), instance(), 'backupJobs', ['backupJobs AccessDeniedException']],
    ['jobs of another scope', unread('backupJobs', { scope: bunker }), instance(), 'backupJobs', []],
    [
      'restore jobs of a scope that its scope copies to, where tests may run',
      unread('restoreJobs', { scope: bunker }),
      instance(),
      'restoreHistory',
      ['restoreJobs AccessDeniedException'],
    ],
    [
      'restore jobs of its own scope, once',
      unread('restoreJobs'),
      instance(),
      'restoreJobs',
      ['restoreJobs AccessDeniedException'],
    ],
    ['evidence of another kind', unread('copyJobs'), instance(), 'backupJobs', []],
    [
      'the policies of Data Lifecycle Manager, of a volume',
      unread('lifecyclePolicies'),
      volume(),
      'lifecyclePolicies',
      ['lifecyclePolicies AccessDeniedException'],
    ],
    [
      'the policies of Data Lifecycle Manager, of a table',
      unread('lifecyclePolicies'),
      table(),
      'lifecyclePolicies',
      [],
    ],
    ['plans', unread('backupPlans'), instance(), 'assignments', ['backupPlans AccessDeniedException']],
    [
      'the selections of a plan',
      unread('backupSelections', { of: copying.arn }),
      instance(),
      'assignments',
      ['backupSelections AccessDeniedException'],
    ],
    [
      'the settings of the Region',
      unread('regionSettings'),
      instance(),
      'assignments',
      ['regionSettings AccessDeniedException'],
    ],
    ['the vaults of its scope', unread('vaults'), instance(), 'recoveryPoints', ['vaults AccessDeniedException']],
    [
      'the points of a vault of its scope',
      unread('recoveryPoints', { of: vaultArn }),
      instance(),
      'recoveryPoints',
      ['recoveryPoints AccessDeniedException'],
    ],
    [
      'the points of a vault that its scope copies to',
      unread('recoveryPoints', { scope: bunker, of: bunkerVaultArn }),
      instance(),
      'recoveryPoints',
      ['recoveryPoints AccessDeniedException'],
    ],
    [
      'the vaults of a scope that its scope copies to',
      unread('vaults', { scope: bunker }),
      instance(),
      'recoveryPoints',
      ['vaults AccessDeniedException'],
    ],
    [
      'the points of a vault elsewhere that nothing is copied to',
      unread('recoveryPoints', { scope: bunker, of: 'other' }),
      instance(),
      'recoveryPoints',
      [],
    ],
    [
      'native backups of its type',
      unread('nativeBackups', { of: 'DynamoDB' }),
      untagged,
      'nativeBackups',
      ['nativeBackups AccessDeniedException'],
    ],
    ['native backups of another type', unread('nativeBackups', { of: 'RDS' }), untagged, 'nativeBackups', []],
    [
      'native backups, which its type does not have',
      unread('nativeBackups', { of: 'RDS' }),
      { ...table(), type: 'EFS' },
      'nativeBackups',
      [],
    ],
    ['tags of other resources', unread('tags', { of: 'DynamoDB' }), instance(), 'assignments', []],
    ['its own tags', unread('tags', { of: 'DynamoDB' }), untagged, 'assignments', ['tags AccessDeniedException']],
    ['tags that it has all the same', unread('tags', { of: 'DynamoDB' }), table({ tags: {} }), 'assignments', []],
  ])('%s', (_, missing, resource, kind, gaps) => {
    expect(gapsOf({ ...estate, populations: [missing] }, resource, kind)).toEqual(gaps);
  });

  it('are none where everything was read', () => {
    const kinds = [
      'assignments',
      'recoveryPoints',
      'backupJobs',
      'copyJobs',
      'restoreJobs',
      'restoreHistory',
      'peerRestores',
      'restoreTestingPlans',
      'nativeBackups',
      'vaults',
    ] as const;
    expect(kinds.flatMap((kind) => gapsOf(estate, instance(), kind))).toEqual([]);
  });

  it('are those of a vault that no plan copies to and a copy job of its scope did', () => {
    const missing = unread('recoveryPoints', { scope: bunker, of: bunkerVaultArn });
    const uncopied = { ...estate, backupPlans: [plan()], populations: [missing] };
    const copied = { ...uncopied, copyJobs: [copyJob({ destinationVaultArn: bunkerVaultArn })] };
    expect(gapsOf(uncopied, instance(), 'recoveryPoints')).toEqual([]);
    expect(gapsOf(copied, instance(), 'recoveryPoints')).toEqual(['recoveryPoints AccessDeniedException']);
  });

  it('are none in a scope without plans and vaults', () => {
    const empty = { resources: [instance()] };
    expect([...gapsOf(empty, instance(), 'assignments'), ...gapsOf(empty, instance(), 'recoveryPoints')]).toEqual([]);
  });

  it('do not come from a vault that a plan names and nobody has, nor from a scope that was not scanned', () => {
    const gone = { ...estate, vaults: [vault()] };
    const unscanned = { ...estate, vaults: [vault()], scopes: [home] };
    expect([...gapsOf(gone, instance(), 'recoveryPoints'), ...gapsOf(unscanned, instance(), 'recoveryPoints')]).toEqual(
      [],
    );
  });
});

describe('what the inventory was not taken for', () => {
  it.each<[Population['kind'], EvidenceKind]>([
    ['backupJobs', 'backupJobs'],
    ['backupPlans', 'assignments'],
    ['backupSelections', 'assignments'],
    ['regionSettings', 'assignments'],
    ['vaults', 'recoveryPoints'],
    ['recoveryPoints', 'recoveryPoints'],
    ['nativeBackups', 'nativeBackups'],
  ])('is a gap: %s', (missing, kind) => {
    const resource = kind === 'nativeBackups' ? untagged : instance();
    const home1 = ({ kind: each, scope }: Population) => each === missing && scope.accountId === home.accountId;
    expect(gapsOf({ ...estate, notCollected: home1 }, resource, kind)).toEqual([`${missing} NotCollected`]);
  });

  it('is a gap in an older inventory where its version read other types alone, or less of this one', () => {
    const nativeGaps = (schemaVersion: number, resource: Resource) =>
      gapFinder({ ...inventoryOf(estate), schemaVersion })
        .of(resource, 'nativeBackups')
        .map(({ code }) => code);
    expect([nativeGaps(1, instance()), nativeGaps(1, table()), nativeGaps(1, volume())]).toEqual([
      ['NotCollected'],
      ['NotCollected'],
      [],
    ]);
    expect([nativeGaps(2, instance()), nativeGaps(2, table())]).toEqual([[], []]);
  });

  it('is a gap of a type that has native backups, though those of other types were looked for', () => {
    const ofTables = ({ kind, of }: Population) => kind === 'nativeBackups' && of === 'DynamoDB';
    expect(gapsOf({ ...estate, notCollected: ofTables }, untagged, 'nativeBackups')).toEqual([
      'nativeBackups NotCollected',
    ]);
  });

  it('is a gap of each vault alone: the points of one do not stand for another’s', () => {
    const second = vault({ arn: `${vaultArn}-2`, name: 'main-2' });
    const contents = { ...estate, vaults: [vault(), second], notCollected: ({ of }: Population) => of === second.arn };
    expect(gapsOf(contents, instance(), 'recoveryPoints')).toEqual(['recoveryPoints NotCollected']);
  });
});

it('one resource’s gap is a gap of what is found by going through all of them', () => {
  const odd: Population = population('backupJobs', { gap: { ...gap('ListBackupJobs'), resources: ['arn:gone'] } });
  const contents = { ...estate, populations: [odd] };
  const [account] = scopeSubjects(inventoryOf(contents)).filter(({ kind }) => kind === 'account');
  if (account === undefined) throw new Error('there is an account');
  const gapsAbout = (evidence: EvidenceKind) =>
    gapFinder(inventoryOf(contents))
      .of(account.ref, evidence)
      .map(({ operation }) => operation);
  expect(gapsAbout('failingJobs')).toEqual(['ListBackupJobs']);
  expect(gapsAbout('vaults')).toEqual([]);
  expect(gapsOf(contents, instance(), 'backupJobs')).toEqual([]);
});

describe('a plan whose rules could not be read', () => {
  const own = selection({ resources: [untagged.arn], listOfTags: [] });
  const odd = plan({ rules: [], unread: true });
  const unreadPlan: Population = population('backupPlans', { gap: { ...gap('GetBackupPlan'), resources: [odd.arn] } });
  const gapsWith = (contents: Contents, resource: Resource, kind: EvidenceKind = 'assignments') =>
    gapsOf({ ...estate, backupPlans: [odd], populations: [unreadPlan], ...contents }, resource, kind);
  const unknown = ['GetBackupPlan AccessDeniedException'];

  it.each<[story: string, Contents, Resource, string[]]>([
    ['is a gap of what its selection assigns', { backupSelections: [own] }, { ...untagged, tags: {} }, unknown],
    ['is no gap of anything else', { backupSelections: [own] }, instance(), []],
    ['without selections is no gap of anything', { backupSelections: [] }, instance(), []],
    [
      'is no gap of what the selection of another plan assigns',
      { backupSelections: [selection({ planId: 'other', resources: ['*'] })] },
      instance(),
      [],
    ],
    [
      'is a gap of what it may assign, as the opt-in is not known',
      { backupSelections: [selection({ resources: ['*'] })] },
      instance(),
      unknown,
    ],
    [
      'is no gap of what is opted out',
      {
        backupSelections: [selection({ resources: ['*'] })],
        regionSettings: [{ scope: home, optIn: { EC2: false }, management: {} }],
      },
      instance(),
      [],
    ],
    [
      'is no gap of another scope',
      { backupSelections: [selection({ resources: [`*`] })] },
      instance({ accountId: bunker.accountId, region: bunker.region }),
      [],
    ],
  ])('%s', (_, contents, resource, expected) => {
    expect(gapsWith(contents, resource)).toEqual(expected);
  });

  it('is a gap of all where its selections could not be read', () => {
    const selections = unread('backupSelections', { of: odd.arn });
    const populations = [unreadPlan, selections];
    expect(gapsWith({ backupSelections: [], populations }, instance())).toEqual([
      'backupSelections AccessDeniedException',
    ]);
  });

  it('may copy, so that restores elsewhere are not known of what it assigns', () => {
    const contents = { backupSelections: [own] };
    expect(gapsWith(contents, { ...untagged, tags: {} }, 'restoreHistory')).toEqual(unknown);
    expect(gapsWith(contents, instance(), 'restoreHistory')).toEqual([]);
  });

  it('tells the groups of subjects apart', () => {
    const contents = { ...estate, backupPlans: [odd], backupSelections: [own], populations: [unreadPlan] };
    const finder = gapFinder(inventoryOf(contents));
    const other = table({ name: 'other', tags: {} });
    expect(finder.groupOf({ ...untagged, tags: {} })).not.toBe(finder.groupOf(other));
    expect(finder.groupOf(other)).toBe(finder.groupOf(table({ name: 'third', tags: {} })));
  });
});

describe('the restores of peers', () => {
  it('are unread where a job of any resource is', () => {
    const some = population('restoreJobs', { gap: { ...gap('ListRestoreJobs'), resources: ['arn:peer'] } });
    const contents = { ...estate, populations: [some] };
    expect(gapsOf(contents, instance(), 'restoreJobs')).toEqual([]);
    expect(gapsOf(contents, instance(), 'peerRestores')).toEqual(['ListRestoreJobs AccessDeniedException']);
  });
});

describe('tags', () => {
  it('are a gap of what has none that were read, and of nothing else', () => {
    const contents = { resources: [untagged, instance()], populations: [unread('tags', { of: 'DynamoDB' })] };
    expect(gapsOf(contents, untagged, 'tags')).toEqual(['tags AccessDeniedException']);
    expect(gapsOf(contents, instance(), 'tags')).toEqual([]);
  });

  it('concern the resources that they name, and no others; none names the others', () => {
    const other = table({ name: 'other' });
    const denied = { ...gap('dynamodb:DescribeContinuousBackups'), resources: [untagged.arn] };
    const some = population('nativeBackups', { of: 'DynamoDB', gap: denied });
    const finder = gapFinder(inventoryOf({ ...estate, resources: [untagged, other], populations: [some] }));
    expect(finder.of(untagged, 'nativeBackups')).toEqual([gap('dynamodb:DescribeContinuousBackups')]);
    expect(finder.of(other, 'nativeBackups')).toEqual([]);
    expect(finder.groupOf(untagged)).not.toBe(finder.groupOf(other));
  });
});
