import { ageText, formatInstant, survivalCell } from '@backproof/core';
import type { Survival } from '@backproof/core';
import type { VNode } from 'preact';

/** A sign and a colour for each status; the word beside them says it without either. */
export const SURVIVAL_MARKS: Readonly<Record<Survival['status'], { readonly sign: string; readonly kind: string }>> = {
  survives: { sign: '✓', kind: 'pass' },
  'at-risk': { sign: '!', kind: 'waived' },
  follows: { sign: '≈', kind: 'baseline' },
  unknown: { sign: '?', kind: 'unknown' },
  lost: { sign: '✗', kind: 'open' },
};

/** The effect of a loss on a resource: the age of what comes back, with what a restore proved of it, or why it does not. */
export function SurvivalMark({ survival }: { readonly survival: Survival | undefined }): VNode {
  if (survival === undefined) return <span class="none">not struck</span>;
  const { sign, kind } = SURVIVAL_MARKS[survival.status];
  return (
    <>
      <span class={`kind ${kind} nowrap`}>
        <span aria-hidden="true">{sign}</span> {survivalCell(survival)}
      </span>
      <Detail survival={survival} />
    </>
  );
}

function Detail({ survival }: { readonly survival: Survival }): VNode | null {
  if (survival.status === 'at-risk') return <span class="detail">until {formatInstant(survival.until)}</span>;
  if (survival.status !== 'survives') return null;
  const { restoredMoment, atLeast, rpoMs, way } = survival;
  const provenMs = restoredMoment === undefined ? undefined : rpoMs + way.newest - restoredMoment;
  return (
    <>
      {atLeast && <span class="detail">or younger</span>}
      {provenMs !== undefined && <span class="detail">proven: {ageText(provenMs)}</span>}
    </>
  );
}
