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
  waiver,
} from '@backproof/testing';
import { describe, expect, it } from '@jest/globals';
import type { Log, Result } from 'sarif';
import type { SarifOptions } from './options.js';
import { sarif } from './sarif.js';
import { runOf, SCHEMA_NAME, schemaFaults } from './validation.fixture.js';

testReporter(sarif, { golden: join(import.meta.dirname, 'golden', 'full') });
testReporter(sarif, { golden: join(import.meta.dirname, 'golden', 'github'), options: { profile: 'github' } });

const github = { profile: 'github' } as const;

function textOf(of: ReportedRun, options?: Partial<SarifOptions>): string {
  return [...sarif.render(of, options)].join('');
}

function logOf(of: ReportedRun, options?: Partial<SarifOptions>): Log {
  return JSON.parse(textOf(of, options)) as Log;
}

function resultsOf(of: ReportedRun, options?: Partial<SarifOptions>): readonly Result[] {
  return runOf(logOf(of, options)).results;
}

const { mixed } = REPORTED_RUNS;
const documents = [...Object.entries(REPORTED_RUNS), ['large', manyOutcomes(400)] as const].flatMap(([name, of]) => [
  [`${name}, in full`, logOf(of)] as const,
  [`${name}, for GitHub`, logOf(of, github)] as const,
]);

it.each(documents)(`the schema of ${SCHEMA_NAME} has no fault to find: %s`, (_, log) => {
  expect(schemaFaults(log)).toEqual([]);
});

it('the schema finds a fault where there is one', () => {
  const log = logOf(mixed);
  Reflect.deleteProperty(runOf(log).results[0] ?? {}, 'message');
  expect(schemaFaults(log)).not.toEqual([]);
});

describe.each(documents)('what the schema does not say holds of %s:', (_, log) => {
  const { results, tool, taxonomies = [], invocations = [], baselineGuid } = runOf(log);

  it('only a failure has a level', () => {
    const wrong = results.filter(({ kind = 'fail', level }) => (kind === 'fail') === (level === 'none'));
    expect(wrong).toEqual([]);
  });

  it('all results say whether they are suppressed, or none does', () => {
    expect(new Set(results.map(({ suppressions }) => suppressions !== undefined)).size).toBeLessThan(2);
  });

  it('all results are compared with a baseline, or none is', () => {
    const compared = new Set(results.map(({ baselineState }) => baselineState !== undefined));
    expect(compared.size).toBeLessThan(2);
    if (baselineGuid !== undefined) expect(compared).toEqual(new Set([true]));
  });

  it('an error among the notifications is a run that did not succeed', () => {
    const [{ executionSuccessful, toolExecutionNotifications = [] } = { executionSuccessful: false }] = invocations;
    expect(executionSuccessful).toBe(!toolExecutionNotifications.some(({ level }) => level === 'error'));
  });

  it('each result is of a rule, at a path of its own', () => {
    const { rules = [] } = tool.driver;
    for (const { ruleId, ruleIndex, locations: [location] = [] } of results) {
      if (ruleIndex !== undefined) expect(rules[ruleIndex]?.id).toBe(ruleId);
      const uri = location?.physicalLocation?.artifactLocation?.uri ?? '';
      expect(uri).toMatch(/^aws(\/[^/]+){4}$/);
      expect(() => decodeURIComponent(uri)).not.toThrow();
      expect(location?.logicalLocations?.[0]?.kind).toBe('resource');
    }
  });

  it('each rule’s controls are in a taxonomy', () => {
    for (const { target } of (tool.driver.rules ?? []).flatMap(({ relationships = [] }) => relationships)) {
      const taxonomy = taxonomies[target.toolComponent?.index ?? -1];
      expect(taxonomy?.guid).toBe(target.toolComponent?.guid);
      expect(taxonomy?.taxa?.[target.index ?? -1]?.id).toBe(target.id);
    }
  });

  it('no text is empty, and none is half a character', () => {
    const text = JSON.stringify(log);
    expect(text).not.toMatch(/"text":""/);
    expect(text).not.toMatch(/[^\\]\\ud[89a-f]/);
  });
});

describe('in full', () => {
  it('every outcome is a result, of the kind that it is', () => {
    const kinds = resultsOf(mixed)
      .slice(0, mixed.outcomes.length)
      .map(({ kind }) => kind);
    const expected = { pass: 'pass', fail: 'fail', unknown: 'open', notApplicable: 'notApplicable' };
    expect(kinds).toEqual(mixed.outcomes.map(({ status }) => expected[status]));
  });

  it('what a waiver accepts is suppressed, in the words of who approved it', () => {
    const suppressed = resultsOf(mixed).flatMap(({ suppressions = [] }) => suppressions);
    expect(suppressed).toEqual([
      {
        kind: 'external',
        status: 'accepted',
        guid: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
        justification: 'It can be built anew from the ledger.',
        location: {
          physicalLocation: {
            artifactLocation: { uri: 'waivers/cache.yaml', uriBaseId: 'SRCROOT' },
            region: { startLine: 3, startColumn: 1, endLine: 3, endColumn: 2 },
          },
        },
        properties: {
          waiver: 'W-1',
          owner: 'payments',
          approvedBy: 'ciso',
          expires: '2027-03-31T00:00:00.000Z',
          ticket: 'RISK-7',
        },
      },
    ]);
  });

  it('expired and stale waivers are notified, and expired ones suppress nothing', () => {
    const [{ toolConfigurationNotifications = [] } = {}] = runOf(logOf(mixed)).invocations ?? [];
    expect(toolConfigurationNotifications.map(({ descriptor, message }) => [descriptor?.id, message.text])).toEqual([
      ['waiver-expired', expect.stringContaining('W-2 of backup-coverage (payments, until 2026-10-31)')],
      ['waiver-stale', expect.stringContaining('W-3 of backup-coverage')],
    ]);
  });

  it('each result says what it is to the baseline; what is gone is absent', () => {
    const states = resultsOf(mixed).map(({ baselineState, properties, locations }) => [
      locations?.[0]?.logicalLocations?.[0]?.name,
      baselineState,
      (properties?.disposition as { kind?: string } | undefined)?.kind,
    ]);
    expect(states).toEqual(
      expect.arrayContaining([
        ['archive', 'unchanged', 'baseline'],
        ['payments', 'new', 'open'],
        ['orders', 'updated', undefined],
        ['retired', 'absent', undefined],
      ]),
    );
  });

  it('a rule that failed is notified once, with its number', () => {
    const failed = outcome('unknown', { messageId: 'rule-error', message: 'It broke.' });
    const [{ toolExecutionNotifications = [] } = {}] =
      runOf(logOf(run({ outcomes: [failed, { ...failed, subject: subject({ name: 'z' }) }] }))).invocations ?? [];
    expect(toolExecutionNotifications).toMatchObject([
      { level: 'error', descriptor: { id: 'rule-error' }, associatedRule: { id: 'backup-coverage', index: 0 } },
    ]);
    expect(toolExecutionNotifications[0]?.message.text).toContain('backup-coverage, for 2 resources, such as arn:aws');
  });

  it('a run without waivers and baseline says nothing of either', () => {
    const [result] = resultsOf(run({ outcomes: [failure()] }));
    expect(Object.keys(result ?? {})).not.toEqual(expect.arrayContaining(['suppressions']));
    expect(Object.keys(result ?? {})).not.toEqual(expect.arrayContaining(['baselineState']));
  });
});

describe('for GitHub', () => {
  it('only what is open is a result', () => {
    const open = mixed.outcomes.filter(({ disposition }) => disposition?.kind === 'open');
    expect(resultsOf(mixed, github)).toHaveLength(open.length);
  });

  it('the most severe violations come first', () => {
    const levels = resultsOf(mixed, github).map(({ level }) => level);
    expect(levels).toEqual(['error', 'error', 'error', 'warning', 'note']);
  });

  it('5,000 results are written, and how many are left out is said', () => {
    const { results, invocations: [invocation] = [] } = runOf(logOf(manyOutcomes(20_000), github));
    const open = Object.values(manyOutcomes(20_000).open).reduce((sum, count) => sum + count, 0);
    expect(results).toHaveLength(5_000);
    expect(invocation?.toolExecutionNotifications?.map(({ message }) => message.text)).toContainEqual(
      `Not all results are in this file. It contains the 5000 most severe of ${open} open violations.`,
    );
  });

  it('a rule’s texts and tags keep to the limits', () => {
    const controls = Array.from({ length: 30 }, (_, i) => `soc2/A${i}`);
    const rule = { title: HOSTILE_TEXTS.long, rationale: HOSTILE_TEXTS.long, controls };
    const [descriptor] = runOf(logOf(run({ rules: [rule] }), github)).tool.driver.rules ?? [];
    expect(descriptor?.shortDescription?.text).toHaveLength(1024);
    expect(descriptor?.shortDescription?.text).toMatch(/x…$/);
    expect(descriptor?.properties?.tags).toHaveLength(20);
    expect(descriptor?.relationships).toHaveLength(30);
  });
});

describe('a location', () => {
  const outcomes = [failure()];
  const placeOf = (options: Partial<SarifOptions>) =>
    resultsOf(run({ outcomes }), options)[0]?.locations?.[0]?.physicalLocation;

  it('is the line that defines the resource, where the source map knows it', () => {
    const sourceMap = { [subject().arn]: { file: 'infra/data base.tf', line: 12 } };
    expect(placeOf({ sourceMap })).toEqual({
      artifactLocation: { uri: 'infra/data%20base.tf', uriBaseId: 'SRCROOT' },
      region: { startLine: 12, startColumn: 1, endLine: 12, endColumn: 2 },
    });
  });

  it('is a path that no repository has otherwise', () => {
    expect(placeOf({ sourceMap: {} })?.artifactLocation?.uri).toBe(
      'aws/111111111111/eu-west-1/rds/arn%3Aaws%3Ards%3Aeu-west-1%3A111111111111%3Adb%3Aorders',
    );
  });
});

it('nothing in a message is a link or a placeholder', () => {
  const outcomes = [failure({ message: '[open](1) {0} [plain]' })];
  expect(resultsOf(run({ outcomes }))[0]?.message.text).toBe('\\[open](1) {{0}} [plain]');
});

it('the category tells uploads apart', () => {
  expect(runOf(logOf(run(), { category: 'compliance/prod' })).automationDetails?.id).toBe(
    `compliance/prod/${run().id}`,
  );
});

it('a waiver that the run does not know still suppresses', () => {
  const disposition = { kind: 'waived', waiver: 'W-9' } as const;
  const [result] = resultsOf(run({ outcomes: [failure({ disposition })], waivers: [waiver()] }));
  expect(result?.suppressions).toMatchObject([{ kind: 'external', status: 'accepted' }]);
});
