import type { Fix, FixContext } from './fix.js';

/** The jobs of each kind: the call that lists them, and their name. @source API ListBackupJobs, ListCopyJobs, ListRestoreJobs */
const JOBS = {
  backup: { operation: 'backup:ListBackupJobs', name: 'backup jobs' },
  copy: { operation: 'backup:ListCopyJobs', name: 'copy jobs' },
} as const;

/** Lists the jobs about a resource: the newest that failed names the cause. */
export function lookAtJobs({ resource }: FixContext, kind: keyof typeof JOBS): readonly Fix[] {
  const { operation, name } = JOBS[kind];
  return [
    {
      sentence: `Find the cause in its ${name}: AWS Backup says it in the message of each that failed.`,
      commands: [{ operation, region: resource.region, input: { ByResourceArn: resource.arn } }],
    },
  ];
}

/** Lists the restores of a resource that AWS Backup remembers. @source API ListRestoreJobsByProtectedResource */
export function lookAtRestores({ resource: { arn, region } }: FixContext): readonly Fix[] {
  return [
    {
      sentence: 'Find the cause in its restore jobs: AWS Backup says it in the message of each that failed.',
      commands: [{ operation: 'backup:ListRestoreJobsByProtectedResource', region, input: { ResourceArn: arn } }],
    },
  ];
}
