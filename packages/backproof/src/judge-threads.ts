import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { evaluationOf, fairPartitions, inventoryHashInSteps } from '@backproof/core';
import type {
  Evaluation,
  EvaluateRequest,
  Inventory,
  PartitionData,
  PartitionTask,
  ReportedRun,
  Spool,
} from '@backproof/core';
import type { JudgeAnswer, JudgeQuestion, JudgeSetup } from './judge-messages.js';
import { storePacked } from './packed-partition.js';
import type { PackedPartition } from './packed-partition.js';

/** From a source at the top of `src` and from the bundle alike. */
const WORKER = new URL('../dist/judge-worker.js', import.meta.url);

/** While a worker judges a partition, it has the next one already. */
const PARTITIONS_A_WORKER = 2;

/** The threads that judge. */
export interface Threads {
  /** With the one of the caller. */
  readonly count: number;
  /** The modules of packs that the others load, by their URLs. */
  readonly packs: readonly string[];
}

/**
 * Evaluates as `evaluateInParts` of core does, with the same run, byte for byte: worker threads judge partitions while this one
 * takes the hash of the inventory, and then judges too. What a worker cannot judge, as it ended or failed, is judged here.
 * @throws OptionsError if a rule's options do not fit its schema.
 */
export async function evaluateInThreads(
  request: EvaluateRequest,
  spool: Spool,
  { count, packs }: Threads,
): Promise<ReportedRun> {
  const { inventory, rules } = request;
  const evaluation = evaluationOf({ ...request, partitionKey: fairPartitions(inventory, count) }, spool);
  const named = rules.map(({ rule: { id, version }, ...setting }) => ({ id, version, ...setting }));
  const setup = { shared: evaluation.shared(), rules: named, packs };
  const tasks = evaluation.tasks.values();
  const workers = Array.from({ length: Math.min(count, evaluation.tasks.length) - 1 }, () => startWorker(setup));
  try {
    const judging = workers.flatMap((worker) =>
      Array.from({ length: PARTITIONS_A_WORKER }, () => judgeBy(worker, tasks, evaluation, spool)),
    );
    const sha256 = await hashOf(inventory);
    for (const { judge } of tasks) {
      evaluation.add(judge());
      await setImmediate();
    }
    await Promise.all(judging);
    return evaluation.end(sha256);
  } finally {
    await Promise.all(workers.map(({ end }) => end()));
  }
}

/** Gives a worker one partition after the other. */
async function judgeBy(
  worker: JudgeWorker,
  tasks: Iterable<PartitionTask>,
  evaluation: Evaluation,
  spool: Spool,
): Promise<void> {
  for (const { data, judge } of tasks) {
    const packed = await worker.judge(data());
    evaluation.add(packed === undefined ? judge() : storePacked(packed, spool));
    if (worker.hasEnded()) return;
  }
}

async function hashOf(inventory: Inventory): Promise<string> {
  const steps = inventoryHashInSteps(inventory);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    // The answers of workers come in between.
    await setImmediate();
  }
}

interface JudgeWorker {
  /** Undefined: it did not, as it failed or ended. */
  readonly judge: (partition: PartitionData) => Promise<PackedPartition | undefined>;
  readonly hasEnded: () => boolean;
  readonly end: () => Promise<unknown>;
}

function startWorker(setup: JudgeSetup): JudgeWorker {
  const worker = new Worker(WORKER, { workerData: setup });
  const waiting = new Map<number, (packed: PackedPartition | undefined) => void>();
  let asked = 0;
  let hasEnded = false;
  const ended = (): void => {
    hasEnded = true;
    for (const answer of waiting.values()) answer(undefined);
    waiting.clear();
  };
  worker.on('message', (answer: JudgeAnswer) => {
    waiting.get(answer.number)?.(answer.error === undefined ? answer.packed : undefined);
    waiting.delete(answer.number);
  });
  // An error ends it: the event `exit` follows.
  worker.on('error', ended).on('messageerror', ended).on('exit', ended);
  return {
    judge: (partition) =>
      new Promise((resolve) => {
        const number = ++asked;
        waiting.set(number, resolve);
        if (hasEnded) ended();
        else worker.postMessage({ number, partition } satisfies JudgeQuestion);
      }),
    hasEnded: () => hasEnded,
    end: () => worker.terminate(),
  };
}
