import { sha256 } from '@backproof/core';
import type { ComponentChildren, VNode } from 'preact';
import type { SectionHead } from './components/section.js';
import { around, markup } from './markup.js';

/** The frame around the sections of a document. */
export interface DocumentFrame {
  /** In the title bar. */
  readonly title: string;
  readonly heading: ComponentChildren;
  /** The text under the heading. */
  readonly lead: ComponentChildren;
  readonly contents: readonly SectionHead[];
  readonly footer: ComponentChildren;
  readonly style: string;
  /** Absent: nothing is run. */
  readonly script?: string;
}

/** The whole file around its sections. Nothing in it may be loaded or run but the one style sheet and the one script. */
export function* htmlDocument(frame: DocumentFrame, sections: Iterable<string>): Generator<string> {
  const { style, script } = frame;
  yield '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n';
  yield markup(<Head frame={frame} />);
  yield `\n<style>${style}</style>\n</head>\n<body>\n`;
  yield* around((slot) => <Body frame={frame} slot={slot} />, sections);
  yield script === undefined ? '\n</body>\n</html>\n' : `\n<script>${script}</script>\n</body>\n</html>\n`;
}

function Head({ frame: { title, style, script } }: { readonly frame: DocumentFrame }): VNode {
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${inBase64(style)}'`,
    ...(script === undefined ? [] : [`script-src 'sha256-${inBase64(script)}'`]),
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return (
    <>
      <meta http-equiv="Content-Security-Policy" content={policy.join('; ')} />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="referrer" content="no-referrer" />
      <meta name="color-scheme" content="light dark" />
      <title>{title}</title>
    </>
  );
}

/** SHA-256 as a content security policy writes it. */
function inBase64(text: string): string {
  return Buffer.from(sha256([text]), 'hex').toString('base64');
}

function Body({ frame, slot }: { readonly frame: DocumentFrame; readonly slot: VNode }): VNode {
  const { heading, lead, contents, footer } = frame;
  return (
    <>
      <a class="skip" href="#main">
        Skip to the report
      </a>
      <header>
        <h1>{heading}</h1>
        <p>{lead}</p>
      </header>
      <div class="page">
        <nav aria-label="Contents">
          <ol>
            {contents.map((section) => (
              <li>
                <a href={`#${section.id}`}>{section.title}</a>
              </li>
            ))}
          </ol>
        </nav>
        <main id="main" tabindex={-1}>
          {slot}
        </main>
      </div>
      <footer>{footer}</footer>
    </>
  );
}
