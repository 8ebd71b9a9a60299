import type { ReportedRun } from '@backproof/core';
import type { VNode } from 'preact';
import { section } from '../components/section.js';
import { moment } from '../words.js';
import { SECTIONS } from './contents.js';

/** The hashes that tie the report to what it was made of, and how to check them. */
export function integrity(run: ReportedRun): Generator<string> {
  return section(SECTIONS.integrity, <Hashes run={run} />);
}

function Hashes({ run: { id, tool, now, inventory, settings } }: { readonly run: ReportedRun }): VNode {
  return (
    <>
      <dl class="hashes">
        <dt>Run</dt>
        <dd>
          <code>{id}</code>
        </dd>
        <dt>Inventory, SHA-256</dt>
        <dd>
          <code>{inventory.sha256}</code>
        </dd>
        <dt>Settings, SHA-256</dt>
        <dd>
          <code>{settings.sha256}</code>
        </dd>
        <dt>Written by</dt>
        <dd>
          {tool.name} {tool.version}
        </dd>
        <dt>Inventory taken</dt>
        <dd>
          <time datetime={inventory.takenAt}>{moment(inventory.takenAt)}</time>
        </dd>
        <dt>Judged as of</dt>
        <dd>
          <time datetime={now}>{moment(now)}</time>
        </dd>
      </dl>
      <p>
        The run’s id is derived from the tool and its version, the time of the evaluation, the inventory and the
        settings. To check it, evaluate the saved inventory again with the same version and configuration. This needs no
        access to AWS:
      </p>
      <pre>
        <code>backproof evaluate inventory.ndjson.gz --now {now} --json run.json</code>
      </pre>
      <p>
        The new run has the same id and the same outcomes, byte for byte, and each report made from it is identical.
        This file does not contain its own hash; the command prints it whenever it writes a report.
      </p>
    </>
  );
}
