import { spawnSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import type { Fix } from '../../rule/fix/fix.js';
import { fixLines } from './fix-text.js';

const HOSTILE = `it's $(touch x) \u001b[31m \${path.module} "q"`;

const fix: Fix = {
  sentence: `Tag it ${HOSTILE}`,
  warning: 'It stays.',
  commands: [
    { operation: 'backup:TagResource', region: 'eu-west-1', input: { ResourceArn: HOSTILE, Tags: { k: HOSTILE } } },
  ],
  terraform: { heading: 'resource "a" "b"', settings: { name: HOSTILE, lifecycle: { delete_after: 3 }, list: ['x'] } },
};

/** The words that a shell makes of a command, printed by a function in the place of the AWS CLI. */
function wordsOf(lines: readonly string[]): readonly string[] {
  const script = `aws() { printf '%s\\0' "$@"; }\n${lines.join('\n')}\n`;
  return spawnSync('sh', [], { input: script, encoding: 'utf8' }).stdout.split('\0').slice(0, -1);
}

describe('a fix', () => {
  it('says what to do, and what to know first', () => {
    expect(fixLines(fix, 'cli').slice(0, 2)).toEqual([
      'Tag it it\'s $(touch x) \\u{1b}[31m ${path.module} "q"',
      'Caution: It stays.',
    ]);
  });

  it('is a command whose words are the values, whatever is in them', () => {
    const words = wordsOf(fixLines(fix, 'cli').slice(2));
    expect(words.slice(0, 5)).toEqual(['backup', 'tag-resource', '--region', 'eu-west-1', '--resource-arn']);
    expect(words[5]).toBe(`it's $(touch x) \\u{1b}[31m \${path.module} "q"`);
    expect(JSON.parse(words[7] ?? '')).toEqual({ k: HOSTILE });
  });

  it('is Terraform in which no text begins a template', () => {
    expect(fixLines(fix, 'terraform').slice(2)).toEqual([
      '  resource "a" "b" {',
      `    name = "it's $(touch x) \\u001b[31m $\${path.module} \\"q\\""`,
      '    list = ["x"]',
      '    lifecycle {',
      '      delete_after = 3',
      '    }',
      '  }',
    ]);
  });

  it('says so where a form has nothing for it', () => {
    expect(fixLines(fix, 'cloudformation').slice(2)).toEqual([
      '  There is nothing for it in CloudFormation: use another form.',
    ]);
  });
});
