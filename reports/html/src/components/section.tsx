import type { ComponentChildren, VNode } from 'preact';
import { around, markup } from '../markup.js';

/** A part of the report that its contents point to. */
export interface SectionHead {
  readonly id: string;
  readonly title: string;
}

/** A section that has nothing to list, in one line. */
export function* emptySection({ id, title }: SectionHead, text: ComponentChildren): Generator<string> {
  yield markup(
    <section class="empty" id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2> <p class="none">{text}</p>
    </section>,
  );
}

/** A section with its heading, around its pieces. @param lead what there is to say before them */
export function* section(
  { id, title }: SectionHead,
  lead: ComponentChildren,
  pieces: Iterable<string> = [],
): Generator<string> {
  const shell = (slot: VNode): VNode => (
    <section id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {lead}
      {slot}
    </section>
  );
  yield* around(shell, pieces);
}
