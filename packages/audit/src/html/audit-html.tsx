import { htmlDocument, styleSheet } from '@backproof/report-html';
import type { Audit } from '../audit.js';
import { changes } from './changes.js';
import { conclusion } from './conclusion.js';
import { SECTIONS } from './contents.js';
import { controls } from './controls.js';
import { exceptions } from './exceptions.js';
import { history } from './history.js';
import { integrity, signoff } from './integrity.js';
import { parameters, reading, runs, scope } from './method.js';
import { population } from './population.js';
import { recovery } from './recovery.js';
import { restores, waivers } from './registers.js';
import { responses } from './responses.js';
import { sample } from './sample.js';
import { STYLE } from './style.js';
import { walkthroughs } from './walkthroughs.js';
import { day } from '../days.js';

/** The audit as one file that can be read anywhere: it loads nothing, runs nothing, and prints. */
export function auditHtml(audit: Audit): Generator<string> {
  const { period, tool, conclusion: found } = audit;
  const frame = {
    title: `${found.result}: backup audit ${period.name}`,
    heading: `Backup audit ${period.name}`,
    lead: (
      <>
        From <time datetime={period.from}>{day(period.from)}</time> to before{' '}
        <time datetime={period.until}>{day(period.until)}</time>, UTC
      </>
    ),
    contents: Object.values(SECTIONS),
    footer: (
      <>
        {tool.name} {tool.version}, from a ledger whose last manifest is{' '}
        <code>{audit.integrity.head?.sha256 ?? 'none'}</code>
      </>
    ),
    style: styleSheet(`Backup audit ${period.name}`) + STYLE,
  };
  return htmlDocument(frame, sections(audit));
}

function* sections(audit: Audit): Generator<string> {
  yield* conclusion(audit);
  yield* controls(audit);
  yield* walkthroughs(audit);
  yield* exceptions(audit);
  yield* responses(audit);
  yield* changes(audit);
  yield* restores(audit);
  yield* recovery(audit);
  yield* waivers(audit);
  yield* population(audit);
  yield* sample(audit);
  yield* scope(audit);
  yield* runs(audit);
  yield* reading(audit);
  yield* parameters(audit);
  yield* history(audit);
  yield* integrity(audit);
  yield* signoff();
}
