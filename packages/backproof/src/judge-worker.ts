/**
 * The module of a worker thread, which judges partitions of an inventory. It has nothing but what it is given: the names of
 * the rules, the common part of the inventory, and one partition after the other.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { judgeApart } from '@backproof/core';
import type { ActiveRule, Rule } from '@backproof/core';
import { packOf } from './config/packs.js';
import type { JudgeAnswer, JudgeQuestion, JudgeSetup } from './judge-messages.js';
import { packPartition } from './packed-partition.js';
import { messageOf } from './message-of.js';
import { RULES } from './rules.js';

const { shared, rules, packs } = workerData as JudgeSetup;
const judge = judgeApart(shared, await activeRules());

parentPort?.on('message', ({ number, partition }: JudgeQuestion) => {
  try {
    const { packed, buffers } = packPartition(judge(partition));
    parentPort?.postMessage({ number, packed } satisfies JudgeAnswer, buffers);
  } catch (error) {
    parentPort?.postMessage({ number, error: messageOf(error) } satisfies JudgeAnswer);
  }
});

/** The rules of the run, as this thread has them. @throws Error if it has another version of one, or none */
async function activeRules(): Promise<readonly ActiveRule[]> {
  const ofPacks = await Promise.all(packs.map(packOf));
  const known = new Map<string, Rule>(
    [...RULES, ...ofPacks.flatMap(({ rules }) => rules)].map((rule) => [rule.id, rule]),
  );
  return rules.map(({ id, version, ...setting }) => {
    const rule = known.get(id);
    if (rule?.version !== version) throw new Error(`rule "${id}" is not the same in every thread`);
    return { rule, ...setting };
  });
}
