import { describe, expect, it } from '@jest/globals';
import { DURATION_SCHEMA } from '../config/duration.js';
import { defineRule } from '../rule/rule.js';
import { rulePage } from './rule-page.js';

const rule = defineRule({
  id: 'kept-for-audits',
  version: '1.2.0',
  title: 'A recovery point is kept for audits',
  recommended: false,
  rationale: 'Auditors ask for the data of last year.',
  remediation: 'Keep a point for longer.',
  controls: ['soc2/A1.2', 'cis-8.1/11.2'],
  needs: { assignments: 'all', recoveryPoints: 'enough', backupJobs: 'context' },
  messages: {
    'not-kept': {
      status: 'fail',
      severity: 'medium',
      text: '{name} has no such point.',
      meaning: 'no point lives for `keep`',
    },
    kept: { status: 'pass', text: 'A point is kept | and seen.' },
  },
  options: {
    schema: {
      type: 'object',
      additionalProperties: false,
      properties: {
        keep: { ...DURATION_SCHEMA, description: 'For how long.' },
        where: { enum: ['any', 'copy'], description: 'Which points count.' },
        from: { type: 'string' },
        tiers: {
          type: 'array',
          items: { type: 'object', properties: { least: { type: 'integer', description: 'How many.' } } },
        },
        exact: { type: 'boolean' },
      },
    },
    defaults: { keep: '365d', where: 'any', tiers: [{ least: 1 }], exact: false },
    strict: { where: 'copy' },
  },
  judge: ({ dossier, fail }) => fail('not-kept', { name: dossier.resource.name }),
});

const page = `<!-- Made of the rule itself, but for "How it is judged" and "When not to use it": write there only. -->

# kept-for-audits

A recovery point is kept for audits. Version: 1.2.0.

Auditors ask for the data of last year.

**What to do about a failure:** Keep a point for longer.

**Controls that it supports:** soc2/A1.2, cis-8.1/11.2.

## How it is judged

1. **Is it kept?** A point counts if it is usable.

## Verdicts

| message    | verdict | severity | meaning                      |
| ---------- | ------- | -------- | ---------------------------- |
| \`kept\`     | pass    |          | A point is kept \\| and seen. |
| \`not-kept\` | fail    | medium   | no point lives for \`keep\`    |

## Evidence

| what it looks at                                         | where that could not all be read            |
| -------------------------------------------------------- | ------------------------------------------- |
| the backup plans that may cover it                       | the verdict is \`unknown\`                    |
| its recovery points, in whichever scanned vault they lie | a \`fail\` becomes \`unknown\`                  |
| its backup jobs                                          | the verdict stands, with less to explain it |

## Options

| option          | takes                  | default         | preset \`strict\` | meaning             |
| --------------- | ---------------------- | --------------- | --------------- | ------------------- |
| \`keep\`          | a duration             | \`365d\`          |                 | For how long.       |
| \`where\`         | \`any\`, \`copy\`          | \`any\`           | \`copy\`          | Which points count. |
| \`from\`          | a text                 |                 |                 |                     |
| \`tiers\`         | a list: several fields | \`[{"least":1}]\` |                 |                     |
| \`tiers[].least\` | a whole number         |                 |                 | How many.           |
| \`exact\`         | \`true\`, \`false\`        | \`false\`         |                 |                     |

## When not to use it

Where nobody audits.
`;

describe('the page of a rule', () => {
  it('is made of what the rule says of itself, and keeps what is written by hand', () => {
    const before = `# an old page

Outdated.

## When not to use it
Where nobody audits.

## How it is judged

1. **Is it kept?** A point counts if it is usable.

## Messages

| old |
`;
    expect(rulePage(rule, before)).toBe(page);
  });

  it('is no other when it is made again', () => {
    expect(rulePage(rule, page)).toBe(page);
  });

  it('leaves out what nobody has written', () => {
    const bare = rulePage({ ...rule, controls: [] });
    expect(bare).not.toContain('## How it is judged');
    expect(bare).not.toContain('## When not to use it');
    expect(bare).not.toContain('Controls');
  });
});
