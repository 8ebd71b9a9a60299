import { count } from '@backproof/core';
import type { TallyKind } from '@backproof/core';
import { Kind, moment, number, Place, ResourceName, section } from '@backproof/report-html';
import type { VNode } from 'preact';
import type { Audit } from '../audit.js';
import type { AuditedSample, SampledPoint, SampledResource, SampledResult } from '../sample.js';
import { SECTIONS } from './contents.js';
import { Finding } from './finding.js';
import { longTable } from './long-table.js';
import { At, RunId } from './words.js';

/** The sample, how it was drawn, and the evidence of each resource. */
export function* sample({ sample: drawn }: Audit): Generator<string> {
  if (drawn === undefined) {
    yield* section(
      SECTIONS.sample,
      <p class="none">
        No sample was asked for: all resources were judged. To draw one, write <code>--sample 25 --seed SEED</code>.
      </p>,
    );
    return;
  }
  const rows = longTable<SampledResource>({
    caption: 'Sampled resources',
    columns: [
      {
        title: 'Resource',
        cell: (item) => (
          <>
            <ResourceName subject={item} />
            <Place {...item} />
            <span class="detail">
              {item.stratum} {number(item.rank)}
            </span>
            <span class="arn">{item.sha256}</span>
          </>
        ),
      },
      { title: 'Results', cell: ({ results }) => results.map((result) => <Result result={result} />) },
      {
        title: 'Recovery points and restores',
        cell: ({ points, restores }) => (
          <>
            {points.length === 0 && <span class="none">no recovery point</span>}
            {points.map((point) => (
              <Point point={point} />
            ))}
            {restores.map(({ startedAt, status, jobId }) => (
              <span class="detail">
                restored {moment(startedAt)}, {status}
                <span class="arn">job {jobId}</span>
              </span>
            ))}
          </>
        ),
      },
      {
        title: 'Run',
        cell: ({ run }) => (
          <>
            <At run={run} />
            <RunId run={run} />
          </>
        ),
      },
    ],
    rows: drawn.items,
    atFirst: 25,
  });
  yield* section(SECTIONS.sample, <Method drawn={drawn} />, rows);
}

function Method({ drawn: { size, seed, by, from, items } }: { readonly drawn: AuditedSample }): VNode {
  return (
    <p>
      {count(items.length, 'resource')} of the {number(from)} that a run of the population judged, drawn with the seed{' '}
      <code>{seed}</code>: {number(size)} {by === undefined ? 'of all' : `of each ${by}`}, or all if there are fewer.
      The resources are ordered by the SHA-256 of seed, line feed, Region, line feed and ARN in UTF-8, and the first are
      drawn. The same population and seed give the same sample. Results and recovery points are those of the last run
      that judged the resource.
    </p>
  );
}

function Result({ result }: { readonly result: SampledResult }): VNode {
  const { ruleId, status, disposition, waiver } = result;
  return (
    <>
      <p class="rule">
        {ruleId} <Kind kind={kindOf(result)} label={status === 'notApplicable' ? 'not applicable' : status} />
        {disposition === 'waived' && <span class="detail">waived by {waiver}</span>}
        {disposition === 'baseline' && <span class="detail">in the baseline</span>}
      </p>
      <Finding finding={result} />
    </>
  );
}

function kindOf({ status, disposition }: SampledResult): TallyKind {
  if (status === 'pass' || status === 'unknown' || status === 'notApplicable') return status;
  return disposition === 'waived' || disposition === 'baseline' ? disposition : 'open';
}

function Point({ point }: { readonly point: SampledPoint }): VNode {
  const { recoveryPointArn, vaultArn, status, createdAt, sourceVaultArn, planId } = point;
  return (
    <span class="detail">
      {moment(createdAt)}, {status}
      {sourceVaultArn !== undefined && ', a copy'}
      <span class="arn">{recoveryPointArn}</span>
      <span class="arn">in {vaultArn}</span>
      {planId !== undefined && <span class="arn">by plan {planId}</span>}
    </span>
  );
}
