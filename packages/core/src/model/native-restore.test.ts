import { describe, expect, it } from '@jest/globals';
import { DAY } from './instant.js';
import { InventoryBuilder } from './inventory-builder.js';
import { STARTED } from './job.js';
import type { RestoreJob } from './job.js';
import { searchesFor, untestedSince } from './native-restore.js';
import { home, instance, NOW, point, table, volume } from './records.fixture.js';
import type { Database } from './types/database.js';

const database = (type: Database['type'], form: Database['form']): Database => ({
  ...{ type, form, arn: `arn:aws:rds:eu-west-1:111111111111:${type}-${form}`, accountId: '111111111111' },
  ...{ region: 'eu-west-1', name: type, engine: type },
});
const tested = table();
const job: RestoreJob = {
  ...{ scope: home, id: 'job', createdAt: NOW - 10 * DAY, status: 'COMPLETED', sourceResourceArn: tested.arn },
};

describe('the calls that are searched for', () => {
  it('are those that restore what is untested', () => {
    const untested = [database('RDS', 'instance'), table(), instance()];
    expect(searchesFor(untested)).toEqual([
      { call: 'RestoreDBInstanceFromDBSnapshot', types: ['RDS'] },
      { call: 'RestoreDBInstanceToPointInTime', types: ['RDS'] },
      { call: 'RestoreTableFromBackup', types: ['DynamoDB'] },
      { call: 'RestoreTableToPointInTime', types: ['DynamoDB'] },
      { call: 'RunInstances', types: ['EC2'] },
    ]);
  });

  it('are each searched for once, for all types that it restores', () => {
    const searches = searchesFor([database('Aurora', 'cluster'), database('RDS', 'cluster')]);
    expect(searches).toEqual([
      { call: 'RestoreDBClusterFromSnapshot', types: ['RDS', 'Aurora'] },
      { call: 'RestoreDBClusterToPointInTime', types: ['RDS', 'Aurora'] },
    ]);
  });

  it('are none where nothing is untested', () => {
    expect(searchesFor([])).toEqual([]);
  });
});

describe('a resource is untested', () => {
  it.each<[string, Partial<RestoreJob>, boolean]>([
    ['unless a restore of it completed', {}, false],
    ['unless a restore of it was validated', { validationStatus: 'SUCCESSFUL' }, false],
    ['if the restore failed', { status: 'FAILED' }, true],
    ['if its validation failed', { validationStatus: 'FAILED' }, true],
    ['if its validation came to what is not known', { validationStatus: 'PARTLY' }, true],
    ['if it is older', { createdAt: NOW - 31 * DAY }, true],
    ['if it was of another', { sourceResourceArn: 'arn:other' }, true],
  ])('%s', (_, fields, expected) => {
    const untested = untestedSince(NOW - 30 * DAY, [tested], [{ ...job, ...fields }]);
    expect(untested).toEqual(expected ? [tested] : []);
  });
});

describe('an inventory', () => {
  const begun = { scope: home, id: 'event', createdAt: NOW - 10 * DAY, status: STARTED, origin: 'cloudtrail' } as const;
  const build = (...restores: readonly Partial<RestoreJob>[]): readonly RestoreJob[] => {
    const builder = new InventoryBuilder(NOW);
    builder.addPoint(point());
    builder.addNativeRestores(restores.map((restore) => ({ ...begun, ...restore })));
    return builder.build().restoreJobs;
  };

  it('knows the resource of a recovery point that was restored', () => {
    const fromPoint = { nativeCall: 'RunInstances', recoveryPointArn: point().arn };
    expect(build(fromPoint)).toEqual([{ ...begun, ...fromPoint, sourceResourceArn: instance().arn }]);
  });

  it('keeps a restore of what is not known only where the call restores nothing but backups', () => {
    const restores = ['RestoreDBInstanceFromDBSnapshot', 'CreateVolume', 'RunInstances'].map((nativeCall) => ({
      ...{ id: nativeCall, nativeCall, recoveryPointArn: 'arn:gone' },
    }));
    expect(build(...restores).map(({ id }) => id)).toEqual(['RestoreDBInstanceFromDBSnapshot']);
  });

  it('joins what two records know of one restore, whichever came first', () => {
    const [bare, named] = [{ nativeCall: 'CreateVolume' }, { sourceResourceArn: volume().arn }];
    const both = [{ ...begun, ...bare, ...named }];
    expect(build(bare, named)).toEqual(both);
    expect(build(named, bare)).toEqual(both);
  });
});
