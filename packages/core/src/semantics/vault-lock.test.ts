import { describe, expect, it } from '@jest/globals';
import { DAY } from '../model/instant.js';
import { lockConflict, lockMode } from './vault-lock.js';

const NOW = Date.UTC(2026, 6, 1);

describe('lockMode', () => {
  it.each([
    ['not locked', 'BACKUP_VAULT', undefined, 'none'],
    ['locked without a date', 'BACKUP_VAULT', { minRetentionDays: 7 }, 'governance'],
    ['can be lifted until tomorrow', 'BACKUP_VAULT', { immutableFrom: NOW + DAY }, 'coolingOff'],
    ['immutable from this moment on', 'BACKUP_VAULT', { immutableFrom: NOW }, 'compliance'],
    ['immutable since yesterday', 'BACKUP_VAULT', { immutableFrom: NOW - DAY }, 'compliance'],
    ['air-gapped vaults are always locked', 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT', undefined, 'compliance'],
  ] as const)('%s', (_, vaultType, lock, expected) => {
    expect(lockMode({ vaultType, ...(lock && { lock }) }, NOW)).toBe(expected);
  });
});

describe('lockConflict', () => {
  it.each([
    ['no lock', undefined, 1],
    ['a lock without bounds', {}, 'forever'],
    ['the minimum itself', { minRetentionDays: 7 }, 7],
    ['the maximum itself', { maxRetentionDays: 90 }, 90],
    ['forever is above any minimum', { minRetentionDays: 7 }, 'forever'],
  ] as const)('none: %s', (_, lock, retention) => {
    expect(lockConflict(lock, retention)).toBeUndefined();
  });

  it.each([
    [{ minRetentionDays: 7, maxRetentionDays: 90 }, 6, 'shorter-than-minimum', 7, false],
    [{ minRetentionDays: 7, maxRetentionDays: 90 }, 365, 'longer-than-maximum', 90, false],
    [{ maxRetentionDays: 90 }, 'forever', 'longer-than-maximum', 90, true],
  ] as const)('%j refuses %s', (lock, retention, kind, limitDays, assumed) => {
    expect(lockConflict(lock, retention)).toEqual({ kind, retention, limitDays, assumed });
  });
});
