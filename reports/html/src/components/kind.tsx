import { TALLY_KINDS } from '@backproof/core';
import type { Severity, TallyKind } from '@backproof/core';
import type { VNode } from 'preact';
import { KIND_WORDS, number } from '../words.js';

/** A kind of outcome as a sign and a word. */
export function Kind({ kind, label }: { readonly kind: TallyKind; readonly label?: string }): VNode {
  const { sign, word } = KIND_WORDS[kind];
  return (
    <span class={`kind ${kind}`}>
      <span aria-hidden="true">{sign}</span> {label ?? word}
    </span>
  );
}

export function SeverityBadge({ severity }: { readonly severity: Severity }): VNode {
  return <span class={`severity ${severity}`}>{severity}</span>;
}

/** The shares of the kinds of outcome as one bar. The numbers stand beside it, so it is hidden from screen readers. */
export function Bar({ counts }: { readonly counts: Readonly<Record<TallyKind, number>> }): VNode {
  const total = TALLY_KINDS.reduce((sum, kind) => sum + counts[kind], 0);
  let x = 0;
  return (
    <svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      {TALLY_KINDS.filter((kind) => counts[kind] > 0).map((kind) => {
        const width = (counts[kind] / total) * 100;
        const left = x;
        x += width;
        return <rect class={kind} x={left.toFixed(2)} y="0" width={width.toFixed(2)} height="6" />;
      })}
    </svg>
  );
}

interface KindCountsProps {
  readonly counts: Readonly<Record<TallyKind, number>>;
  /** Puts the number of a kind into a link. */
  readonly leadsTo?: (kind: TallyKind, text: VNode) => VNode;
}

/** The numbers of the kinds that there are, as words. */
export function KindCounts({ counts, leadsTo = (_, text) => text }: KindCountsProps): VNode {
  return (
    <ul class="counts">
      {TALLY_KINDS.filter((kind) => counts[kind] > 0).map((kind) => (
        <li>{leadsTo(kind, <Kind kind={kind} label={`${number(counts[kind])} ${KIND_WORDS[kind].word}`} />)}</li>
      ))}
    </ul>
  );
}
