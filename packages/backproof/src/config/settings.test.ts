import { describe, expect, it } from '@jest/globals';
import { neededFor } from '../needed.js';
import { useFolder } from './config.fixture.js';
import { noConfig } from './config.js';
import { loadConfig } from './load-config.js';
import { settingRows } from './setting-rows.js';
import { activeRules, ownershipTags, settle } from './settings.js';
import type { Layer } from './settings.js';

const { write, path } = useFolder();

async function settled(text: string, over: Layer = {}, only?: readonly string[]) {
  await write({ 'c.yaml': text });
  const config = await loadConfig(path('c.yaml'));
  return settle(config, over, only && { value: only, origin: 'flag --rule' });
}

/** What holds of some settings: `value (origin)`, with the name of the file alone. */
async function rows(named: RegExp, ...given: Parameters<typeof settled>) {
  return settingRows(await settled(...given)).flatMap(([name, value, origin]) =>
    named.test(name) ? [`${name} ${value} (${origin.replace(/^.*\/(?=c\.yaml)/, '')})`] : [],
  );
}

describe('what holds', () => {
  it('without a file is the recommended preset and the default gate', () => {
    const settings = settle(noConfig(), {});
    expect(settingRows(settings)).toEqual(expect.arrayContaining([['gate.failOn', '"medium"', 'default']]));
    expect(activeRules(settings).map(({ rule }) => rule.id)).toHaveLength(5);
  });

  it('comes from flags before the file, and from the file before the defaults', async () => {
    const over: Layer = { 'gate.failOn': { value: 'critical', origin: 'flag --fail-on' } };
    expect(await rows(/^gate/, 'gate: { failOn: high, unknown: [restore-test] }', over)).toEqual([
      'gate.failOn "critical" (flag --fail-on)',
      'gate.allowed {} (default)',
      'gate.unknown ["restore-test"] (c.yaml:1:23)',
    ]);
  });

  it('of a rule is the entry of the file, whole, before those of presets, of which the last one stands', async () => {
    const text =
      'extends: [strict, recommended]\nrules: { restore-test: [low, { within: 30d }], backup-coverage: "off" }';
    expect(await rows(/^rules\.(restore-test|backup-coverage)(\.(within|proof))?$/, text)).toEqual([
      'rules.backup-coverage off (c.yaml:2:48)',
      'rules.restore-test low (c.yaml:2:10)',
      'rules.restore-test.within "30d" (c.yaml:2:10)',
      'rules.restore-test.proof "indirect" (rule default)',
    ]);
  });

  it('are no rules where nothing is extended and none is named', async () => {
    expect(activeRules(await settled('extends: []'))).toEqual([]);
  });

  it('of a framework are the rules that support its controls', async () => {
    const ids = activeRules(await settled('extends: [soc2]')).map(({ rule }) => rule.id);
    expect(ids).toContain('backup-coverage');
  });
});

describe('the tags of an audit', () => {
  it('are none unless they are named, and make a scan read tags', async () => {
    expect(ownershipTags(await settled('extends: []'))).toEqual({});
    const named = ownershipTags(await settled('audit: { ownerTag: Owner }'));
    expect(named).toEqual({ ownerTag: 'Owner' });
    expect([...neededFor([], named).populations]).toContain('tags');
    expect([...neededFor([]).populations]).not.toContain('tags');
  });
});

describe('overrides', () => {
  const text = `overrides:
  - match: { types: RDS, tags: { env: [prod, "p*"] } }
    rules: { restore-test: [critical, { within: 30d }], replication-only: "off" }
  - match: { accounts: "222222222222" }
    rules: { restore-test: low }`;

  it('go to the engine by rule, in their order', async () => {
    const rule = activeRules(await settled(text)).find((each) => each.rule.id === 'restore-test');
    expect(rule?.overrides).toEqual([
      {
        match: { types: ['RDS'], tags: { env: ['prod', 'p*'] } },
        severity: 'critical',
        options: { within: '30d' },
      },
      { match: { accounts: ['222222222222'] }, severity: 'low', options: {} },
    ]);
  });

  it('are shown with their place', async () => {
    expect(await rows(/replication-only for/, text)).toEqual([
      'rules.replication-only for {"types":["RDS"],"tags":{"env":["prod","p*"]}} off (c.yaml:3:57)',
    ]);
  });

  it('keep a rule in that is off elsewhere', async () => {
    const settings = await settled(
      'rules: { restore-test: "off" }\noverrides: [{ match: { types: EBS }, rules: { restore-test: high } }]',
    );
    expect(activeRules(settings).find(({ rule }) => rule.id === 'restore-test')).toMatchObject({ off: true });
  });
});

describe('rules that a flag names', () => {
  it('judge alone, with what the file sets of them', async () => {
    const settings = await settled('rules: { restore-test: [low, { within: 30d }] }', {}, ['restore-test']);
    expect(activeRules(settings)).toMatchObject([{ rule: { id: 'restore-test' }, severity: 'low' }]);
  });

  it('judge even where the file has them off', async () => {
    const settings = await settled('rules: { restore-test: "off" }', {}, ['restore-test']);
    expect(activeRules(settings).map(({ rule, off }) => [rule.id, off])).toEqual([['restore-test', undefined]]);
  });
});

it('what is excluded is as the file says it, each with its reason', async () => {
  const { values } = await settled('scope: { exclude: [{ match: { arns: "arn:*" }, reason: not ours }] }');
  expect(values['scope.exclude'].value).toEqual([{ match: { arns: ['arn:*'] }, reason: 'not ours' }]);
});
