import type { TallyKind } from '@backproof/core';
import type { ControlStatus } from '@backproof/frameworks';
import { Kind, moment } from '@backproof/report-html';
import type { VNode } from 'preact';
import type { RunRef } from '../run-ref.js';
import type { Closing } from '../tracks.js';

const KINDS: Readonly<Record<ControlStatus, TallyKind>> = {
  fail: 'open',
  unknown: 'unknown',
  waived: 'waived',
  pass: 'pass',
  notAssessed: 'notApplicable',
};

const WORDS: Readonly<Record<ControlStatus, string>> = {
  fail: 'fail',
  unknown: 'unknown',
  waived: 'waived',
  pass: 'pass',
  notAssessed: 'not assessed',
};

/** The status of a control as a sign and a word. */
export function Status({ status }: { readonly status: ControlStatus | undefined }): VNode {
  if (status === undefined) return <span class="none">no run</span>;
  return <Kind kind={KINDS[status]} label={WORDS[status]} />;
}

/** Words for how exceptions end. */
export const CLOSINGS: Readonly<Record<Closing, string>> = {
  met: 'remedied: the rule passed',
  'not-applicable': 'the rule no longer applies',
  gone: 'gone: the resource is no longer there; not remedied',
  excluded: 'no longer judged; not remedied',
};

/** The moment of a run. */
export function At({ run }: { readonly run: Pick<RunRef, 'at'> }): VNode {
  return <time datetime={run.at}>{moment(run.at)}</time>;
}

/** A run by the beginning of its id, as the table of runs shows it. */
export function RunId({ run }: { readonly run: RunRef }): VNode {
  return <span class="arn">run {run.id.slice(0, 12)}</span>;
}
