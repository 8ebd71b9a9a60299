import type { AuditedResource } from '../population.js';
import { MOVEMENTS, neverRestored } from '../population.js';
import { at, auditTable, days, evidenceText, lines } from './table.js';
import type { AuditTable, Columns } from './table.js';

const RESOURCE: Columns<Pick<AuditedResource, 'arn' | 'accountId' | 'region' | 'type' | 'name'>> = {
  arn: ({ arn }) => arn,
  account: ({ accountId }) => accountId,
  region: ({ region }) => region,
  type: ({ type }) => type,
  name: ({ name }) => name,
};

/** A time in minutes, as a cell. */
function minutes(ms: number | undefined): number | undefined {
  return ms === undefined ? undefined : Math.round(ms / 60_000);
}

/** The population, its sample and its restores. */
export const RESOURCE_TABLES: readonly AuditTable[] = [
  auditTable('population', ({ population }) => population.resources, {
    ...RESOURCE,
    owner: ({ owner }) => owner,
    system: ({ system }) => system,
    opening: ({ opening }) => opening,
    closing: ({ closing }) => closing,
    'excluded because': ({ excluded }) => excluded,
    'first listed': ({ first }) => at(first.at),
    'last listed': ({ last }) => at(last.at),
    'last judged': ({ lastJudged }) => at(lastJudged?.at),
    'last restored': ({ lastRestored }) => at(lastRestored),
    'runs that judged it': ({ judgedRuns }) => judgedRuns,
    'runs that excluded it': ({ excludedRuns }) => excludedRuns,
    exceptions: ({ exceptions }) => exceptions,
    'results in the closing run': ({ results }) =>
      lines(Object.entries(results).map(([rule, status]) => `${rule} ${status}`)),
  }),
  auditTable(
    'movements',
    ({ population }) =>
      population.resources.flatMap((resource) => resource.movements.map((movement) => ({ ...resource, movement }))),
    {
      ...RESOURCE,
      change: ({ movement }) => movement.kind,
      meaning: ({ movement }) => MOVEMENTS[movement.kind],
      reason: ({ movement }) => movement.reason,
      'run before': ({ movement }) => at(movement.before.at),
      'seen by the run of': ({ movement }) => at(movement.seen.at),
      'run id': ({ movement }) => movement.seen.id,
    },
  ),
  auditTable(
    'sample',
    ({ sample }) => (sample?.items ?? []).flatMap((item) => item.results.map((result) => ({ ...item, result }))),
    {
      stratum: ({ stratum }) => stratum,
      rank: ({ rank }) => rank,
      sha256: ({ sha256 }) => sha256,
      ...RESOURCE,
      run: ({ run }) => at(run.at),
      'run id': ({ run }) => run.id,
      'inventory sha256': ({ run }) => run.inventorySha256,
      rule: ({ result }) => result.ruleId,
      status: ({ result }) => result.status,
      disposition: ({ result }) => result.disposition,
      message: ({ result }) => result.message,
      evidence: ({ result }) => evidenceText(result.evidence),
      'recovery points': ({ points }) =>
        lines(points.map(({ createdAt, status, recoveryPointArn }) => `${createdAt} ${status} ${recoveryPointArn}`)),
      restores: ({ restores }) =>
        lines(restores.map(({ startedAt, status, jobId }) => `${startedAt} ${status} ${jobId}`)),
    },
  ),
  auditTable('restores', ({ restores }) => restores, {
    job: ({ jobId }) => jobId,
    account: ({ accountId }) => accountId,
    region: ({ region }) => region,
    kind: ({ kind }) => kind,
    resource: ({ resourceArn }) => resourceArn,
    'recovery point': ({ recoveryPointArn }) => recoveryPointArn,
    'restore testing plan': ({ testingPlanArn }) => testingPlanArn,
    status: ({ status }) => status,
    validation: ({ validationStatus }) => validationStatus,
    started: ({ startedAt }) => at(startedAt),
    completed: ({ completedAt }) => at(completedAt),
    minutes: ({ tookMs }) => minutes(tookMs),
    message: ({ message }) => message,
    origin: ({ origin }) => origin,
    recorded: ({ recorded }) => at(recorded.at),
    'recorded by': ({ recorded }) => recorded.id,
  }),
  auditTable('never-restored', ({ population }) => neverRestored(population), {
    ...RESOURCE,
    owner: ({ owner }) => owner,
    system: ({ system }) => system,
  }),
  auditTable('recovery-objectives', ({ recovery }) => recovery.objectives, {
    run: (run) => at(run.at),
    'run id': ({ id }) => id,
    met: ({ tally }) => tally.pass,
    'not met': ({ tally }) => tally.open + tally.baseline,
    waived: ({ tally }) => tally.waived,
    unknown: ({ tally }) => tally.unknown,
    'not applicable': ({ tally }) => tally.notApplicable,
  }),
  auditTable('restore-times', ({ recovery }) => recovery.times, {
    type: ({ type }) => type,
    month: ({ month }) => month,
    restores: ({ restores }) => restores,
    resources: ({ resources }) => resources,
    'median minutes': ({ medianMs }) => minutes(medianMs),
    'longest minutes': ({ longestMs }) => minutes(longestMs),
  }),
  auditTable('restore-coverage', ({ recovery }) => recovery.coverage, {
    type: ({ type }) => type,
    judged: ({ judged }) => judged,
    'restored within the year': ({ withinYear }) => withinYear,
    'restored earlier': ({ earlier }) => earlier,
    'no known restore': ({ never }) => never,
  }),
  auditTable('restore-gaps', ({ restoreGaps }) => restoreGaps, {
    account: ({ accountId }) => accountId,
    region: ({ region }) => region,
    from: ({ from }) => at(from),
    to: ({ to }) => at(to),
  }),
  auditTable('aws-config', ({ population }) => population.config.counts, {
    account: ({ accountId }) => accountId,
    region: ({ region }) => region,
    'type in AWS Config': ({ configType }) => configType,
    'listed by the scan': ({ listed }) => listed,
    'counted by AWS Config': ({ counted }) => counted,
    missing: ({ missing }) => missing,
    result: ({ result }) => result,
  }),
  auditTable('time-to-compliance', ({ timeToCompliance }) => timeToCompliance, {
    rule: ({ ruleId }) => ruleId,
    remedied: ({ closed }) => closed,
    'mean days': ({ meanMs }) => days(meanMs),
    open: ({ open }) => open,
  }),
];
