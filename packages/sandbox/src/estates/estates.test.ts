import { describe, expect, it } from '@jest/globals';
import { serviceLoader } from '../services/loader.js';
import { SERVICES } from '../services/services.js';
import type { WorldScope } from '../world/world.js';
import { VERDICTS } from './builders/verdicts.js';
import type { Estate } from './estate.js';
import { demo, estates, partial } from './index.js';

/** The ARNs of all that a scan may list as a resource. */
function resourceArns(scope: WorldScope, partition: string): readonly string[] {
  const resources = SERVICES.flatMap((service) => service.resources?.(scope, partition) ?? []);
  return resources.flatMap(({ arn, isListed }) => (isListed && arn !== '' ? [arn] : []));
}

const DAY_MS = 24 * 60 * 60 * 1000;

const pointsOf = (scope: WorldScope) => Object.values(scope.recoveryPoints ?? {}).flat();

function countBy(words: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return Object.fromEntries(counts);
}

describe.each([...estates.values()])('the estate $name', ({ world, earlier, labels }: Estate) => {
  const { scopes } = world;
  const arns = scopes.flatMap((scope) => resourceArns(scope, world.partition));
  const points = scopes.flatMap(pointsOf);

  it('has one scope for each account and Region', () => {
    const expected = world.accounts.flatMap(({ id }) => world.regions.map((region) => `${id} ${region}`));
    expect(scopes.map(({ accountId, region }) => `${accountId} ${region}`).toSorted()).toEqual(expected.toSorted());
  });

  it('labels each resource once for backup-coverage, at most once for another rule, and nothing else', () => {
    const ofCoverage = labels.filter(({ rule }) => rule === 'backup-coverage');
    expect(ofCoverage.map(({ resourceArn }) => resourceArn).toSorted()).toEqual(arns.toSorted());
    expect(new Set(arns).size).toBe(arns.length);
    expect(new Set(labels.map(({ resourceArn, rule }) => `${rule} ${resourceArn}`)).size).toBe(labels.length);
  });

  it('keeps each resource in the scope that its ARN names', () => {
    for (const scope of scopes) {
      const foreign = resourceArns(scope, world.partition).filter(
        (arn) => !arn.includes(`:${scope.region}:${scope.accountId}:`) && !arn.includes(':s3:::'),
      );
      expect(foreign).toEqual([]);
    }
  });

  it('has no two points, plans, selections or jobs of one id', () => {
    const plans = scopes.flatMap((scope) => scope.plans ?? []);
    const ids = [
      ...points.map(({ RecoveryPointArn }) => RecoveryPointArn),
      ...plans.map(({ arn }) => arn),
      ...plans.flatMap(({ selections }) => selections.map(({ id }) => id)),
      ...scopes.flatMap((scope) => (scope.backupJobs ?? []).map(({ BackupJobId }) => BackupJobId)),
      ...scopes.flatMap((scope) => (scope.copyJobs ?? []).map(({ CopyJobId }) => CopyJobId)),
      ...scopes.flatMap((scope) => (scope.restoreJobs ?? []).map(({ RestoreJobId }) => RestoreJobId)),
    ];
    expect(ids).not.toContain(undefined);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has recovery points of resources that exist, but of those that were deleted, made by plans that exist', () => {
    const plans = new Set(scopes.flatMap((scope) => (scope.plans ?? []).map(({ arn }) => arn)));
    const others = points.filter(({ ResourceArn }) => !arns.includes(ResourceArn ?? ''));
    expect(others.filter(({ ResourceName }) => !ResourceName?.startsWith('deleted-'))).toEqual([]);
    expect(points.filter(({ CreatedBy }) => !plans.has(CreatedBy?.BackupPlanArn ?? ''))).toEqual([]);
    expect(points.filter(({ CreationDate }) => Number(CreationDate) > world.now)).toEqual([]);
  });

  it.each(scopes)('counts the points of its vaults: $accountId $region', (scope) => {
    const counted = (scope.vaults ?? []).map((vault) => [vault.BackupVaultName, vault.NumberOfRecoveryPoints]);
    const held = Object.entries(scope.recoveryPoints ?? {}).map(([name, held]) => [name, held.length]);
    expect(counted.filter(([, count]) => count !== 0).toSorted()).toEqual(held.toSorted());
  });

  it.each(scopes)('writes to vaults that exist, but to one that was deleted: $accountId $region', (scope) => {
    const own = new Set(['deleted', ...(scope.vaults ?? []).map(({ BackupVaultName }) => BackupVaultName)]);
    const all = new Set(scopes.flatMap(({ vaults = [] }) => vaults.map(({ BackupVaultArn }) => BackupVaultArn)));
    const rules = (scope.plans ?? []).flatMap(({ plan }) => plan.Rules ?? []);
    const copies = rules.flatMap(({ CopyActions = [] }) => CopyActions);
    expect(rules.filter(({ TargetBackupVaultName }) => !own.has(TargetBackupVaultName))).toEqual([]);
    const inSight = copies.filter(({ DestinationBackupVaultArn = '' }) =>
      world.accounts.some(({ id }) =>
        world.regions.some((region) => DestinationBackupVaultArn.includes(`:${region}:${id}:`)),
      ),
    );
    expect(inSight.filter(({ DestinationBackupVaultArn }) => !all.has(DestinationBackupVaultArn))).toEqual([]);
  });

  it.each(scopes)('attaches volumes and instances to each other: $accountId $region', (scope) => {
    const said = (scope.instances ?? []).flatMap(({ InstanceId, BlockDeviceMappings = [] }) =>
      BlockDeviceMappings.map(({ Ebs }) => [Ebs?.VolumeId, InstanceId]),
    );
    const attached = (scope.volumes ?? []).flatMap(({ Attachments = [] }) =>
      Attachments.map(({ VolumeId, InstanceId }) => [VolumeId, InstanceId]),
    );
    expect(attached.toSorted()).toEqual(said.toSorted());
  });

  it.each(scopes)('has the members of its database clusters: $accountId $region', (scope) => {
    const said = (scope.dbClusters ?? []).flatMap(({ DBClusterIdentifier, DBClusterMembers = [] }) =>
      DBClusterMembers.map(({ DBInstanceIdentifier }) => [DBInstanceIdentifier, DBClusterIdentifier]),
    );
    const members = (scope.dbInstances ?? []).filter(({ DBClusterIdentifier }) => DBClusterIdentifier);
    const found = members.map(({ DBInstanceIdentifier, DBClusterIdentifier }) => [
      DBInstanceIdentifier,
      DBClusterIdentifier,
    ]);
    expect(found.toSorted()).toEqual(said.toSorted());
  });

  it.each(scopes)('has restored what exists, by plans that exist: $accountId $region', (scope) => {
    const plans = new Set(scope.restoreTestingPlans?.map(({ RestoreTestingPlanArn }) => RestoreTestingPlanArn));
    const jobs = scope.restoreJobs ?? [];
    expect(jobs.filter(({ SourceResourceArn: arn }) => arn !== undefined && !arns.includes(arn))).toEqual([]);
    expect(jobs.filter(({ CreatedBy }) => CreatedBy && !plans.has(CreatedBy.RestoreTestingPlanArn))).toEqual([]);
  });

  it('remembers, at each of its moments, the jobs of the last 30 days', () => {
    for (const { now, scopes: then } of [...earlier, world]) {
      const jobs = then.flatMap((scope) => [
        ...(scope.backupJobs ?? []),
        ...(scope.copyJobs ?? []),
        ...(scope.restoreJobs ?? []),
      ]);
      const ages = jobs.map(({ CreationDate }) => (now - Number(CreationDate)) / DAY_MS);
      expect(ages.filter((days) => days < 0 || days > 31)).toEqual([]);
    }
  });

  it('was scanned before in the order of time', () => {
    const moments = [...earlier, world].map(({ now }) => now);
    expect(moments).toEqual([...new Set(moments)].toSorted((a, b) => a - b));
  });

  it('has faults of operations that are served', async () => {
    const faults = scopes.flatMap((scope) => scope.faults ?? []).map(({ operation }) => operation);
    const load = serviceLoader();
    const served: string[] = [];
    for (const { signingName } of SERVICES) {
      for (const { schema } of (await load(signingName))?.operations ?? []) served.push(`${signingName}:${schema[2]}`);
    }
    expect(faults.filter((operation) => !served.includes(operation))).toEqual([]);
  });

  it('gives each label a reason', () => {
    expect(labels.filter(({ why }) => why.length < 10)).toEqual([]);
  });
});

describe('the estates together', () => {
  it('show each of their verdicts on some resource, plan, vault or account', () => {
    const labelled = [...estates.values()].flatMap(({ labels, otherLabels }) => [...labels, ...otherLabels]);
    const shown = new Set(labelled.map(({ message }) => message));
    const all = Object.values(VERDICTS).flatMap((messages) => Object.keys(messages));
    expect(all.filter((message) => !shown.has(message))).toEqual([]);
  });

  it('know all of coverage in demo and fail nothing in partial: the one scan is complete and the other is not', () => {
    const verdictsIn = ({ labels }: Estate) =>
      new Set(labels.filter(({ rule }) => rule === 'backup-coverage').map(({ verdict }) => verdict));
    expect(verdictsIn(demo)).toEqual(new Set(['excluded', 'fail', 'notApplicable', 'pass']));
    expect(verdictsIn(partial)).toEqual(new Set(['pass', 'unknown']));
  });

  it('fail calls in partial alone', () => {
    expect(demo.world.scopes.flatMap(({ faults = [] }) => faults)).toEqual([]);
    expect(partial.world.scopes.flatMap(({ faults = [] }) => faults)).not.toEqual([]);
  });

  it('have points of every type that AWS Backup protects', () => {
    const points = demo.world.scopes.flatMap(pointsOf);
    const clusters = demo.world.scopes.flatMap(({ dbClusters = [] }) => dbClusters.map(({ Engine }) => Engine ?? ''));
    expect(Object.keys(countBy(points.map(({ ResourceType }) => ResourceType ?? ''))).toSorted()).toEqual([
      'Aurora',
      'CloudFormation',
      'DSQL',
      'DynamoDB',
      'EBS',
      'EC2',
      'EFS',
      'EKS',
      'FSx',
      'RDS',
      'Redshift',
      'S3',
      'Storage Gateway',
      'VirtualMachine',
    ]);
    expect(countBy(clusters)).toMatchObject({
      'aurora-postgresql': 4,
      'aurora-mysql': 1,
      docdb: 1,
      neptune: 1,
      postgres: 1,
    });
  });
});
