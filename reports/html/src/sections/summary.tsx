import { count, gateSentence, SEVERITIES, UNKNOWN_KINDS, UNKNOWN_NAMES, unknownTallyText } from '@backproof/core';
import type { GatePolicy, GateResult, ReportedRun, RuleInRun } from '@backproof/core';
import type { ComponentChildren, VNode } from 'preact';
import { Bar, Kind, KindCounts, SeverityBadge } from '../components/kind.js';
import { section } from '../components/section.js';
import { table } from '../components/table.js';
import type { TrendPoint } from '../components/trend.js';
import { severityRank } from '../digest/outcome-groups.js';
import { sumOfTallies } from '../digest/tallies.js';
import { markup } from '../markup.js';
import { inWords, number } from '../words.js';
import { SECTIONS } from './contents.js';
import { trend } from './trend.js';

const VERDICTS: Readonly<Record<GateResult, { readonly word: string; readonly meaning: string }>> = {
  clean: { word: 'Passed', meaning: 'Every list was read completely.' },
  violations: { word: 'Failed', meaning: 'Every list was read completely, and requirements are not met.' },
  incomplete: {
    word: 'Incomplete',
    meaning: 'Not everything could be read or determined: there may be more violations than those found.',
  },
};

/** The verdict and its reasons, then the figures, the rules, and the trend against earlier runs. */
export function* summary(run: ReportedRun, resources: number, history: readonly TrendPoint[]): Generator<string> {
  yield* section(SECTIONS.summary, <Verdict run={run} />, pieces());

  function* pieces(): Generator<string> {
    yield markup(<Figures run={run} resources={resources} />);
    if (run.rules.length > 0) yield* byRule(run);
    yield* trend(run, history);
  }
}

function Verdict({ run }: { readonly run: ReportedRun }): VNode {
  const { result, reasons, policy } = run.gate;
  const { word, meaning } = VERDICTS[result];
  return (
    <div class={`verdict ${result}`}>
      <p class="word">{word}</p>
      <div>
        <p>{gateSentence(run)}</p>
        <p>{meaning}</p>
        {reasons.length > 0 && (
          <ul>
            {reasons.toReversed().map((reason) => (
              <li>{reason}</li>
            ))}
          </ul>
        )}
        <p class="policy">{policyText(policy)}</p>
      </div>
    </div>
  );
}

function policyText({ failOn, allowed, unknown }: GatePolicy): string {
  const allowance = SEVERITIES.flatMap((severity) => {
    const most = allowed[severity] ?? 0;
    return most > 0 ? [`${number(most)} ${severity}`] : [];
  });
  const violations = failOn === 'never' ? 'no violation counts' : `violations of severity ${failOn} or higher count`;
  const unknowns =
    typeof unknown === 'string'
      ? `unknown outcomes ${unknown === 'allow' ? 'are allowed' : 'count'}`
      : `unknown outcomes count, except ${unknown.map(exceptionText).join(', ')}`;
  const parts = [
    violations,
    ...(allowance.length > 0 ? [`up to ${allowance.join(' and ')} are allowed`] : []),
    unknowns,
  ];
  return `Gate: ${parts.join('; ')}.`;
}

/** A kind of unknown outcomes, or a rule, whose unknown outcomes are allowed. */
function exceptionText(allowed: string): string {
  const kind = UNKNOWN_KINDS.find((each) => each === allowed);
  return kind === undefined ? `those of ${allowed}` : `what is ${UNKNOWN_NAMES[kind]}`;
}

function Figures({ run, resources }: { readonly run: ReportedRun; readonly resources: number }): VNode {
  const tally = sumOfTallies(run.rules.map((rule) => rule.tally));
  return (
    <ul class="figures">
      <Figure value={resources} word="resources judged" />
      <Figure value={tally.pass} word={<Kind kind="pass" />} />
      <Figure value={tally.open} word={<Kind kind="open" label="open violations" />}>
        <span class="severities">
          {SEVERITIES.toReversed()
            .filter((severity) => run.open[severity] > 0)
            .map((severity) => (
              <span>
                {number(run.open[severity])} <SeverityBadge severity={severity} />
              </span>
            ))}
        </span>
      </Figure>
      <Figure value={tally.unknown} word={<Kind kind="unknown" />}>
        <span class="detail">{unknownTallyText(run.rules)}</span>
      </Figure>
      {tally.waived > 0 && <Figure value={tally.waived} word={<Kind kind="waived" />} />}
      {tally.baseline > 0 && <Figure value={tally.baseline} word={<Kind kind="baseline" />} />}
      <Figure value={tally.notApplicable} word={<Kind kind="notApplicable" />} />
      <Figure value={run.excluded.length} word="resources not judged" />
    </ul>
  );
}

interface FigureProps {
  readonly value: number;
  readonly word: ComponentChildren;
  readonly children?: ComponentChildren;
}

function Figure({ value, word, children }: FigureProps): VNode {
  return (
    <li>
      <span class="value">{number(value)}</span> {word}
      {children}
    </li>
  );
}

function worstFirst(a: RuleInRun, b: RuleInRun): number {
  const rank = ({ severity, tally, off }: RuleInRun): number =>
    off || tally.open === 0 ? -1 : severityRank({ severity });
  return rank(b) - rank(a) || b.tally.open - a.tally.open;
}

function byRule({ rules }: ReportedRun): Generator<string> {
  return table({
    caption: 'Outcomes by rule',
    columns: [
      {
        title: 'Rule',
        cell: ({ id, title, tally }) => (
          <>
            {tally.open > 0 ? <a href={`#violations-${id}`}>{inWords(id)}</a> : <span class="name">{inWords(id)}</span>}
            <span class="detail">{title}</span>
          </>
        ),
      },
      { title: 'Severity', cell: ({ severity, off }) => (off ? 'off' : <SeverityBadge severity={severity} />) },
      {
        title: 'Outcomes',
        cell: ({ tally, switchedOff }) => (
          <>
            <Bar counts={tally} />
            <KindCounts counts={tally} />
            {switchedOff > 0 && <span class="detail">switched off for {count(switchedOff, 'resource')}</span>}
          </>
        ),
      },
    ],
    rows: rules.toSorted(worstFirst),
  });
}
