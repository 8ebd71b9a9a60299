import { count } from '@backproof/core';
import type { Outcome } from '@backproof/core';
import type { VNode } from 'preact';
import { Finding } from '../components/finding.js';
import { SeverityBadge } from '../components/kind.js';
import { LeftOut } from '../components/left-out.js';
import { Place, ResourceName } from '../components/resource.js';
import { table } from '../components/table.js';
import type { FindingGroup } from '../digest/findings.js';
import { around, markup } from '../markup.js';

/** Groups longer than this are closed at first. */
const OPEN_UP_TO = 25;

/** Groups of outcomes with the same message for different resources, each with a table of them. */
export function* findingGroups(groups: readonly FindingGroup[]): Generator<string> {
  for (const group of groups) {
    const { severity, messageId, why, shown } = group;
    const shell = (rows: VNode): VNode => (
      <details class="group" data-severity={severity} data-rule={group.ruleId} open={group.count <= OPEN_UP_TO}>
        <summary>
          <SeverityBadge severity={severity} /> <span class="message-id">{messageId}</span>{' '}
          <span class="detail">
            {count(group.count, 'resource')}
            {why === undefined ? '' : `, ${why}`}
          </span>
          <span class="example">{group.example}</span>
        </summary>
        {rows}
      </details>
    );
    yield* around(shell, rowsOf(group, `${messageId}: ${count(shown.length, 'resource')}`));
  }
}

function* rowsOf({ shown, count: all }: FindingGroup, caption: string): Generator<string> {
  if (shown.length > 0) {
    yield* table<Outcome>({
      caption,
      columns: [
        { title: 'Resource', cell: ({ subject }) => <ResourceName subject={subject} /> },
        { title: 'Where', cell: ({ subject }) => <Place {...subject} /> },
        { title: 'Finding and evidence', cell: (outcome) => <Finding outcome={outcome} /> },
      ],
      rows: shown,
      idOf: ({ fingerprint }) => `finding-${fingerprint.slice(-16)}`,
    });
  }
  yield markup(<LeftOut shown={shown.length} of={all} noun="resources" />);
}
