import type { ReportedRun, RuleInRun } from '@backproof/core';
import type { VNode } from 'preact';
import { SeverityBadge } from '../components/kind.js';
import { section } from '../components/section.js';
import { Settings } from '../components/settings.js';
import { markup } from '../markup.js';
import { SECTIONS } from './contents.js';

/** Each rule with its version, its parameters and its overrides. */
export function* rules({ rules: all }: ReportedRun): Generator<string> {
  const lead = all.length === 0 && <p class="none">No rule was evaluated.</p>;
  yield* section(SECTIONS.rules, lead, pieces());

  function* pieces(): Generator<string> {
    for (const rule of all) yield markup(<Rule rule={rule} />);
  }
}

function Rule({ rule }: { readonly rule: RuleInRun }): VNode {
  const { id, version, title, rationale, remediation, controls, severity, off, options, overrides } = rule;
  return (
    <article class="rule-card" aria-labelledby={`rule-${id}`}>
      <h3 id={`rule-${id}`}>
        {id} <span class="detail">version {version}</span>
      </h3>
      <p>{title}.</p>
      <dl>
        <dt>Severity</dt>
        <dd>{off ? 'switched off' : <SeverityBadge severity={severity} />}</dd>
        <dt>Parameters</dt>
        <dd>
          <Settings values={options} />
        </dd>
        {overrides.map((override) => (
          <>
            <dt>Override for</dt>
            <dd>
              <Settings values={override.match} />
              {override.off ? 'switched off' : <SeverityBadge severity={override.severity} />}
              <Settings values={override.options} />
            </dd>
          </>
        ))}
        <dt>Why</dt>
        <dd>{rationale}</dd>
        <dt>What to do</dt>
        <dd>{remediation}</dd>
        <dt>Controls</dt>
        <dd>{controls.length === 0 ? <span class="none">none named</span> : controls.join(', ')}</dd>
      </dl>
    </article>
  );
}
