import type { ActiveRule, JudgingData, PartitionData } from '@backproof/core';
import type { PackedPartition } from './packed-partition.js';

/** The data that a worker thread gets at its start. */
export interface JudgeSetup {
  readonly shared: JudgingData;
  readonly rules: readonly RuleByName[];
  /** The modules of packs, by their URLs. */
  readonly packs: readonly string[];
}

/** A rule with its settings, by its name: functions cannot be given to another thread. */
interface RuleByName extends Omit<ActiveRule, 'rule'> {
  readonly id: string;
  readonly version: string;
}

/** A partition to judge. */
export interface JudgeQuestion {
  readonly number: number;
  readonly partition: PartitionData;
}

/** The result of judging a partition, or the reason why there is none. */
export type JudgeAnswer =
  | { readonly number: number; readonly packed: PackedPartition; readonly error?: never }
  | { readonly number: number; readonly error: string };
