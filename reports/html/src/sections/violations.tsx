import { count, groupBy } from '@backproof/core';
import type { ReportedRun, RuleInRun, Supplement } from '@backproof/core';
import type { VNode } from 'preact';
import { emptySection, section } from '../components/section.js';
import type { FindingGroup } from '../digest/findings.js';
import { severityRank } from '../digest/outcome-groups.js';
import { around } from '../markup.js';
import { SECTIONS } from './contents.js';
import { findingGroups } from './finding-groups.js';

/** Open violations by rule, with the remediation and, where they are known, fixes. The worst rules come first. */
export function* violations(
  { rules }: ReportedRun,
  groups: readonly FindingGroup[],
  fixesOf?: Supplement['fixesOf'],
): Generator<string> {
  if (groups.length === 0) {
    yield* emptySection(SECTIONS.violations, 'There are no open violations.');
    return;
  }
  yield* section(SECTIONS.violations, <Filters />, pieces());

  function* pieces(): Generator<string> {
    for (const [id, ofRule] of [...groupBy(groups, ({ ruleId }) => ruleId)].sort(worstFirst)) {
      const rule = rules.find((each) => each.id === id);
      if (rule !== undefined)
        yield* around((slot) => <OfRule rule={rule} slot={slot} />, findingGroups(ofRule, fixesOf));
    }
  }
}

type OfRuleGroups = readonly [string, readonly FindingGroup[]];

function worstFirst([, a]: OfRuleGroups, [, b]: OfRuleGroups): number {
  return Math.max(...b.map(severityRank)) - Math.max(...a.map(severityRank)) || sizeOf(b) - sizeOf(a);
}

function sizeOf(groups: readonly FindingGroup[]): number {
  return groups.reduce((sum, group) => sum + group.count, 0);
}

function OfRule({ rule, slot }: { readonly rule: RuleInRun; readonly slot: VNode }): VNode {
  const { id, title, tally, rationale, remediation } = rule;
  return (
    <section class="rule" id={`violations-${id}`} aria-labelledby={`violations-${id}-title`}>
      <h3 id={`violations-${id}-title`}>
        {title} <span class="detail">{id}</span>
      </h3>
      <p class="detail">
        {count(tally.open, 'open violation')}. {rationale}
      </p>
      <p class="remedy">
        <strong>What to do.</strong> {remediation}
      </p>
      {slot}
    </section>
  );
}

/** Shown by the script only: without it the filters do not work. */
function Filters(): VNode {
  return (
    <div class="filters" id="filters" hidden>
      <label>
        Filter these findings <input type="search" id="text" autocomplete="off" />
      </label>
      <label>
        From severity{' '}
        <select id="severity">
          <option value="low">low</option>
          <option value="medium">medium</option>
          <option value="high">high</option>
          <option value="critical">critical</option>
        </select>
      </label>
      <button type="button" id="open-all">
        Open all groups
      </button>
      <output id="found" for="text severity" />
    </div>
  );
}
