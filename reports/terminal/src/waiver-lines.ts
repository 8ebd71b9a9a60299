import { count, formatInstant, printable } from '@backproof/core';
import type { ReportedRun, WaiverInRun } from '@backproof/core';

/** The waivers of a run with their state: expired and stale ones need attention. */
export function* waiverLines({ waivers }: ReportedRun): Generator<string> {
  if (waivers.length === 0) return;
  yield 'Waivers';
  for (const waiver of waivers) yield printable(`  ${waiver.id} ${stateText(waiver)}`);
  yield '';
}

/** One waiver by itself: `Waiver W-2 expired at 2026-11-01 00:00 UTC: 1 failure of backup-coverage open again ...`. */
export function waiverLine(waiver: WaiverInRun): string {
  return printable(`Waiver ${waiver.id} ${stateText(waiver)}`);
}

function stateText({ state, expires, failures, rule, owner, approvedBy }: WaiverInRun): string {
  const moment = formatInstant(Date.parse(expires));
  const concerned = `${count(failures, 'failure')} of ${rule}`;
  const people = `owner ${owner}, approved by ${approvedBy}`;
  switch (state) {
    case 'active':
      return `active until ${moment}: ${concerned} accepted, ${people}`;
    case 'expired':
      return `expired at ${moment}: ${concerned} open again, ${people}`;
    case 'stale':
      return `stale: matches no failure of ${rule}, ${people}`;
  }
}
