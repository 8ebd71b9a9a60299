import { DAY, evaluate, InventoryBuilder } from '@backproof/core';
import { recordRun } from '@backproof/ledger';

/**
 * Appends one run after the other to a ledger until it is killed, and says when each has been recorded.
 *
 * Each writer has a day of its own, so that none has to look through what the others wrote.
 *
 * Usage: node append-runs.js FOLDER SEED
 */
const [, , folder, seed] = process.argv;
const scope = { partition: 'aws', accountId: '111111111111', region: 'eu-west-1' };

process.send?.('ready');
for (let n = 1; ; n++) {
  const takenAt = Date.UTC(2026, 0, 1) + Number(seed) * DAY + n;
  const builder = new InventoryBuilder(takenAt);
  builder.add('scopes', scope);
  builder.add('populations', { kind: 'restoreJobs', scope, count: 1, pages: 1, status: 'complete' });
  builder.add('restoreJobs', {
    scope,
    id: `job-${takenAt}`,
    createdAt: takenAt,
    status: 'COMPLETED',
    sourceResourceArn: 'arn:a',
  });
  const inventory = builder.build();
  const run = evaluate({ inventory, rules: [], now: takenAt, tool: { name: 'test', version: '1' } });
  await recordRun(folder, inventory, run);
  process.send?.(takenAt);
}
