import type { VNode } from 'preact';

const WEB_ADDRESS = /^https?:\/\/[\x21-\x7e]+$/;

/** A text that is a link where it is the address of a page, and nothing but text otherwise. */
export function SafeLink({ text }: { readonly text: string }): VNode {
  if (!WEB_ADDRESS.test(text)) return <>{text}</>;
  return (
    <a href={text} rel="noopener noreferrer">
      {text}
    </a>
  );
}
