import { startSandbox } from '@backproof/sandbox';
import { expect, it } from '@jest/globals';
import { restoredEstate } from './bench/history/estate.js';
import { scanForRestores } from './bench/history/scan.js';
import { startVirtualTime } from './faults/virtual-time.js';

it('many accounts are read in the time that the rate of CloudTrail dictates for one', async () => {
  const [accounts, restores] = [12, 300];
  const world = restoredEstate({ accounts, restores });
  const small = restoredEstate({ accounts: 1, restores: 1 });
  // What is imported for the first time takes its time, which the clock must not leap over.
  const warmUp = await startSandbox({ world: small });
  await scanForRestores(small, warmUp);
  await warmUp.close();

  const time = startVirtualTime();
  const sandbox = await startSandbox({ world });
  try {
    const scanned = await scanForRestores(world, sandbox);
    const pages = accounts * 3 * (restores / 50);
    expect(scanned).toEqual({ lookups: pages, restores: accounts * restores, tested: (accounts * restores) / 25 });
    expect(throttled()).toBe(0);
    const leastSeconds = pages / accounts / 2;
    expect(time.passed() / 1000 / leastSeconds).toBeLessThanOrEqual(1.2);
  } finally {
    time.end();
    await sandbox.close();
  }

  function throttled(): number {
    return sandbox.requests.filter(({ operation, outcome }) => operation === 'LookupEvents' && outcome !== 'OK').length;
  }
});
