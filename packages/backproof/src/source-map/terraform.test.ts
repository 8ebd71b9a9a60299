import { describe, expect, it } from '@jest/globals';
import { blockFinder, terraformBlocks } from './terraform-blocks.js';
import { isState, looksLikeState, stateDefinitions } from './terraform-state.js';

const main = `terraform {}

resource "aws_db_instance" "orders" {
}
  resource   "aws_instance"   "web" {}
# resource "aws_db_instance" "gone" {}
data "aws_db_instance" "other" {}
`;
const blocks = [
  ...terraformBlocks('infra/main.tf', main),
  ...terraformBlocks('infra/db/main.tf', 'resource "aws_db_instance" "this" {}\r\n'),
  ...terraformBlocks('infra/a/main.tf', 'resource "aws_efs_file_system" "fs" {}'),
  ...terraformBlocks('infra/b/main.tf', 'resource "aws_efs_file_system" "fs" {}'),
];
const placeOf = blockFinder(blocks, 'infra');

describe('the blocks of Terraform files', () => {
  it.each([
    ['in the root module', 'aws_db_instance', 'orders', undefined, { file: 'infra/main.tf', line: 3 }],
    ['indented', 'aws_instance', 'web', undefined, { file: 'infra/main.tf', line: 5 }],
    ['in a module', 'aws_db_instance', 'this', 'module.db', { file: 'infra/db/main.tf', line: 1 }],
    ['of the root module, but in a module', 'aws_db_instance', 'this', undefined, undefined],
    ['of a module, but in the root module', 'aws_db_instance', 'orders', 'module.db', undefined],
    ['in two modules', 'aws_efs_file_system', 'fs', 'module.files', undefined],
    ['commented out', 'aws_db_instance', 'gone', undefined, undefined],
    ['that only read', 'aws_db_instance', 'other', undefined, undefined],
  ])('are found where they are one: %s', (_, type, name, module, expected) => {
    expect(placeOf(type, name, module)).toEqual(expected);
  });

  it('are found where the root module is where the command runs', () => {
    const found = blockFinder(terraformBlocks('main.tf', main), '')('aws_instance', 'web', undefined);
    expect(found).toEqual({ file: 'main.tf', line: 5 });
  });
});

const resource = (fields: object) => ({ mode: 'managed', type: 'aws_db_instance', name: 'orders', ...fields });

describe('a state of Terraform', () => {
  it('tells what was made of a block, each of its instances and their volumes', () => {
    const instance = 'arn:aws:ec2:eu-west-1:111111111111:instance/i-1';
    const state = {
      version: 4,
      resources: [
        resource({ instances: [{ attributes: { arn: 'arn:a' } }, { attributes: { arn: 'arn:b' } }] }),
        resource({
          ...{ type: 'aws_instance', name: 'web' },
          instances: [
            {
              attributes: {
                arn: instance,
                root_block_device: [{ volume_id: 'vol-1' }],
                ebs_block_device: [{ volume_id: 'vol-2' }, { volume_id: null }, null],
              },
            },
          ],
        }),
      ],
    };
    expect(isState(state) && stateDefinitions(state, placeOf)).toEqual({
      definitions: [
        { defines: { arn: 'arn:a' }, place: { file: 'infra/main.tf', line: 3 } },
        { defines: { arn: 'arn:b' }, place: { file: 'infra/main.tf', line: 3 } },
        { defines: { arn: instance }, place: { file: 'infra/main.tf', line: 5 } },
        {
          defines: { arn: 'arn:aws:ec2:eu-west-1:111111111111:volume/vol-1' },
          place: { file: 'infra/main.tf', line: 5 },
        },
        {
          defines: { arn: 'arn:aws:ec2:eu-west-1:111111111111:volume/vol-2' },
          place: { file: 'infra/main.tf', line: 5 },
        },
      ],
      unplaced: 0,
    });
  });

  it('counts what has no block, and nothing that was only read or has no ARN', () => {
    const state = {
      version: 4,
      resources: [
        resource({ name: 'unknown', instances: [{ attributes: { arn: 'arn:a' } }] }),
        resource({ mode: 'data', instances: [{ attributes: { arn: 'arn:b' } }] }),
        resource({ name: 'bare', instances: [{ attributes: { id: 'x' } }, { attributes: null }, {}] }),
      ],
    };
    expect(isState(state) && stateDefinitions(state, placeOf)).toEqual({ definitions: [], unplaced: 1 });
  });

  it.each([
    ['of another version', { terraform_version: '0.11.1', version: 3, modules: [] }],
    ['with resources of another form', { terraform_version: '1.9.0', version: 4, resources: [{ type: 7 }] }],
  ])('is known and not read, if it is one %s', (_, value) => {
    expect([looksLikeState(value), isState(value)]).toEqual([true, false]);
  });

  it.each([null, 'x', [], { resources: [] }])('is not %j', (value) => {
    expect(looksLikeState(value)).toBe(false);
  });
});
