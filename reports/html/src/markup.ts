import { h } from 'preact';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/**
 * Characters that are not visible text: controls, those that turn the direction of text or are invisible, halves of
 * characters, and those that a document must not contain. Our markup has none, so each one comes from untrusted text.
 */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Noncharacter_Code_Point}]/gu;

const SLOT = 'slot-here';
const SLOT_MARKUP = `<${SLOT}></${SLOT}>`;

/** An element as HTML. Text is escaped; characters that would not show are spelled out as `\u{202e}`. */
export function markup(element: VNode): string {
  return visible(renderToString(element));
}

/** A text whose characters that would not show are spelled out. */
export function visible(text: string): string {
  return text.replace(UNSAFE, spelledOut);
}

/** The pieces within an element: what is around them is made once, and no piece is kept in memory. */
export function* around(shell: (slot: VNode) => VNode, pieces: Iterable<string>): Generator<string> {
  const [before = '', after = ''] = markup(shell(h(SLOT, null))).split(SLOT_MARKUP);
  yield before;
  yield* pieces;
  yield after;
}

function spelledOut(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
