import { join } from 'node:path';
import type { Outcome, Run } from '@backproof/core';
import {
  failure,
  gap,
  outcome,
  protection,
  run,
  subject,
  testReporter,
  unprotected,
  unreadPopulation,
} from '@backproof/testing';
import { describe, expect, it } from '@jest/globals';
import { terminal } from './terminal.js';
import type { TerminalOptions } from './terminal.js';

testReporter(terminal, { golden: join(import.meta.dirname, 'golden') });

function briefOf(of: Run, options?: Partial<TerminalOptions>): string {
  return [...terminal.render(of, options)].join('');
}

/** All there is to say, on lines as long as it takes. */
function textOf(of: Run, options?: Partial<TerminalOptions>): string {
  return briefOf(of, { verbose: true, width: 1_000, ...options });
}

const unread = unreadPopulation({ of: 'arn:vault' });
const pass = outcome('pass', { messageId: 'backed-up', message: 'orders can be restored.' });

const READING = `Judged 1 resource in 1 scope: 111111111111 eu-west-1
1,234 calls to AWS, 1 retried. Inventory SHA-256 ${'ab'.repeat(32)}
`;

describe('the report of', () => {
  it('a run with accepted failures counts them and lists only what is open', () => {
    const waived = failure({ disposition: { kind: 'waived', waiver: 'W1' }, message: 'accepted' });
    const known = failure({ disposition: { kind: 'baseline' }, message: 'known' });
    const text = textOf(run({ outcomes: [failure(), waived, known] }));
    expect(text).toContain(`
Rule             pass  fail  waived  baseline  unknown  n/a  severity of fails
backup-coverage     0     1       1         1        0    0  1 high
`);
    expect(text).toContain(
      '\n0 of 3 resources are backed up as required; 1 is not: 1 high; 2 accepted by a waiver or the baseline.\n',
    );
    expect(text).not.toMatch(/│ accepted|known\n/);
    expect(text).toContain(
      '\nGate failed. 1 open at medium or above, 1 in the baseline, 1 waived.\n  1 open high violation\n',
    );
  });

  it('an empty run', () => {
    expect(briefOf(run())).toBe(`backproof 1.2.3 · 2026-11-22 12:00 UTC · 1 account, 1 Region · 0 resources

No resource was judged.

Rule  pass  fail  unknown  n/a

Gate passed. Nothing was judged.
`);
  });

  it('a run with waivers says what each did', () => {
    const waiver = {
      id: 'W1',
      rule: 'backup-coverage',
      resources: ['arn:*'],
      reason: 'moves',
      owner: 'web\u001b[31m',
      approvedBy: 'ciso',
      expires: '2026-12-31T00:00:00.000Z',
    };
    const waivers = [
      { ...waiver, state: 'active', failures: 2 },
      { ...waiver, id: 'W2', state: 'expired', failures: 1, expires: '2026-11-01T00:00:00.000Z' },
      { ...waiver, id: 'W3', state: 'stale', failures: 0 },
    ] as const;
    expect(textOf(run({ waivers }))).toContain(`
Waivers
  W1 active until 2026-12-31 00:00 UTC: 2 failures of backup-coverage accepted, owner web\\u{1b}[31m, approved by ciso
  W2 expired at 2026-11-01 00:00 UTC: 1 failure of backup-coverage open again, owner web\\u{1b}[31m, approved by ciso
  W3 stale: matches no failure of backup-coverage, owner web\\u{1b}[31m, approved by ciso

Judged`);
  });

  it('a clean run counts passes and does not list them', () => {
    const clean = run({ outcomes: [pass], protection: [protection()] });
    expect(briefOf(clean)).toBe(`backproof 1.2.3 · 2026-11-22 12:00 UTC · 1 account, 1 Region · 1 resource

1 of 1 resource is backed up as required.
No resource fails a rule.

Rule             pass  fail  unknown  n/a
backup-coverage     1     0        0    0

Gate passed. No failures and nothing unknown in 1 outcome.
`);
    expect(textOf(clean)).toContain(`
backup-coverage 1.0.0: Every resource is really backed up

Type  pass  fail  unknown  n/a
RDS      1     0        0    0

${READING}
Gate passed.`);
  });

  it('a failing run says what, where, why, on which ground, and what to do', () => {
    const evidence = [
      { kind: 'plan', id: 'arn:plan', text: 'plan nightly' },
      { kind: 'recoveryPoint', id: 'arn:point', text: 'recovery point COMPLETED', at: '2026-11-17T05:00:00.000Z' },
    ] as const;
    expect(textOf(run({ outcomes: [failure({ evidence })] }))).toContain(`
✗ fail high  unprotected: 1 resource
  RDS orders  111111111111 eu-west-1
  │ orders is in no backup plan.
  │ arn:aws:rds:eu-west-1:111111111111:db:orders
  │ · plan nightly (arn:plan)
  │ · 2026-11-17 05:00 UTC  recovery point COMPLETED (arn:point)

What to do: Assign it to a plan.
`);
    expect(textOf(run({ outcomes: [failure()] }))).toContain(
      '\nGate failed. 1 open at medium or above.\n  1 open high violation\n',
    );
  });

  it('an incomplete run says what could not be read, why, and the way out', () => {
    const unknown = outcome('unknown', {
      messageId: 'evidence-incomplete',
      message: 'It cannot be told.',
      gaps: [gap()],
    });
    const text = textOf(run({ outcomes: [unknown], populations: [unread] }));
    expect(text).toContain(`
? unknown  evidence-incomplete: 1 resource
  RDS orders  111111111111 eu-west-1
  │ It cannot be told.
  │ arn:aws:rds:eu-west-1:111111111111:db:orders
  │ ! backup:ListBackupJobs: AccessDeniedException: User is not authorized. Grant backup:ListBackupJobs.
`);
    expect(text).toContain(`
Not read completely
  111111111111 eu-west-1  recoveryPoints of arn:vault: unavailable
    backup:ListBackupJobs: AccessDeniedException: User is not authorized. Grant backup:ListBackupJobs.
`);
    expect(text).toContain(
      `
Gate failed: the run is incomplete. 1 unknown.
  1 list could not be read completely
  backup-coverage: 1 resource unknown
`,
    );
  });

  it('a run that failed and is incomplete says both, and that it is incomplete', () => {
    expect(textOf(run({ outcomes: [failure()], populations: [unread] }))).toContain(
      '\nGate failed: the run is incomplete. 1 open at medium or above.\n  1 list could not be read completely\n  1 open high violation\n',
    );
  });

  it('what was left out names the reasons and the first of each', () => {
    const spots = Array.from({ length: 12 }, (_, n) => ({
      subject: subject({ name: `spot-${n}` }),
      reason: 'spot' as const,
    }));
    const leftover = { subject: subject({ name: 'restored' }), reason: 'restore-test-leftover' as const };
    expect(textOf(run({ excluded: [...spots, leftover] }))).toContain(`
Not judged: 13 resources
  spot: spot-0, spot-1, spot-2, spot-3, spot-4, spot-5, spot-6, spot-7, spot-8, spot-9 and 2 more
  restore-test-leftover: restored
`);
  });
});

describe('the answer', () => {
  const rules = ['backup-coverage', 'restore-test'].flatMap((id) => run().rules.map((rule) => ({ ...rule, id })));
  const zebra = subject({ name: 'zebra' });
  const failing = run({
    rules,
    outcomes: [
      failure({ severity: 'low' }),
      failure({ severity: 'low', subject: zebra }),
      failure({ ruleId: 'restore-test', messageId: 'never-restored', severity: 'critical', subject: zebra }),
    ],
    protection: [protection({ arn: zebra.arn }), unprotected({ arn: subject().arn })],
  });

  it('comes first, then the counts and the worst resources, a line each, and last the next step', () => {
    expect(briefOf(failing)).toBe(`backproof 1.2.3 · 2026-11-22 12:00 UTC · 1 account, 1 Region · 2 resources

0 of 2 resources are backed up as required; 2 are not: 2 low.
2 resources fail at least one rule.

Rule             pass  fail  unknown  n/a  severity of fails
backup-coverage     0     2        0    0  2 low
restore-test        0     1        0    0  1 critical

Most urgent, in 111111111111 eu-west-1
Severity  Type  Name    Problem         Last point
critical  RDS   zebra   never restored  ${protection().newest?.slice(0, 10) ?? ''}
low       RDS   orders  unprotected     none

Gate failed. 1 open at medium or above, 2 open below medium.
  1 open critical violation
Next: backproof explain zebra, with the options of this scan
`);
  });

  it('names ten of the worst, and counts the others', () => {
    const outcomes = Array.from({ length: 12 }, (_, n) => failure({ subject: subject({ name: `db-${n}` }) }));
    expect(briefOf(run({ outcomes }))).toMatch(/db-9 .*\n\.\.\. 2 more resources: --verbose, or --report html=/);
  });

  it('has the account and the Region of each resource where they differ and there is room', () => {
    const there = { name: 'elsewhere', accountId: '222222222222', region: 'eu-central-1' };
    const outcomes = [failure(), failure({ subject: subject(there) })];
    expect(briefOf(run({ outcomes }), { width: 80 })).toMatch(/elsewhere +unprotected +[-\d]+ +222222222222 +eu-cent/);
    expect(briefOf(run({ outcomes }), { width: 65 })).toMatch(/elsewhere +unprotected +[-\d]+ +222222222222\n/);
  });

  it.each([
    ['type', /^Type +pass.*\nRDS +0 +3 /m],
    ['account', /^Account +pass.*\n111111111111 +0 +3 /m],
    ['resource', /^RDS zebra {2}111111111111 eu-west-1\n {2}✗ critical {2}restore-test: never restored\n {2}✗ low /m],
  ] as const)('is grouped by %s', (groupBy, text) => {
    expect(briefOf(failing, { groupBy })).toMatch(text);
  });

  it('groups the findings in full by what it is told, too', () => {
    expect(textOf(failing, { groupBy: 'account' })).toMatch(
      /\n\n111111111111\n\n✗ fail critical {2}restore-test: never-restored: 1 resource\n/,
    );
    expect(textOf(failing, { groupBy: 'resource' })).toContain('never restored\n  │ zebra is in no backup plan.\n');
  });

  it('says what is unknown and why, and has the IAM actions in one list', () => {
    const unknown = (unknownKind: 'unread' | 'forgotten', message: string): Outcome => {
      const { disposition: _, ...fields } = failure({ message });
      return { ...fields, status: 'unknown', unknownKind };
    };
    const outcomes = [
      unknown('unread', 'Unknown: no permission.'),
      unknown('forgotten', 'web has no known test. It will be known later.'),
    ];
    const { iamAction: _, ...throttled } = gap({ code: 'Throttled', operation: 'a:B', message: 'slow down' });
    expect(briefOf(run({ outcomes, populations: [unread, unreadPopulation({ of: 'arn:b', gaps: [throttled] })] })))
      .toContain(`
Unknown: 2 outcomes (2 not read)
  2 lists could not be read completely
  Grant: backup:ListBackupJobs
  Other causes: a:B: Throttled
  backup-coverage: web has no known test.
`);
  });

  it('names a resource as it can be typed', () => {
    const named = (name: string) => briefOf(run({ outcomes: [failure({ subject: subject({ name }) })] }));
    expect(named('my volume')).toContain("Next: backproof explain 'my volume', with");
    expect(named('--debug')).toContain('Next: backproof explain arn:aws:rds:eu-west-1:111111111111:db:--debug, with');
    expect(named("o'hara")).toContain("Next: backproof explain 'o'\\''hara', with");
  });

  it('fits in the columns that there are, but for words that are longer', () => {
    for (const width of [40, 80, 120]) {
      const lines = briefOf(failing, { width }).split('\n');
      expect(lines.filter((line) => line.length > width)).toEqual([]);
    }
  });
});

describe('a finding of many resources', () => {
  const unknown = outcome('unknown', { messageId: 'evidence-incomplete', gaps: [gap()] });
  const of = (number: number, like: Outcome) =>
    Array.from({ length: number }, (_, n) => ({ ...like, subject: subject({ name: `db-${n}` }) }));
  const groupsIn = (text: string): readonly string[] => text.match(/^[✗?].*$/gm) ?? [];

  it('is written in full for the first ones; the others are named, and counted where they are many', () => {
    const text = textOf(run({ outcomes: of(14, failure()) }), { inFull: 2 });
    expect(text).toContain(`
✗ fail high  unprotected: 14 resources
  RDS db-0  111111111111 eu-west-1
  │ orders is in no backup plan.
  │ arn:aws:rds:eu-west-1:111111111111:db:db-0
  RDS db-1  111111111111 eu-west-1
  │ orders is in no backup plan.
  │ arn:aws:rds:eu-west-1:111111111111:db:db-1
  Also affects db-2, db-3, db-4, db-5, db-6, db-7, db-8, db-9, db-10, db-11 and 2 more; --json writes each in full

What to do`);
    expect(text).toContain('\nGate failed. 14 open at medium or above.\n  14 open high violations\n');
  });

  it('is not abridged where it needs not be', () => {
    expect(textOf(run({ outcomes: of(2, failure()) }), { inFull: 2 })).not.toContain('Also affects');
  });

  it('comes before those of fewer, and after those that are worse', () => {
    const outcomes = [
      failure({ messageId: 'few' }),
      ...of(2, failure({ messageId: 'many' })),
      failure({ messageId: 'bad', severity: 'critical' }),
    ];
    expect(groupsIn(textOf(run({ outcomes })))).toEqual([
      '✗ fail critical  bad: 1 resource',
      '✗ fail high  many: 2 resources',
      '✗ fail high  few: 1 resource',
    ]);
  });

  it('is another one where something else could not be read', () => {
    const outcomes = [...of(2, unknown), { ...unknown, gaps: [gap({ code: 'ThrottlingException' })] }];
    expect(groupsIn(textOf(run({ outcomes })))).toEqual([
      '? unknown  evidence-incomplete: 2 resources',
      '? unknown  evidence-incomplete: 1 resource',
    ]);
  });
});

describe('colours', () => {
  const failing = run({ outcomes: [failure(), outcome('unknown')] });

  it('are there only if they are asked for', () => {
    expect(textOf(failing)).not.toContain('\u001b');
    expect(textOf(failing, { color: true })).toContain('\u001b[31m✗ fail high\u001b[39m');
  });

  it('change nothing but the colours', () => {
    const colours = ['1', '2', '22', '31', '32', '33', '39'].map((code) => `\u001b[${code}m`);
    const plain = colours.reduce((text, colour) => text.replaceAll(colour, ''), textOf(failing, { color: true }));
    expect(plain).toBe(textOf(failing));
  });
});

describe('hostile text', () => {
  const hostile = [
    ['an escape sequence', '\u001b[2J\u001b[31mred', '\u001b'],
    ['an 8-bit escape sequence', '\u009b31mred', '\u009b'],
    ['a hyperlink', '\u001b]8;;https://example.com\u0007here', '\u0007'],
    ['a new line', 'db\nGate passed. 1 outcome', '\nGate passed. 1'],
    ['a carriage return', 'db\rPASS', '\r'],
    ['a backspace', 'db\b\bok', '\b'],
    ['a line separator', 'db\u2028PASS', '\u2028'],
    ['a right-to-left override', 'db\u202egnp.exe', '\u202e'],
    ['an isolate', 'db\u2066x', '\u2066'],
    ['a zero-width space', 'd\u200bb', '\u200b'],
    ['invisible tag characters', 'db\u{e0041}', '\u{e0041}'],
    ['a GitHub command on a line of its own', 'db\n::set-output name=x::y', '\n::'],
    ['an older GitHub command', 'db ##[set-output name=x]y', '##['],
    ['an Azure Pipelines command', 'db ##vso[task.setvariable variable=x]y', '##vso['],
  ] as const;

  it.each(hostile)('never reaches the output raw: %s', (_, text, raw) => {
    const evil = subject({ name: text, arn: text, accountId: text, region: text, type: text as 'RDS' });
    const gaps = [{ operation: text, code: text, message: text, iamAction: text }] as const;
    const evilScope = { partition: text, accountId: text, region: text };
    const [rule] = run().rules;
    const report = textOf(
      run({
        rules: rule === undefined ? [] : [{ ...rule, title: text, remediation: text }],
        scopes: [evilScope],
        populations: [unreadPopulation({ scope: evilScope, of: text, status: 'partial', gaps })],
        excluded: [{ subject: evil, reason: 'spot' }],
        outcomes: [
          failure({
            subject: evil,
            message: text,
            messageId: text,
            evidence: [{ kind: 'plan', id: text, text }],
            gaps,
          }),
          outcome('unknown', { subject: evil, message: text }),
        ],
      }),
    );
    expect(report).not.toContain(raw);
    expect(report.split('\n').filter((line) => line.trimStart().startsWith('::'))).toEqual([]);
  });

  it('never begins a line with what a CI system takes for a command', () => {
    const name = '::set-output name=x::y';
    const evil = subject({ name, arn: name, type: name as 'RDS' });
    const report = textOf(
      run({ outcomes: [failure({ subject: evil, message: name })], excluded: [{ subject: evil, reason: 'spot' }] }),
    );
    expect(report).toContain(':set-output name=x::y');
    expect(report.split('\n').filter((line) => line.trimStart().startsWith('::'))).toEqual([]);
  });

  it('can still be read', () => {
    const report = textOf(run({ outcomes: [failure({ subject: subject({ name: 'db\u001b[31m — Größe 数据 🗄' }) })] }));
    expect(report).toContain('RDS db\\u{1b}[31m — Größe 数据 🗄  111111111111');
  });
});
