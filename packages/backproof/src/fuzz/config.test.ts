import { writeFileSync } from 'node:fs';
import { describe, it } from '@jest/globals';
import fc from 'fast-check';
import { always, expectDocumented, run, useFolder } from './fuzz.fixture.js';
import { damaged, damages, mutated, mutations } from './mutations.fixture.js';

const inFolder = useFolder();
const CONFIG = inFolder('config.yaml');

const WAIVER = {
  ...{ id: 'W1', rule: 'backup-coverage', resources: ['arn:aws:ec2:*'], reason: 'moves', owner: 'web' },
  ...{ approvedBy: 'ciso', expires: '2026-12-31' },
};
const FILE = {
  extends: ['strict'],
  scope: {
    ...{ regions: ['eu-west-1'], roles: ['arn:aws:iam::111111111111:role/x'], externalId: 'x', types: ['EBS'] },
    exclude: [{ match: { types: 'EC2', tags: { stage: ['dev', 'test'] } }, reason: 'not kept' }],
  },
  rules: { 'restore-test': ['high', { within: '30d' }], 'backup-coverage': { severities: { stale: 'low' } } },
  overrides: [{ match: { accounts: ['1*'], arns: 'arn:*' }, rules: { 'retention-tiers': 'off' } }],
  waivers: ['waivers*.yaml'],
  baseline: 'baseline.json',
  gate: { failOn: 'high', allowed: { high: 3 }, unknown: ['restore-test'] },
  reports: { sarif: { profile: 'github' } },
};

const changes = fc.array(mutations, { maxLength: 2 });

describe('a configuration', () => {
  it('that was changed or damaged, or its waivers, is used or refused', async () => {
    await always(fc.tuple(changes, changes, fc.option(damages)), async ([file, waivers, damage]) => {
      const text = Buffer.from(JSON.stringify(file.reduce<unknown>(mutated, FILE), null, 1));
      writeFileSync(CONFIG, damage === null || text.length === 0 ? text : damaged(text, damage));
      writeFileSync(inFolder('waivers.yaml'), JSON.stringify(waivers.reduce<unknown>(mutated, [WAIVER])));
      expectDocumented(await run(['config', '--config', CONFIG]), [0, 2]);
    });
  });
});
