import { count } from '@backproof/core';
import type { Outcome, Supplement } from '@backproof/core';
import type { VNode } from 'preact';
import { ConsoleLink } from '../components/console-link.js';
import { Finding } from '../components/finding.js';
import { Fixes } from '../components/fixes.js';
import { SeverityBadge } from '../components/kind.js';
import { LeftOut } from '../components/left-out.js';
import { Place, ResourceName } from '../components/resource.js';
import { table } from '../components/table.js';
import { findingId } from '../digest/findings.js';
import type { FindingGroup } from '../digest/findings.js';
import { severityRank } from '../digest/outcome-groups.js';
import { around, markup } from '../markup.js';
import { inWords } from '../words.js';

/** Groups longer than this are closed at first, and those of a lower severity than high. */
const OPEN_UP_TO = 25;

/** The findings of a group that have their fixes: those of the others are alike, and some kilobytes each. */
const WITH_FIXES = 10;

const HIGH = severityRank({ severity: 'high' });

/** Groups of outcomes with the same message for different resources, each with a table of them. */
export function* findingGroups(groups: readonly FindingGroup[], fixesOf?: Supplement['fixesOf']): Generator<string> {
  for (const group of groups) {
    const { severity, messageId, why, shown } = group;
    const shell = (rows: VNode): VNode => (
      <details
        class="group"
        data-severity={severity}
        data-rule={group.ruleId}
        open={group.count <= OPEN_UP_TO && severityRank(group) >= HIGH}
      >
        <summary>
          <SeverityBadge severity={severity} /> <span class="message-id">{inWords(messageId)}</span>{' '}
          <span class="detail">
            {count(group.count, 'resource')}
            {why === undefined ? '' : `, ${why}`}
          </span>
          <span class="example">{group.example}</span>
        </summary>
        {rows}
      </details>
    );
    yield* around(shell, rowsOf(group, `${inWords(messageId)}: ${count(shown.length, 'resource')}`, fixesOf));
  }
}

function* rowsOf(
  { shown, count: all }: FindingGroup,
  caption: string,
  fixesOf?: Supplement['fixesOf'],
): Generator<string> {
  const fixed = new Set(shown.slice(0, WITH_FIXES));
  if (shown.length > 0) {
    yield* table<Outcome>({
      caption,
      columns: [
        { title: 'Resource', cell: (outcome) => <FoundResource outcome={outcome} /> },
        { title: 'Where', cell: ({ subject }) => <Place {...subject} /> },
        {
          title: 'Finding and evidence',
          cell: (outcome) => (
            <>
              <Finding outcome={outcome} />
              {fixesOf !== undefined && fixed.has(outcome) && <Fixes fixes={fixesOf(outcome)} />}
            </>
          ),
        },
      ],
      rows: shown,
      idOf: findingId,
    });
  }
  yield markup(<LeftOut shown={shown.length} of={all} noun="resources" />);
}

/** The resource of a finding, with a link to the finding itself, which can be sent to others. */
function FoundResource({ outcome }: { readonly outcome: Outcome }): VNode {
  const { subject } = outcome;
  return (
    <>
      <ResourceName subject={subject}>
        <ConsoleLink subject={subject} />{' '}
        <a class="anchor" href={`#${findingId(outcome)}`}>
          link<span class="unseen"> to this finding on {subject.name}</span>
        </a>
      </ResourceName>
    </>
  );
}
