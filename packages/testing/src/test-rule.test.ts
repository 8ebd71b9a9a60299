import { describe, expect, it } from '@jest/globals';
import type { Needs, OptionSchema, Rule } from '@backproof/core';
import { backupJob, bunkerVaultArn, dailyPoints, ec2Instance, recoveryPoint } from './builders/index.js';
import { needChecks } from './need-checks.js';
import { enoughPoints, ruleOf } from './rules.fixture.js';
import type { Stories, Story } from './story.js';
import { failures, testRun } from './test-run.fixture.js';
import { testRule } from './test-rule.js';
import type { TestEnvironment } from './test-environment.js';

const resource = ec2Instance();
const recoveryPoints = [recoveryPoint(resource)];

const held: Story = {
  name: 'one point',
  given: { resource, recoveryPoints, backupJobs: [backupJob(resource, { id: 'job-1' })] },
  message: 'held',
  data: { count: 1 },
  evidence: ['job-1'],
};
const missing: Story = { name: 'no point', given: { resource }, message: 'missing', data: { count: 0 } };
const missingTwo: Story = { ...missing, name: 'two are asked for', options: { least: 2 }, data: { least: 2 } };
const stories: Stories = { pass: [held], fail: [missing, missingTwo] };

testRule(enoughPoints, stories);

describe('a table that holds', () => {
  it('is a test for each story, for the table and for each need', () => {
    expect([...testRun(enoughPoints, stories).keys()]).toEqual([
      ...['pass: one point', 'fail: no point', 'fail: two are asked for'],
      'the rule says what it asks for, why and what to do',
      'every option is described, and rejects invalid values',
      ...['the table has a pass and a fail', 'the table has each story once', 'the table knows the messages'],
      ...['every failure has its data', 'every message is exercised', 'every option is exercised'],
      'the preset strict sets what is not so by default',
      'nothing is concluded but what the rest proves where recoveryPoints cannot be read',
      'the same is concluded, or the rule itself says that it is unknown, where backupJobs cannot be read',
    ]);
  });

  it('fails nowhere', () => {
    expect(failures(enoughPoints, stories)).toEqual({});
  });
});

describe('a story that does not hold fails by', () => {
  it.each<[string, Partial<Story>, string]>([
    [
      'its verdict',
      { given: { resource } },
      'expected pass "held", got fail "missing": web has 0 recovery points; 1 are asked for.',
    ],
    ['its data', { data: { count: 2 } }, 'expected count to be 2, got 1'],
    [
      'data that the message does not have',
      { data: { toString: 'x' } },
      'expected toString to be "x", got no such value',
    ],
    ['its evidence', { evidence: ['job-2'] }, 'expected job-2 among the evidence, got job-1'],
    ['its options', { options: { most: 1 } }, 'options of rule "enough-points": "most" is not an option'],
    ['a resource that no scan judges', { given: { resource: ec2Instance({ spot: true }) } }, 'web is not judged: spot'],
    [
      'a resource that cannot be read',
      { given: { resource, unread: ['resources'] } },
      'web is not judged: its type could not be read',
    ],
  ])('%s', (_, change, why) => {
    expect(failures(enoughPoints, { ...stories, pass: [{ ...held, ...change }] })).toMatchObject({
      'pass: one point': why,
    });
  });
});

describe('a table that is not strict fails, as', () => {
  it.each<[string, Stories, string, string]>([
    [
      'it is empty',
      {},
      'the table has a pass and a fail',
      [
        'no story comes to pass: without one, a rule that always says the same would hold',
        'no story comes to fail: without one, a rule that always says the same would hold',
      ].join('\n'),
    ],
    [
      'two stories have one name',
      { ...stories, fail: [missing, { ...missingTwo, name: 'one point' }] },
      'the table has each story once',
      'two stories are called "one point"',
    ],
    [
      'two stories give the same',
      { ...stories, fail: [missing, missingTwo, { ...missing, name: 'again' }] },
      'the table has each story once',
      '"again" gives what another story gives already, with the same options',
    ],
    [
      'a message does not exist',
      { ...stories, fail: [missing, { ...missingTwo, message: 'toString' }] },
      'the table knows the messages',
      '"two are asked for" expects "toString", which is not a message of the rule',
    ],
    [
      'a failure is told without data',
      { ...stories, fail: [missingTwo, { name: 'bare', given: { resource }, message: 'missing' }] },
      'every failure has its data',
      '"bare" fails without data: name what "missing" must say',
    ],
    [
      'a message is not exercised',
      { fail: [missing, missingTwo] },
      'every message is exercised',
      'no story comes to "held"',
    ],
    [
      'an option is not exercised',
      { pass: [held], fail: [{ ...missing, options: { least: 1 } }] },
      'every option is exercised',
      'no story gives the option "least" another value than its default',
    ],
    [
      'an option makes no difference',
      {
        pass: [
          { ...held, given: { resource, recoveryPoints: dailyPoints(resource, { days: 3 }) }, options: { least: 2 } },
        ],
        fail: [missing],
      },
      'every option is exercised',
      'no story would end otherwise if the option "least" had its default',
    ],
  ])('%s', (_, table, name, why) => {
    expect(failures(enoughPoints, table)).toMatchObject({ [name]: why });
  });
});

describe('a preset strict is caught that', () => {
  const check = 'the preset strict sets what is not so by default';
  it.each<[string, object, string]>([
    ['sets an option to its default', { least: 1 }, 'the preset strict sets the option "least" to its default'],
    ['does not fit the schema', { least: -1 }, 'options of rule "enough-points": least must be >= 0'],
  ])('%s', (_, strict, why) => {
    const rule = { ...enoughPoints, options: { ...enoughPoints.options, strict } };
    expect(failures(rule, stories)).toEqual({ [check]: why });
  });
});

describe('a rule that says too little of itself is caught,', () => {
  const rule = (change: Partial<Rule>): Rule => ({ ...enoughPoints, ...change });
  const withSchema = (schema: OptionSchema): Rule => rule({ options: { schema, defaults: { least: 1 } } });
  const described = { type: 'object', additionalProperties: false };

  it.each<[string, Rule, string]>([
    ['its id', rule({ id: 'Enough points' }), 'its id is "Enough points"'],
    ['its version', rule({ version: '1' }), 'its version is "1"'],
    ['its title', rule({ title: '' }), 'its title is ""'],
    ['its rationale', rule({ rationale: ' ' }), 'its rationale is " "'],
    ['its remediation', rule({ remediation: '' }), 'its remediation is ""'],
    ['a control without its framework', rule({ controls: ['soc2/A1.2', 'A1.2'] }), 'one of its controls is "A1.2"'],
    [
      'a schema that takes what it does not have',
      withSchema({ type: 'object', properties: { least: { type: 'integer', description: 'How many.' } } }),
      'its schema takes options that it does not have',
    ],
    [
      'defaults that its schema does not take',
      withSchema({ ...described, properties: { least: { type: 'string', description: 'How many.' } } }),
      'its defaults do not fit its schema',
    ],
    [
      'an option that takes anything',
      withSchema({ ...described, properties: { least: { description: 'How many.' } } }),
      'its option "least" takes anything',
    ],
    [
      'an option that is not described',
      withSchema({ ...described, properties: { least: { type: 'integer' } } }),
      'its option "least" has no description',
    ],
  ])('%s', (_, changed, why) => {
    expect(Object.values(failures(changed, stories))).toContain(why);
  });
});

describe('a rule that concludes too much from evidence that is missing is caught, which', () => {
  const one: Story = { name: 'one', given: { resource, recoveryPoints }, message: 'missing' };
  const none: Story = { name: 'none', given: { resource }, message: 'held' };
  const bad = recoveryPoint(resource, { status: 'PARTIAL', vaultArn: bunkerVaultArn });
  const mixed: Story = {
    name: 'mixed',
    given: { resource, recoveryPoints: [...recoveryPoints, bad] },
    message: 'missing',
  };

  it.each<[string, Rule, Stories, string, string]>([
    [
      'passes where it sees nothing',
      ruleOf({ recoveryPoints: 'enough' }, (dossier) => dossier.recoveryPoints.count === 0),
      { pass: [none], fail: [one] },
      'nothing is concluded but what the rest proves where recoveryPoints cannot be read',
      '"one" is pass without vaults, recoveryPoints: It holds.',
    ],
    [
      'passes where it sees only what is good',
      ruleOf({ recoveryPoints: 'enough' }, (dossier) =>
        [...dossier.recoveryPoints].every(({ status }) => status === 'COMPLETED'),
      ),
      { pass: [{ ...one, message: 'held' }], fail: [mixed] },
      'nothing is concluded but what the rest proves where recoveryPoints cannot be read',
      `"mixed" is pass without recoveryPoints ${bunkerVaultArn}: It holds.`,
    ],
    [
      'judges by what should only explain',
      ruleOf({ backupJobs: 'context' }, (dossier) => dossier.backupJobs.length > 0),
      {
        pass: [{ ...none, given: { resource, backupJobs: [backupJob(resource)] } }],
        fail: [{ ...none, message: 'missing' }],
      },
      'the same is concluded, or the rule itself says that it is unknown, where backupJobs cannot be read',
      '"none" is fail without backupJobs: It does not hold.',
    ],
  ])('%s', (_, rule, table, name, why) => {
    expect(failures(rule, table)).toMatchObject({ [name]: expect.stringContaining(why) });
  });
});

describe('a need is checked', () => {
  const checked = (needs: Needs) => needChecks(ruleOf(needs, () => true)).map(({ name }) => name);

  it('by its strength', () => {
    expect(checked({ assignments: 'all', replicas: 'enough', copyJobs: 'context' })).toEqual([
      'nothing is concluded where assignments cannot be read',
      'nothing is concluded but what the rest proves where replicas cannot be read',
      'the same is concluded, or the rule itself says that it is unknown, where copyJobs cannot be read',
    ]);
  });

  it('as context only by what no other need is made of', () => {
    expect(checked({ recoveryPoints: 'enough', vaults: 'context' })).toEqual([
      'nothing is concluded but what the rest proves where recoveryPoints cannot be read',
    ]);
  });
});

it('without the globals of a test runner it says what to do', () => {
  const { it: kept } = globalThis as Partial<TestEnvironment>;
  Reflect.set(globalThis, 'it', undefined);
  try {
    expect(() => {
      testRule(enoughPoints, stories);
    }).toThrow('pass those of the test runner: testRule(rule, stories, { describe, it })');
  } finally {
    Reflect.set(globalThis, 'it', kept);
  }
});
