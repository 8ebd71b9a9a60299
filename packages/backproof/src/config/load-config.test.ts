import { mkdir } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { RULES } from '../rules.js';
import { faultsOf, packSource, reporterSource, useFolder } from './config.fixture.js';
import { findConfig } from './find-config.js';
import { loadConfig } from './load-config.js';
import { configTemplate } from './template.js';

const { write, path } = useFolder();

const waiver = (fields = ''): string => `- id: W1
  rule: backup-coverage
  resources: ["arn:aws:ec2:*"]
  reason: moves next month
  owner: team-web
  approvedBy: ciso
  expires: 2026-12-31
${fields}`;

describe('every fault of a configuration is told at once, with its place and the way out', () => {
  it.each<[string, string, ...string[]]>([
    [
      'syntax',
      'rules: [1\nextends: {',
      'c.yaml:2:1 Flow sequence in block collection must be sufficiently indented and end with a ]',
      'c.yaml:2:11 Flow map in block collection must be sufficiently indented and end with a }',
    ],
    ['a list for a mapping', '- a', 'c.yaml:1:1 the document must be object'],
    [
      'fields and words that are misspelt',
      'overides: []\nextends: [recomended]\ngate: { failOn: hgh }',
      'c.yaml:1:1 "overides" is not known. Did you mean "overrides"?',
      expect.stringMatching(/^c\.yaml:2:11 "extends\.0" must be recommended, .*Did you mean "recommended"\?$/) as never,
      'c.yaml:3:9 "gate.failOn" must be low, medium, high, critical or never. Did you mean "high"?',
    ],
    [
      'values of another form',
      'scope: { regions: 3 }\ngate: { unknown: 7, allowed: { low: -1 } }',
      'c.yaml:1:10 "scope.regions" must be a list of Regions, or all',
      'c.yaml:2:9 "gate.unknown" must be fail, allow or a list of rule ids and of the kinds unread, forgotten and undecided',
      'c.yaml:2:32 "gate.allowed.low" must be >= 0',
    ],
    ['a key that is there twice', 'packs: []\npacks: []', 'c.yaml:2:1 Map keys must be unique'],
    [
      'rules',
      'rules:\n  restore-tst: "off"\n  backup-coverage: hgih\n  retention-tiers: [low, 1]\n  restore-test: [high, { within: 3, scop: x }]',
      'c.yaml:2:3 rule "restore-tst" is not known. Did you mean "restore-test"?',
      'c.yaml:3:3 "backup-coverage" must be low, medium, high, critical or off, alone or in a list with options. Did you mean "high"?',
      'c.yaml:4:3 "retention-tiers" takes a severity and one mapping of options: [high, { ... }]',
      'c.yaml:5:37 option "scop" is not known. Did you mean "scope"?',
      'c.yaml:5:26 option "within" must be string',
    ],
    [
      'rules of an override',
      'overrides:\n  - match: { types: EBS }\n    rules: { backup-coverage: [low, { maxage: 1h }] }',
      'c.yaml:3:39 option "maxage" is not known. Did you mean "maxAge"?',
    ],
    [
      'faults of form, of rules and of waivers together',
      'gate: { failOn: hgh }\nrules: { restore-tst: "off" }\noverrides: [{ rules: { backup-coverage: hgih } }]\nwaivers: [none.yaml]',
      'c.yaml:1:9 "gate.failOn" must be low, medium, high, critical or never. Did you mean "high"?',
      'c.yaml:3:13 "overrides.0" must have required property \'match\'',
      'c.yaml:2:10 rule "restore-tst" is not known. Did you mean "restore-test"?',
      expect.stringMatching(/^c\.yaml:3:24 "backup-coverage" must be low/) as never,
      expect.stringMatching(/^c\.yaml:4:11 cannot read the waivers none\.yaml/) as never,
    ],
    [
      'packs of another form, whose rules are not known therefore',
      'packs: [3]\nrules: { acme/naming: low }',
      'c.yaml:1:9 "packs.0" must be string',
    ],
    [
      'a report that is not known',
      'reports: { markdwn: {} }',
      'c.yaml:1:12 "reports.markdwn" is not known. Did you mean "markdown"?',
    ],
    [
      'packs and waivers that are not there',
      'packs: [./none.mjs]\nwaivers: [none.yaml, "none-*.yaml"]',
      expect.stringMatching(/^c\.yaml:1:9 cannot load the pack "\.\/none\.mjs": Cannot find module/) as never,
      expect.stringMatching(/^c\.yaml:2:11 cannot read the waivers none\.yaml: ENOENT/) as never,
    ],
  ])('%s', async (_, text, ...faults) => {
    await write({ 'c.yaml': text });
    expect(await faultsOf(path('c.yaml'))).toEqual(faults);
  });

  it('aliases that multiply are refused', async () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]'];
    for (const name of 'bcdefgh') {
      const before = String.fromCharCode(name.charCodeAt(0) - 1);
      bomb.push(`${name}: &${name} [${Array(9).fill(`*${before}`).join(', ')}]`);
    }
    await write({ 'c.yaml': bomb.join('\n') });
    expect(await faultsOf(path('c.yaml'))).toEqual([expect.stringContaining('Excessive alias count')]);
  });

  it.each([
    [
      'no one could have written',
      `a: ${'x'.repeat(9 * 2 ** 20)}`,
      'c.yaml:1:1 cannot read the configuration: it is larger than 8 MiB. Write one with: backproof init',
    ],
    [
      'nest endlessly',
      Array.from({ length: 3000 }, (_, level) => `${' '.repeat(level)}a:`).join('\n'),
      'c.yaml:1:1 the document is nested too deeply',
    ],
  ])('files that %s', async (_, text, fault) => {
    await write({ 'c.yaml': text });
    expect(await faultsOf(path('c.yaml'))).toEqual([fault]);
  });

  it('but no more than can be fixed at once', async () => {
    const rules = Array.from({ length: 5000 }, (_, number) => `  rule-${number}: high`);
    await write({ 'c.yaml': `rules:\n${rules.join('\n')}` });
    expect(await faultsOf(path('c.yaml'))).toHaveLength(50);
    const fields = Array.from({ length: 5000 }, (_, number) => `field-${number}: high`);
    await write({ 'c.yaml': fields.join('\n') });
    expect(await faultsOf(path('c.yaml'))).toHaveLength(50);
  });

  it('a file that cannot be read', async () => {
    expect(await faultsOf(path('none.yaml'))).toEqual([
      expect.stringMatching(/^none\.yaml:1:1 cannot read the configuration: ENOENT.* Write one with: backproof init$/),
    ]);
  });
});

describe('packs', () => {
  it('bring their rules, which are set as any others', async () => {
    await write({
      'pack.mjs': packSource(),
      'c.yaml': 'packs: [./pack.mjs]\nrules: { acme/naming: high }',
    });
    const { rules, entries } = await loadConfig(path('c.yaml'));
    expect([...rules.keys()]).toEqual([...RULES.map(({ id }) => id), 'acme/naming']);
    expect(entries.get('acme/naming')).toEqual({ severity: 'high', options: {} });
  });

  it('bring reporters with a namespace, whose options are set as those of any others', async () => {
    await write({
      'pack.mjs': reporterSource('acme/chat'),
      'c.yaml': 'packs: [./pack.mjs]\nreports: { acme/chat: { bullet: "*" } }',
    });
    const { reporters, file } = await loadConfig(path('c.yaml'));
    expect([...reporters.keys()]).toEqual(['acme/chat']);
    expect(file.reports).toEqual({ 'acme/chat': { bullet: '*' } });
  });

  it('are found by the condition "import" alone, as npm packages often have it', async () => {
    await mkdir(path('node_modules/acme-pack'), { recursive: true });
    await write({
      'node_modules/acme-pack/package.json': '{ "name": "acme-pack", "exports": { "import": "./pack.mjs" } }',
      'node_modules/acme-pack/pack.mjs': packSource(),
      'c.yaml': 'packs: [acme-pack]',
    });
    expect((await loadConfig(path('c.yaml'))).rules.has('acme/naming')).toBe(true);
  });

  it('that are not installed are named in one line', async () => {
    await write({ 'c.yaml': 'packs: ["@acme/none"]' });
    expect(await faultsOf(path('c.yaml'))).toEqual([
      expect.stringMatching(/^c\.yaml:1:9 cannot load the pack "@acme\/none": Cannot find package '@acme\/none'/),
    ]);
  });

  it('are not loaded where that is not wanted, and their rules are told', async () => {
    await write({
      'pack.mjs': 'throw new Error("it ran");',
      'w.yaml': waiver().replace('backup-coverage', 'acme/other'),
      'c.yaml': 'packs: [./pack.mjs]\nrules: { acme/naming: high, restore-test: high }\nwaivers: [w.yaml]',
    });
    const { rules, entries, unjudged } = await loadConfig(path('c.yaml'), 'skip');
    expect([...rules.keys()]).toEqual(RULES.map(({ id }) => id));
    expect([...entries.keys()]).toEqual(['restore-test']);
    expect(unjudged).toEqual(['acme/naming', 'acme/other']);
  });

  it('are refused in a file that is not trusted, which is read without them', async () => {
    const policy = { refusedBecause: 'this file fell from the sky' };
    await write({ 'c.yaml': 'packs: [./pack.mjs]', 'd.yaml': 'rules: { restore-test: high }' });
    await expect(loadConfig(path('c.yaml'), policy)).rejects.toThrow(
      /^packs run code, and this file fell from the sky\. If you trust it, name it with --config; without its packs: --no-packs \(.*c\.yaml:1:1\)$/,
    );
    expect((await loadConfig(path('d.yaml'), policy)).unjudged).toBeUndefined();
  });

  it.each([
    ['that are none', 'export default 3;', 'its default export was not created with definePack()'],
    [
      'whose rules are none',
      'export default { rules: [{ id: "x" }] };',
      'one of its rules was not created with defineRule()',
    ],
    [
      'whose rules are there already',
      packSource("id: 'restore-test'"),
      'its rule "restore-test" already exists; give the pack a namespace',
    ],
    [
      'whose reporter has no namespace',
      reporterSource('chat'),
      'its reporter "chat" needs a namespace; give the pack one',
    ],
    [
      'whose reporters are none',
      'export default { rules: [], reporters: [{ id: "acme/x" }] };',
      'one of its reporters was not created with defineReporter()',
    ],
    [
      'whose types are none',
      'export default { rules: [], types: [{ name: "acme" }] };',
      'one of its types was not created with defineType()',
    ],
    [
      'whose type no service reads',
      'export default { rules: [], types: [{ name: "acme:x", label: { one: "x", many: "xs" } }] };',
      'none of its services yields resources of its type "acme:x"',
    ],
    [
      'whose preset has no namespace',
      'export default { rules: [], presets: [{ id: "strict", rules: {} }] };',
      'its preset "strict" needs a namespace; give the pack one',
    ],
    [
      'whose reporters are there twice',
      reporterSource('acme/chat', 'acme/chat'),
      'its reporter "acme/chat" already exists; give the pack another namespace',
    ],
  ])('%s are refused', async (_, source, cause) => {
    await write({ 'pack.mjs': source, 'c.yaml': 'packs: [./pack.mjs]' });
    expect(await faultsOf(path('c.yaml'))).toEqual([`c.yaml:1:9 cannot load the pack "./pack.mjs": ${cause}`]);
  });
});

describe('presets of packs', () => {
  const pack = (rules: string) => `export default { rules: [], presets: [{ id: 'acme/strict', rules: ${rules} }] };`;

  it('are extended by their names', async () => {
    await write({
      'pack.mjs': pack("{ hygiene: 'off', 'restore-test': ['low', { within: '30d' }] }"),
      'c.yaml': 'packs: [./pack.mjs]\nextends: [recommended, acme/strict]',
    });
    const { presets } = await loadConfig(path('c.yaml'));
    expect(presets).toEqual(
      new Map([
        [
          'acme/strict',
          new Map<string, object>([
            ['hygiene', { off: true }],
            ['restore-test', { severity: 'low', options: { within: '30d' } }],
          ]),
        ],
      ]),
    );
  });

  it('have faults where the pack is listed', async () => {
    await write({ 'pack.mjs': pack("{ 'restore-tst': 'low' }"), 'c.yaml': 'packs: [./pack.mjs]' });
    expect(await faultsOf(path('c.yaml'))).toEqual([
      'c.yaml:1:9 preset "acme/strict": rule "restore-tst" is not known. Did you mean "restore-test"?',
    ]);
  });

  it('and types are refused where packs are not loaded', async () => {
    const text = 'packs: [./pack.mjs]\nextends: [acme/strict]\nscope: { types: ["acme:x"] }';
    await write({ 'pack.mjs': pack('{}'), 'c.yaml': text });
    await expect(loadConfig(path('c.yaml'), 'skip')).rejects.toThrow(
      /"acme\/strict" belongs to a pack.*\n"acme:x" belongs to a pack/,
    );
  });
});

describe('waivers', () => {
  it('are read from every file that is named or matched, with where they stand', async () => {
    await write({
      'w1.yaml': waiver('  ticket: T-1'),
      'w2.yaml': waiver().replace('W1', 'W2').replace('2026-12-31', '2026-12-31T12:00:00+01:00'),
      'c.yaml': 'waivers: ["w*.yaml"]',
    });
    const { waivers } = await loadConfig(path('c.yaml'));
    expect(waivers).toMatchObject([
      { id: 'W1', ticket: 'T-1', expires: Date.parse('2027-01-01T00:00:00Z'), source: { line: 1 } },
      { id: 'W2', expires: Date.parse('2026-12-31T11:00:00Z') },
    ]);
  });

  it('with faults are told all at once', async () => {
    await write({
      'w.yaml': `${waiver()}${waiver().replace('2026-12-31', '2026-02-31').replace('backup-coverage', 'backup-covrage')}`,
      'x.yaml': '- id: 3\n  colour: red',
      'c.yaml': 'waivers: [w.yaml, x.yaml]',
    });
    expect(await faultsOf(path('c.yaml'))).toEqual([
      'w.yaml:8:3 the waiver "W1" already exists',
      'w.yaml:9:3 rule "backup-covrage" is not known. Did you mean "backup-coverage"?',
      'w.yaml:14:3 "2026-02-31" is not a valid date. Write 2026-12-31 or 2026-12-31T12:00:00Z.',
      ...['rule', 'resources', 'reason', 'owner', 'approvedBy', 'expires'].map(
        (field) => `x.yaml:1:3 "0" must have required property '${field}'`,
      ),
      'x.yaml:1:3 "0.id" must be string',
      expect.stringMatching(/^x\.yaml:2:3 "0\.colour" is not known/),
    ]);
  });
});

it('a configuration is found in its folder or in the nearest above', async () => {
  await mkdir(path('deep/er'), { recursive: true });
  await write({ 'backproof.config.yml': '' });
  expect((await findConfig(path('deep/er')))?.path).toBe(path('backproof.config.yml'));
  await write({ 'deep/backproof.config.json': '{}' });
  expect((await findConfig(path('deep/er')))?.path).toBe(path('deep/backproof.config.json'));
});

it('an empty file says nothing, and is right', async () => {
  await write({ 'c.yaml': '# nothing yet' });
  expect(await faultsOf(path('c.yaml'))).toEqual([]);
});

it('the configuration that init writes is right, and so is every example in its comments', async () => {
  const template = configTemplate(RULES);
  const examples = template
    .replace(/^# packs:.*$/m, '')
    .replace(/^# ([a-z]+:.*| {2}.*)$/gm, '$1')
    .replace('# allowed', 'allowed');
  await write({ 'c.yaml': template, 'examples.yaml': examples });
  expect(await faultsOf(path('c.yaml'))).toEqual([]);
  expect(await faultsOf(path('examples.yaml'))).toEqual([]);
  const { file, entries, overrides } = await loadConfig(path('examples.yaml'));
  expect(Object.keys(file)).toEqual([
    'extends',
    'scope',
    'rules',
    'overrides',
    'waivers',
    'baseline',
    'gate',
    'audit',
    'reports',
  ]);
  expect([entries.size, overrides.length]).toEqual([RULES.length, 1]);
});
