import { join } from 'node:path';
import type { ReportedRun } from '@backproof/core';
import {
  failure,
  HOSTILE_TEXTS,
  manyOutcomes,
  outcome,
  REPORTED_RUNS,
  run,
  subject,
  testReporter,
} from '@backproof/testing';
import { describe, expect, it } from '@jest/globals';
import { junit } from './junit.js';
import type { JunitOptions } from './junit.js';
import { SCHEMA_DIR, suitesOf, xmlFaults } from './validation.fixture.js';

testReporter(junit, { golden: join(import.meta.dirname, 'golden') });

function textOf(of: ReportedRun, options?: Partial<JunitOptions>): string {
  return [...junit.render(of, options)].join('');
}

const documents = [
  ...Object.values(REPORTED_RUNS).map((of) => textOf(of)),
  textOf(REPORTED_RUNS.mixed, { passes: 'none' }),
  textOf(manyOutcomes(400)),
];

describe('consumers accept it:', () => {
  it('it is well-formed XML', async () => {
    expect(await xmlFaults(documents)).toEqual([]);
  });

  // Without the schemas of Jenkins and Surefire, what they say beyond our own rules is not validated.
  if (SCHEMA_DIR === undefined) {
    it('SCHEMA_DIR is not set: the schemas of Jenkins and Surefire are left out', () => {
      expect(SCHEMA_DIR).toBeUndefined();
    });
  } else {
    it('Jenkins, by its schema', async () => {
      expect(await xmlFaults(documents, 'junit-10.xsd')).toEqual([]);
    });

    it('Surefire, each suite by itself', async () => {
      expect(await xmlFaults(documents.flatMap(suitesOf), 'surefire.xsd')).toEqual([]);
    });

    it('unless it is broken', async () => {
      const broken = documents.map((text) => text.replace(' errors="', ' mistakes="'));
      expect(await xmlFaults(broken.slice(0, 1), 'junit-10.xsd')).not.toEqual([]);
    });
  }

  it('times are as their patterns ask for', () => {
    const times = documents.flatMap((text) => [...text.matchAll(/ time="(.*?)"/g)].map(([, time]) => time));
    expect(new Set(times)).toEqual(new Set(['0.000']));
  });

  it.each(documents.map((text, i) => [i, text] as const))(
    'no two test cases of document %i have one name',
    (_, text) => {
      const names: readonly string[] = text.match(/<testcase classname=".*?" name=".*?"/g) ?? [];
      expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
    },
  );
});

describe('counts', () => {
  it.each(documents.map((text, i) => [i, text] as const))('of document %i are those of its test cases', (_, text) => {
    for (const suite of suitesOf(text)) {
      const count = (tag: string): number => suite.split(`<${tag}`).length - 1;
      const [head = ''] = suite.split('\n');
      expect(head).toContain(` tests="${count('testcase ')}" failures="${count('failure ')}"`);
      expect(head).toContain(` errors="${count('error ')}" skipped="${count('skipped ')}"`);
    }
  });

  it('of all suites are in the root', () => {
    expect(textOf(REPORTED_RUNS.mixed)).toContain(
      '<testsuites name="backproof" tests="22" failures="5" errors="4" time="0.000">',
    );
  });
});

describe('a test case', () => {
  const ofOne = (of: ReportedRun['outcomes']): string =>
    /<testcase classname="backproof\.backup.*?\n/s.exec(
      textOf(run({ outcomes: [...of], waivers: REPORTED_RUNS.mixed.waivers })),
    )?.[0] ?? '';

  it('of a failure says all in its content, as GitLab shows nothing else', () => {
    expect(textOf(run({ outcomes: [failure()] }))).toContain(
      '<failure message="orders is in no backup plan." type="high">orders is in no backup plan.\nRDS orders\n',
    );
  });

  it('of a failure that a waiver accepted until it expired says so', () => {
    const disposition = { kind: 'open', expiredWaiver: 'W-2' } as const;
    expect(ofOne([failure({ disposition })])).toContain(
      'waiver W-2 expired on 2026-10-31, what it accepted is open again',
    );
  });

  it('of a waived failure is skipped and says until when', () => {
    const disposition = { kind: 'waived', waiver: 'W-1' } as const;
    expect(ofOne([failure({ disposition })])).toContain(
      '<skipped message="waived by W-1 until 2027-03-31 (payments, approved by ciso)',
    );
  });

  it('of what could not be told is an error', () => {
    expect(ofOne([outcome('unknown', { messageId: 'rule-error' })])).toContain('type="rule-error">');
  });

  it('is none where the rule is not applicable, which is counted', () => {
    const text = textOf(run({ outcomes: [outcome('notApplicable')] }));
    expect(text).not.toContain('classname="backproof.backup-coverage"');
    expect(text).toContain('<property name="notApplicable" value="1"/>');
  });

  it('that passed is left out where that is asked for, and counted', () => {
    const text = textOf(run({ outcomes: [outcome('pass'), failure({ subject: subject({ name: 'z' }) })] }), {
      passes: 'none',
    });
    expect(text).toContain('<testsuite name="backup-coverage" tests="1"');
    expect(text).toContain('<property name="passes.leftOut" value="1"/>');
  });
});

it('no character is written that XML cannot hold', () => {
  const text = documents.join('');
  // eslint-disable-next-line no-control-regex
  expect(text).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/u);
  expect(text).toContain(HOSTILE_TEXTS.plain);
});

it('outcomes that are not in the order of the rules are not lost in silence', () => {
  const outcomes = [failure({ ruleId: 'b' }), failure({ ruleId: 'a' })];
  expect(() => textOf(run({ rules: [{ id: 'a' }, { id: 'b' }], outcomes }))).toThrow('not in the order');
});
