import type { Instant } from '../model/instant.js';
import type { Acceptance } from './disposition.js';
import type { Subjects } from './exclusion.js';
import { partitionJudge } from './judge-partition.js';
import { settlePartition } from './merge-judged.js';
import type { SettledPartition } from './merge-judged.js';
import { commonOfData, partitionOfData } from './partition-data.js';
import type { CommonData, PartitionData } from './partition-data.js';
import { settingsInOrder } from './rule-settings.js';
import type { ActiveRule } from './rule-settings.js';
import { settlingBy } from './settling.js';

/** The evidence and settings that all partitions of an inventory share, as plain data: for another thread. */
export interface JudgingData {
  readonly common: CommonData;
  readonly subjects: Subjects;
  readonly now: Instant;
  readonly acceptance: Acceptance;
}

/** Judges partitions in a thread that has nothing but what it is given: the rules of the run, and data. */
export function judgeApart(
  { common: data, subjects, now, acceptance }: JudgingData,
  rules: readonly ActiveRule[],
): (partition: PartitionData) => SettledPartition {
  const common = commonOfData(data);
  const { judge } = partitionJudge(settingsInOrder(rules), common, subjects, now);
  return (partition) => settlePartition(judge(partitionOfData(partition, common)), settlingBy(acceptance, now));
}
