import { CALENDAR_DAYS, count, DAY } from '@backproof/core';
import type { Protection, ReportedRun } from '@backproof/core';
import type { VNode } from 'preact';
import { CalendarAxis, CalendarStrip } from '../components/calendar.js';
import { Kind } from '../components/kind.js';
import { LeftOut } from '../components/left-out.js';
import { Place } from '../components/resource.js';
import { section } from '../components/section.js';
import { table } from '../components/table.js';
import { calendarFigures } from '../digest/calendar-figures.js';
import type { CalendarFigures, Regularity } from '../digest/calendar-figures.js';
import type { Mark, NamedResource, RunDigest } from '../digest/run-digest.js';
import { markup } from '../markup.js';
import { day, inWords, moment, number } from '../words.js';
import { SECTIONS } from './contents.js';

interface Blank {
  readonly protection: Protection;
  readonly named: NamedResource | undefined;
}

interface Row extends Blank {
  readonly figures: CalendarFigures;
}

/** A strip of a year for each of the worst resources, with its numbers. */
export function* calendar(run: ReportedRun, { protection, named }: RunDigest): Generator<string> {
  const { drawn, blanks, resources, blank } = protection;
  const now = Date.parse(run.now);
  const lead = <Lead blank={blank} resources={resources} drawn={drawn.length > 0} />;
  yield* section(SECTIONS.calendar, lead, pieces());

  function* pieces(): Generator<string> {
    if (blanks.length > 0) yield* blankTable(blanks, named);
    yield markup(<LeftOut shown={blanks.length} of={blank} noun="resources without a point" />);
    if (drawn.length > 0) {
      yield* table<Row>({
        caption: `From ${day(now - (CALENDAR_DAYS - 1) * DAY)} at the left to ${day(now)} at the right; failing and unknown resources first`,
        columns: [
          { title: 'Resource', cell: (row) => <Judged row={row} /> },
          { title: <AxisTitle now={now} />, label: 'Points', cell: (row) => <Strip row={row} now={now} /> },
          { title: 'Regularity', cell: ({ figures }) => <Figures figures={figures} /> },
        ],
        rows: drawn.map((each) => ({
          protection: each,
          named: named.get(each.arn),
          figures: calendarFigures(each.calendar),
        })),
        atFirst: 20,
      });
    }
    yield markup(<LeftOut shown={drawn.length} of={resources - blank} noun="calendars" />);
  }
}

/** They have no strip: there is nothing to draw. */
function blankTable(blanks: readonly Protection[], named: RunDigest['named']): Generator<string> {
  return table<Blank>({
    caption: `Without any recovery point of the last ${CALENDAR_DAYS} days`,
    columns: [
      { title: 'Resource', cell: (row) => <Resource row={row} /> },
      { title: 'Fails', cell: (row) => <Marks marks={row.named?.marks ?? []} /> },
    ],
    rows: blanks.map((protection) => ({ protection, named: named.get(protection.arn) })),
    atFirst: 10,
  });
}

function Lead({
  blank,
  resources,
  drawn,
}: {
  readonly blank: number;
  readonly resources: number;
  readonly drawn: boolean;
}): VNode {
  return (
    <>
      <p>
        {blank === 0
          ? `Each of ${count(resources, 'resource')} has a recovery point of the last ${CALENDAR_DAYS} days.`
          : `${number(blank)} of ${count(resources, 'resource')} ${blank === 1 ? 'has' : 'have'} no recovery point of the last ${CALENDAR_DAYS} days; these come first.`}
      </p>
      {drawn && <Legend />}
    </>
  );
}

function AxisTitle({ now }: { readonly now: number }): VNode {
  return (
    <>
      <span class="unseen">Points</span>
      <CalendarAxis now={now} />
    </>
  );
}

function Legend(): VNode {
  return (
    <>
      <ul class="legend">
        <li>
          <span class="swatch days" /> short: kept under 90 days
        </li>
        <li>
          <span class="swatch months" /> taller: 90 days or longer
        </li>
        <li>
          <span class="swatch years" /> tallest: a year or longer
        </li>
        <li>
          <span class="swatch continuous" /> below the line: continuous, any point in time
        </li>
        <li>
          <span class="swatch unusable" /> low: cannot be used
        </li>
      </ul>
      <p class="detail">
        Regularity counts how many of the last 35 days have something to restore, how many of the last 13 weeks have a
        point that is kept for 90 days or longer, and how many of the last 12 times 30 days have one that is kept for a
        year or longer. It is not a verdict: the rules judge by their own parameters.
      </p>
    </>
  );
}

function Judged({ row }: { readonly row: Blank }): VNode {
  return (
    <>
      <Resource row={row} />
      <Marks marks={row.named?.marks ?? []} />
    </>
  );
}

function Resource({ row: { protection, named } }: { readonly row: Blank }): VNode {
  const { arn, hosts, unread } = protection;
  return (
    <>
      {named === undefined ? (
        <span class="arn">{arn}</span>
      ) : (
        <>
          <span class="name">{named.subject.name}</span> <span class="type">{named.subject.type}</span>
          <span class="detail">
            <Place {...named.subject} />
          </span>
        </>
      )}
      {hosts !== undefined && <span class="detail">also in the backups of {hosts.join(', ')}</span>}
      {unread?.includes('recoveryPoints') && (
        <span class="detail">not all vaults could be read: there may be more points</span>
      )}
    </>
  );
}

function Marks({ marks }: { readonly marks: readonly Mark[] }): VNode | null {
  const shown = marks.filter(({ kind }) => kind !== 'pass' && kind !== 'notApplicable');
  if (shown.length === 0) return null;
  return (
    <ul class="counts">
      {shown.map(({ kind, ruleId, finding }) => (
        <li>
          <Found finding={finding}>
            <Kind kind={kind} label={inWords(ruleId)} />
          </Found>
        </li>
      ))}
    </ul>
  );
}

/** A link to a finding, if that is written. */
function Found({ finding, children }: { readonly finding: string | undefined; readonly children: VNode }): VNode {
  return finding === undefined ? children : <a href={`#${finding}`}>{children}</a>;
}

function Strip({ row: { protection, figures }, now }: { readonly row: Row; readonly now: number }): VNode {
  const { calendar: encoded, points, usable, newest } = protection;
  const { daily, weekly, monthly, longestGap } = figures;
  const words = [
    usable === points ? count(points, 'point') : `${number(usable)} usable of ${count(points, 'point')}`,
    ...(newest === undefined ? [] : [`newest data ${moment(newest)}`]),
    ...(longestGap > 1 ? [`longest gap ${count(longestGap, 'day')}`] : []),
  ].join(', ');
  return (
    <>
      <CalendarStrip
        calendar={encoded}
        now={now}
        label={`${words}; ${ratio(daily)} days, ${ratio(weekly)} weeks, ${ratio(monthly)} months`}
      />
      <span class="detail">{words}</span>
    </>
  );
}

function Figures({ figures: { daily, weekly, monthly } }: { readonly figures: CalendarFigures }): VNode {
  return (
    <dl class="regularity">
      <dt>days</dt>
      <dd>{ratio(daily)}</dd>
      <dt>weeks</dt>
      <dd>{ratio(weekly)}</dd>
      <dt>months</dt>
      <dd>{ratio(monthly)}</dd>
    </dl>
  );
}

function ratio({ kept, of }: Regularity): string {
  return `${kept} of ${of}`;
}
