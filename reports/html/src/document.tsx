import { sha256 } from '@backproof/core';
import type { ReportedRun } from '@backproof/core';
import type { VNode } from 'preact';
import { around, markup } from './markup.js';
import { SCRIPT } from './script.js';
import { SECTIONS } from './sections/contents.js';
import { styleSheet } from './style/index.js';
import { count, moment } from './words.js';

/** The whole file around its sections. Nothing in it may be loaded or run but the one style sheet and the one script. */
export function* page(run: ReportedRun, sections: Iterable<string>): Generator<string> {
  const style = styleSheet(run.id);
  yield '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n';
  yield markup(<Head run={run} style={style} />);
  yield `\n<style>${style}</style>\n</head>\n<body>\n`;
  yield* around((slot) => <Body run={run} slot={slot} />, sections);
  yield `\n<script>${SCRIPT}</script>\n</body>\n</html>\n`;
}

function Head({ run: { tool, now, gate }, style }: { readonly run: ReportedRun; readonly style: string }): VNode {
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${inBase64(style)}'`,
    `script-src 'sha256-${inBase64(SCRIPT)}'`,
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
      <title>{`${gate.result}: ${tool.name} report, ${moment(now)}`}</title>
    </>
  );
}

/** SHA-256 as a content security policy writes it. */
function inBase64(text: string): string {
  return Buffer.from(sha256([text]), 'hex').toString('base64');
}

function Body({ run, slot }: { readonly run: ReportedRun; readonly slot: VNode }): VNode {
  const { scopes, now, id, tool } = run;
  const accounts = new Set(scopes.map(({ accountId }) => accountId)).size;
  const regions = new Set(scopes.map(({ region }) => region)).size;
  return (
    <>
      <a class="skip" href="#main">
        Skip to the report
      </a>
      <header>
        <h1>Could it be restored?</h1>
        <p>
          {count(accounts, 'account')} and {count(regions, 'Region')} of AWS, as of{' '}
          <time datetime={now}>{moment(now)}</time>
        </p>
      </header>
      <div class="page">
        <nav aria-label="Contents">
          <ol>
            {Object.values(SECTIONS).map((section) => (
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
      <footer>
        {tool.name} {tool.version}, run <code>{id}</code>
      </footer>
    </>
  );
}
