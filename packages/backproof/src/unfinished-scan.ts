import type { Inventory, ReportedRun } from '@backproof/core';
import { messageOf } from './message-of.js';

/** The parts of a scan that there are, where the rest of it failed. */
interface Finished {
  readonly inventory: Inventory;
  readonly run?: ReportedRun;
}

/** An estate was read, and then could not be judged, or the run not recorded. What was done is kept here. */
export class UnfinishedScanError extends Error {
  override readonly name = 'UnfinishedScanError';
  readonly inventory: Inventory;
  /** Undefined: the inventory could not be judged. */
  readonly run: ReportedRun | undefined;

  constructor(cause: unknown, { inventory, run }: Finished) {
    super(messageOf(cause), { cause });
    this.inventory = inventory;
    this.run = run;
  }
}

/** Does the next step of a scan. @throws UnfinishedScanError if it fails, with what was done before */
export async function keeping<T>(finished: Finished, step: () => T | Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    throw new UnfinishedScanError(error, finished);
  }
}
