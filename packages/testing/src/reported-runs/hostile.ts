import { compare } from '@backproof/core';
import type { Run } from '@backproof/core';
import { expiredPoints, goneResource, keptTwice, leftovers, unjudgedFailure } from '../builders/leftovers.js';
import { failure, gap, outcome, subject } from '../builders/outcome.js';
import { population, run, unreadPopulation, waiver } from '../builders/run.js';

/** Texts that somebody may give to a tag, a name or a reason so that a report says or does something else, by what they try. */
export const HOSTILE_TEXTS = {
  markup: '<script>alert(1)</script><img src=x onerror=alert(1)>&lt;&amp;"\'',
  'end of CDATA': 'a]]>b<![CDATA[c',
  'end of comment': '--><!-- <?xml?>',
  formula: '=HYPERLINK("https://example.com";"open")',
  'formula by plus': "+1+cmd|' /C calc'!A0",
  'formula by minus': '-2+3',
  'formula by at': '@SUM(1,2)',
  'formula behind a tab': '\t=1+1',
  'a row of its own': 'a","b"\r\n"c',
  'a line of its own': 'orders\nPASS: 1 outcome, no violation',
  'a command to a CI system': 'orders\n::set-output name=x::y ##vso[task.complete]',
  'link in Markdown': '[free backups](javascript:alert(1)) ![x](https://example.com/x.png) <https://example.com>',
  'structure in Markdown': '| a | b |\n# Title\n- [ ] `code` **bold** ~~gone~~ </details>',
  mention: '@everyone and #1 and https://example.com/',
  'link and placeholder in SARIF': '[open](1) {0} {{x}}',
  escape: '\u001b[2J\u001b[31mred\u001b[0m \u009b31m',
  'controls that XML cannot hold': 'nul \u0000 bell \u0007 \ufffe \uffff',
  'half a character': 'half \ud83d of one',
  direction: 'invoice\u202egnp.exe \u2066x\u2069',
  invisible: 'o\u200brders\u{e0041}',
  prototype: '__proto__',
  'path upwards': '../../etc/passwd?a=1#b%2e',
  plain: 'Größe 数据 🗄 — d’été',
  long: 'x'.repeat(1_500),
} as const;

const texts: readonly string[] = Object.values(HOSTILE_TEXTS);
const [evil = ''] = texts;

/** A run in which every text that a stranger may have written is hostile. */
export const hostile: Run = run({
  rules: [{ title: evil, rationale: evil, remediation: evil, controls: [`${evil}/${evil}`], options: { evil } }],
  scopes: [{ partition: 'aws', accountId: '111111111111', region: 'eu-west-1', principalArn: evil }],
  accounts: texts.map((text) => ({ partition: 'aws', accountId: '111111111111', name: text, leftOut: text })),
  populations: [
    population({
      unknownWords: texts.map((text) => ({ operation: text, field: text, word: text, item: text, items: 2 })),
    }),
    ...texts.map((text) => unreadPopulation({ of: text, gaps: [hostileGap(text)] })),
  ],
  excluded: texts.map((text) => ({ subject: hostileSubject(text), reason: 'excluded-by-user', userReason: text })),
  leftovers: leftovers({
    gone: texts.map((text) => goneResource({ arn: text, type: text })),
    expired: texts.map((text) => expiredPoints({ vaultArn: text })),
    failing: texts.map((text) => unjudgedFailure({ resourceArn: text, state: text, message: text })),
    keptTwice: texts.map((text) => keptTwice({ name: text, arn: text })),
  }),
  waivers: texts.map((text, i) =>
    waiver({
      id: text,
      resources: [text],
      reason: text,
      owner: text,
      approvedBy: text,
      ticket: text,
      source: { file: text, line: 1 },
      state: (['active', 'expired', 'stale'] as const)[i % 3] ?? 'stale',
    }),
  ),
  outcomes: texts.flatMap(outcomesOf).sort((a, b) => compare(a.subject.arn, b.subject.arn)),
});

function outcomesOf(text: string) {
  const about = {
    message: text,
    data: { text },
    evidence: [{ kind: 'plan', id: text, text }],
    gaps: [hostileGap(text)],
  } as const;
  return [
    failure({ ...about, subject: hostileSubject(text) }),
    failure({ ...about, subject: hostileSubject(`${text}-waived`), disposition: { kind: 'waived', waiver: text } }),
    outcome('unknown', { ...about, subject: hostileSubject(`${text}-unknown`) }),
  ];
}

function hostileSubject(name: string) {
  return subject({ name });
}

function hostileGap(text: string) {
  return gap({ code: text, message: text, iamAction: text, requestId: text });
}
