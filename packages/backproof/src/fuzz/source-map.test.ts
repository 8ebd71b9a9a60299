import { mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import fc from 'fast-check';
import { always, expectDocumented, run, useFolder } from './fuzz.fixture.js';
import { damaged, damages, mutated, mutations } from './mutations.fixture.js';

const inFolder = useFolder();
const INVENTORY = inFolder('i.gz');
const MAP = 'fuzzed/map.json';
const folder = process.cwd();

const ARN = 'arn:aws-cn:ec2:cn-north-1:888888888888:volume/vol-1';
const MAPS: readonly unknown[] = [
  [
    { arn: ARN, file: 'infra/a.tf', line: 3 },
    { tags: { team: 'web', stage: 'prod' }, file: 'infra/b.tf' },
  ],
  {
    version: 4,
    terraform_version: '1.9.0',
    resources: [
      {
        ...{ mode: 'managed', type: 'aws_instance', name: 'web', module: 'module.web' },
        instances: [{ attributes: { arn: ARN, root_block_device: [{ volume_id: 'vol-1' }] } }],
      },
    ],
  },
  { Resources: { Db: { Type: 'AWS::RDS::DBInstance', Properties: {} }, Vol: { Type: 'AWS::EC2::Volume' } } },
];

beforeAll(async () => {
  await run(['scan', '--sandbox', 'china', '--save-inventory', INVENTORY]);
  process.chdir(inFolder('.'));
  mkdirSync('fuzzed');
});
afterAll(() => {
  process.chdir(folder);
});

const report = ['evaluate', INVENTORY, '--unknown', 'allow', '--fail-on', 'never', '--report', `sarif=report.sarif`];

describe('a source map', () => {
  it('that was changed or damaged is used or refused', async () => {
    const change = fc.array(mutations, { minLength: 1, maxLength: 3 });
    await always(fc.tuple(fc.constantFrom(...MAPS), change, fc.option(damages)), async ([map, made, damage]) => {
      const text = Buffer.from(JSON.stringify(made.reduce(mutated, map)));
      writeFileSync(MAP, damage === null || text.length === 0 ? text : damaged(text, damage));
      expectDocumented(await run([...report, '--source-map', MAP]), [0, 2]);
    });
  });
});
