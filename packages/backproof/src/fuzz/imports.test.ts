import { importJobs } from '@backproof/aws';
import { inventoryLines, readInventory } from '@backproof/core';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { always } from './fuzz.fixture.js';
import { damaged, damages, mutated, mutations } from './mutations.fixture.js';

const NOW = Date.UTC(2026, 10, 22);
const JOB = {
  ...{ accountId: '111111111111', region: 'eu-west-1', jobStatus: 'COMPLETED' },
  ...{ creationDate: '2026-11-01T05:00:00Z', completionDate: '2026-11-01T06:00:00.5+01:00' },
};
const POINT = 'arn:aws:backup:eu-west-1:111111111111:recovery-point:1';
const ITEMS = [
  { ...JOB, restoreJobId: 'r', recoveryPointArn: POINT, validationStatus: 'SUCCESSFUL' },
  { ...JOB, copyJobId: 'c', resourceArn: 'arn:aws:ec2:x:1:volume/v', destinationBackupVaultArn: 'arn:aws:backup:x' },
  { ...JOB, backupJobId: 'b', resourceArn: 'arn:aws:ec2:x:1:volume/v', backupPlanArn: 'arn:x:backup-plan:p' },
];
const EVENT = {
  ...{ eventSource: 'backup.amazonaws.com', eventName: 'StartRestoreJob', eventTime: '2026-11-01T05:00:00Z' },
  ...{ recipientAccountId: '111111111111', awsRegion: 'eu-west-1' },
  requestParameters: { recoveryPointArn: POINT },
  responseElements: { restoreJobId: 'r' },
};
const FILES: readonly unknown[] = [
  { reportItems: ITEMS },
  { Records: [EVENT, EVENT] },
  { Events: [{ CloudTrailEvent: JSON.stringify(EVENT) }] },
];
const [first] = ITEMS;
const CSV = `${Object.keys(first ?? {}).join()}\n${Object.values(first ?? {}).join()}\n`;

/** The words of a fault of this code. */
const NO_WORDS = /undefined|Cannot read|is not a function/;

/** Fails unless a file is refused in words, or what is read of it can be read again. */
async function check(bytes: Uint8Array): Promise<void> {
  try {
    const { inventory, notUnderstood } = importJobs('file.json', bytes, NOW);
    expect(notUnderstood.filter((each) => NO_WORDS.test(each))).toEqual([]);
    if (inventory !== undefined) await readInventory(inventoryLines(inventory));
  } catch (error) {
    const isRefused = error instanceof Error && error.name === 'ImportError';
    if (!isRefused || NO_WORDS.test(error.message)) throw error;
  }
}

describe('a file that AWS wrote', () => {
  it('is imported or refused after any change', async () => {
    const change = fc.array(mutations, { minLength: 1, maxLength: 3 });
    await always(fc.tuple(fc.constantFrom(...FILES), change), async ([file, made]) => {
      await check(Buffer.from(JSON.stringify(made.reduce(mutated, file))));
    });
  });

  it('is imported or refused after any damage', async () => {
    const texts = [...FILES.map((file) => JSON.stringify(file)), CSV];
    await always(fc.tuple(fc.constantFrom(...texts), damages), async ([text, damage]) => {
      await check(damaged(Buffer.from(text), damage));
    });
  });
});
