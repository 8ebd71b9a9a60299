import { spawnSync } from 'node:child_process';
import * as backup from '@aws-sdk/client-backup';
import * as kms from '@aws-sdk/client-kms';
import * as resourcegroupstaggingapi from '@aws-sdk/client-resource-groups-tagging-api';
import { fixFinder, fixLines } from '@backproof/core';
import type { Command, Fix, FixedFailure, FixForm } from '@backproof/core';
import { estates } from '@backproof/sandbox';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { NormalizedSchema } from '@smithy/core/schema';
import { backproof } from './support/cli.js';
import { rulesOf, scanEstate } from './support/estate-scan.js';
import { terraformFault } from './support/terraform.js';

const CLIENTS: Readonly<Record<string, object>> = { backup, kms, resourcegroupstaggingapi };

/** The members of a value that the API does not know, by their paths. */
function strangersIn(value: unknown, schema: NormalizedSchema, path: string): readonly string[] {
  if (schema.isListSchema()) {
    return Array.isArray(value) ? value.flatMap((item) => strangersIn(item, schema.getValueSchema(), path)) : [path];
  }
  if (!schema.isStructSchema() || typeof value !== 'object' || value === null) return [];
  const members = new Map(schema.structIterator());
  return Object.entries(value).flatMap(([name, each]) => {
    const member = members.get(name);
    return member === undefined ? [`${path}.${name}`] : strangersIn(each, member, `${path}.${name}`);
  });
}

/** The form of an operation's input, as the SDK has it. */
function inputOf(operation: string): NormalizedSchema {
  const [service = '', name = ''] = operation.split(':');
  const found: unknown = Object.entries(CLIENTS[service] ?? {}).find(([key]) => key === `${name}Command`)?.[1];
  if (typeof found !== 'function') throw new Error(`there is no ${operation}`);
  const { schema } = new (found as new (input: object) => { readonly schema: readonly unknown[] })({});
  return NormalizedSchema.of(schema[4] as Parameters<typeof NormalizedSchema.of>[0]);
}

const faultsOfCommand = ({ operation, input, reads }: Command): readonly string[] =>
  strangersIn({ ...input, ...(reads && { [reads.member]: {} }) }, inputOf(operation), operation);

/** The inputs of the API that have the form of a resource of CloudFormation. @source their pages in the CloudFormation template reference */
const LIKE: Readonly<Record<string, (properties: object) => Command['input']>> = {
  'AWS::Backup::BackupSelection': (properties) => ({ ...properties }),
  'AWS::Backup::RestoreTestingPlan': (properties) => ({ RestoreTestingPlan: { ...properties } }),
  'AWS::Backup::RestoreTestingSelection': ({
    RestoreTestingPlanName,
    ...selection
  }: {
    RestoreTestingPlanName?: string;
  }) => ({
    ...(RestoreTestingPlanName !== undefined && { RestoreTestingPlanName }),
    RestoreTestingSelection: { ...selection },
  }),
};

function faultsOfResource({ cloudFormation }: Fix): readonly string[] {
  const { heading, settings = {} } = cloudFormation ?? {};
  if (heading === undefined) return [];
  const input = LIKE[heading]?.(settings);
  const operation = heading.replace(/^AWS::Backup::/, 'backup:Create');
  return input === undefined ? [`${heading} is not known`] : strangersIn(input, inputOf(operation), operation);
}

const textOf = (fix: Fix, form: FixForm): string =>
  fixLines(fix, form)
    .filter((line) => line.startsWith('  ') && !line.includes('There is nothing for it'))
    .join('\n');

describe.each(['demo', 'org', 'vaults', 'limits'].flatMap((name) => estates.get(name) ?? []))(
  'the fixes in the estate $name',
  (estate) => {
    let failures: readonly FixedFailure[];
    let fixes: readonly Fix[];

    beforeAll(async () => {
      const { inventory, run } = await scanEstate(estate);
      const rules = rulesOf(estate);
      const fixesFor = fixFinder(inventory, rules);
      const open = [...run.outcomes].filter(({ disposition }) => disposition?.kind === 'open');
      failures = open.map((outcome) => ({ outcome, fixes: fixesFor(outcome) }));
      fixes = failures.flatMap((failure) => failure.fixes);
    });

    it('are there', () => {
      expect(fixes.length).toBeGreaterThan(0);
    });

    it('are calls that the API knows', () => {
      expect(fixes.flatMap(({ commands }) => commands.flatMap(faultsOfCommand))).toEqual([]);
    });

    it('are resources that CloudFormation knows', () => {
      expect(fixes.flatMap(faultsOfResource)).toEqual([]);
    });

    it('are Terraform', () => {
      const faults = fixes.flatMap((fix) => {
        const text = textOf(fix, 'terraform');
        const fault = terraformFault(text);
        return fault === null ? [] : [text];
      });
      expect(faults).toEqual([]);
    });

    it('are commands that a shell reads', () => {
      const script = fixes.map((fix) => textOf(fix, 'cli')).join('\n');
      expect(spawnSync('sh', ['-n'], { input: script, encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
    });

    it('come with a warning, and after another, where they lock for ever', () => {
      for (const { fixes: ofOne } of failures) {
        const lasting = ofOne.flatMap(({ commands, warning }, place) =>
          commands.some(({ input }) => 'ChangeableForDays' in input) ? [{ place, warned: warning !== undefined }] : [],
        );
        expect(lasting.every(({ place, warned }) => place > 0 && warned)).toBe(true);
      }
    });
  },
);

it('explain prints them where they are asked for, in the form that is named', async () => {
  const { stdout } = await backproof(['explain', 'surveys', '--sandbox', '--fix']);
  expect(stdout).toContain('Backproof changes nothing');
  expect(stdout).toContain('aws backup create-restore-testing-plan --region eu-west-1');
  const { stdout: terraform } = await backproof(['explain', 'surveys', '--sandbox', '--fix', 'terraform']);
  expect(terraform).toContain('resource "aws_backup_restore_testing_plan" "surveys" {');
  const { stdout: without } = await backproof(['explain', 'surveys', '--sandbox']);
  expect(without).not.toContain('aws backup create-restore-testing-plan');
});
