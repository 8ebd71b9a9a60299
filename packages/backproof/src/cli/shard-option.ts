import type { Shard } from '@backproof/core';
import { UsageError } from './usage-error.js';

/**
 * The part of a scan that `--shard` names: `2/8`, or `auto`, by the number that an engine gives each of its jobs.
 *
 * @source AWS Batch User Guide, job_env_vars; GitLab CI/CD, predefined variables; Kubernetes, Indexed Job
 * @throws UsageError if it is none, or the environment does not say which
 */
export function shardOption(text: string, environment: NodeJS.ProcessEnv = process.env): Shard {
  const [, named, total] = /^(auto|\d{1,6})(?:\/(\d{1,6}))?$/.exec(text) ?? [];
  const index = named === 'auto' ? numberOfJob(environment) : Number(named);
  const of = total === undefined && named === 'auto' ? jobsOf(environment) : Number(total);
  if (index >= 1 && index <= of) return { index, of };
  if (named !== 'auto') throw new UsageError(`"${text}" is not a part of a scan. Write --shard 2/8, or --shard auto.`);
  throw new UsageError(
    'the environment does not say which part this is: --shard auto needs AWS Batch (array jobs) or GitLab (parallel), and --shard auto/N an indexed job of Kubernetes. Write --shard 2/8.',
  );
}

/** From 1. AWS Batch and Kubernetes count from 0. */
function numberOfJob({
  AWS_BATCH_JOB_ARRAY_INDEX: batch,
  JOB_COMPLETION_INDEX: kubernetes,
  CI_NODE_INDEX: gitLab,
}: NodeJS.ProcessEnv): number {
  const fromZero = batch ?? kubernetes;
  return fromZero === undefined ? Number(gitLab) : Number(fromZero) + 1;
}

function jobsOf({ AWS_BATCH_JOB_ARRAY_SIZE: batch, CI_NODE_TOTAL: gitLab }: NodeJS.ProcessEnv): number {
  return Number(batch ?? gitLab);
}
