import { IN_MEMORY, SchemaVersionError } from '@backproof/core';
import type { Instant, Inventory, Spool } from '@backproof/core';
import { openInventoryIn } from '../inventory-file.js';
import { messageOf } from '../message-of.js';
import type { JudgingFlags } from './program/flags.js';
import { UsageError } from './usage-error.js';

/** The inventory in a file. @throws UsageError if it cannot be read */
export async function openInventoryOf(path: string, spool: Spool = IN_MEMORY): Promise<Inventory> {
  try {
    return await openInventoryIn(spool, path);
  } catch (error) {
    if (error instanceof SchemaVersionError) throw new UsageError(`${path} ${error.fault}`, { cause: error });
    throw new UsageError(
      `cannot read the inventory ${path}: ${messageOf(error)}. Write one with: backproof scan --save-inventory FILE`,
      { cause: error },
    );
  }
}

/** The earlier inventories that are given as history. @throws UsageError if one cannot be read */
export async function openHistory({ history = [] }: JudgingFlags): Promise<readonly Inventory[]> {
  return Promise.all(history.map((path) => openInventoryOf(path)));
}

/** The records of the ledger, if one is given, from before a point in time. @throws LedgerError if it cannot be read */
export async function rememberedBefore(moment: Instant, { ledger }: JudgingFlags): Promise<readonly Inventory[]> {
  if (ledger === undefined) return [];
  const { readHistory } = await import('@backproof/ledger');
  return [await readHistory(ledger, moment)];
}
