import { expect, it } from '@jest/globals';
import type { NativeBackup } from '../model/evidence.js';
import { HOUR } from '../model/instant.js';
import { home, NOW } from '../model/records.fixture.js';
import type { ResourceState } from '../model/resource.js';
import { stoppedSince } from './stopped.js';

const backup = (latestRestorableAt?: number, enabled = true): NativeBackup => ({
  scope: home,
  resourceArn: 'arn',
  mechanism: 'rds-automated-backups',
  enabled,
  ...(latestRestorableAt !== undefined && { latestRestorableAt }),
});
const stopped: ResourceState = { is: 'stopped', word: 'stopped' };

it.each<[string, ResourceState | undefined, readonly NativeBackup[], number | undefined]>([
  ['nothing where it runs', { is: 'available', word: 'available' }, [backup(NOW)], undefined],
  ['nothing where its state was not read', undefined, [backup(NOW)], undefined],
  ['what AWS reports', { ...stopped, since: NOW - 9 * HOUR }, [backup(NOW)], NOW - 9 * HOUR],
  ['the last restorable moment', stopped, [backup(NOW - 5 * HOUR), backup(NOW - 4 * HOUR)], NOW - 4 * HOUR],
  ['the last restorable moment, while it is being started', { is: 'transient', word: 'starting' }, [backup(NOW)], NOW],
  ['nothing while it is being changed', { is: 'transient', word: 'modifying' }, [backup(NOW)], undefined],
  ['nothing by backups that are off or restore nothing', stopped, [backup(NOW, false), backup()], undefined],
])('a resource stopped at %s', (_, state, natives, expected) => {
  expect(stoppedSince(state, natives)).toBe(expected);
});
