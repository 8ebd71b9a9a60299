import { provenText } from '@backproof/core';
import type { DrillReport } from '@backproof/core';
import { section } from '../components/section.js';
import { lossTable } from '../drill/loss-table.js';
import { resourceMatrix } from '../drill/matrix.js';
import { SECTIONS } from './contents.js';

/** The effect of losses: by loss, and resources by losses, those of which the least is left first. */
export function* losses(drill: DrillReport): Generator<string> {
  const lead = (
    <>
      <p>
        An age is that of the newest data that comes back after a loss, computed from evidence.{' '}
        <code>backproof drill</code> names the steps that would save most.
      </p>
      <p>{provenText(drill.summary)}</p>
    </>
  );
  yield* section(SECTIONS.losses, lead, pieces());

  function* pieces(): Generator<string> {
    yield* lossTable(drill.losses, drill.summary);
    yield* resourceMatrix(drill, 'The JSON of backproof drill');
  }
}
