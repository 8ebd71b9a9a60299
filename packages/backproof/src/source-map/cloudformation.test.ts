import { expect, it } from '@jest/globals';
import { parseYaml } from '../config/yaml-source.js';
import { isTemplate, templateDefinitions } from './cloudformation.js';

const template = parseYaml(
  'shop.yaml',
  `AWSTemplateFormatVersion: 2010-09-09
Resources:
  Orders:
    Type: AWS::RDS::DBInstance
    Properties: { DBSubnetGroupName: !Ref Subnets, KmsKeyId: !GetAtt [Key, Arn] }
  "Files":
    Type: AWS::EFS::FileSystem
`,
);

it('a template defines each resource by its logical id, on the line of it', () => {
  expect(templateDefinitions(template, 'infra/shop.yaml')).toEqual([
    { defines: { logicalId: 'Orders', type: 'AWS::RDS::DBInstance' }, place: { file: 'infra/shop.yaml', line: 3 } },
    { defines: { logicalId: 'Files', type: 'AWS::EFS::FileSystem' }, place: { file: 'infra/shop.yaml', line: 6 } },
  ]);
});

it('a template defines the resources of the stack that is named', () => {
  const [orders] = templateDefinitions(template, 'shop.yaml', 'shop-prod');
  expect(orders?.defines).toEqual({ logicalId: 'Orders', type: 'AWS::RDS::DBInstance', stack: 'shop-prod' });
});

it.each([null, [], { Resources: [] }, { Resources: { A: 1 } }, { Resources: { A: { Type: 1 } } }, { resources: {} }])(
  '%j is no template',
  (value) => {
    expect(isTemplate(value)).toBe(false);
  },
);
