import { describe, expect, it } from '@jest/globals';
import { denied, instance, NOW, population, volume } from '../model/records.fixture.js';
import { defineRule } from '../rule/rule.js';
import { evaluate } from './evaluate.js';
import { inventoryOf } from './inventory.fixture.js';
import type { Contents } from './inventory.fixture.js';
import { unknownTallyText } from './unknown-words.js';

/** Says by the name of a resource why it is unknown; fails what has another name. */
const rule = defineRule({
  id: 'told',
  version: '1.0.0',
  title: 'Something is known',
  recommended: false,
  rationale: '',
  remediation: '',
  controls: [],
  needs: { backupJobs: 'enough' },
  relations: { host: 'inherit' },
  options: { schema: { type: 'object' }, defaults: {} },
  messages: {
    gone: { status: 'unknown', kind: 'forgotten', text: 'AWS has forgotten it.' },
    unsaid: { status: 'unknown', kind: 'undecided', text: 'AWS does not say.' },
    plain: { status: 'unknown', text: 'It is not known.' },
    failed: { status: 'fail', severity: 'low', text: 'It is not so.' },
  },
  judge({ dossier: { resource }, unknown, fail }) {
    if (resource.name === 'gone' || resource.name === 'unsaid' || resource.name === 'plain') {
      return unknown(resource.name, {});
    }
    return fail('failed', {});
  },
});

const named = (name: string) => ({ ...instance(), name });

function run(contents: Contents) {
  return evaluate({ inventory: inventoryOf(contents), rules: [{ rule }], now: NOW, tool: { name: 'b', version: '0' } });
}

describe('the kind of an unknown outcome', () => {
  it.each([
    ['gone', 'forgotten'],
    ['unsaid', 'undecided'],
    ['plain', 'unread'],
  ])('is that of its message: %s', (name, kind) => {
    const { outcomes, rules, gate } = run({ resources: [named(name)] });
    expect(outcomes).toMatchObject([{ status: 'unknown', unknownKind: kind }]);
    expect(rules[0]?.unknownKinds).toEqual({ unread: 0, forgotten: 0, undecided: 0, [kind]: 1 });
    expect(gate.result).toBe(kind === 'forgotten' ? 'clean' : 'incomplete');
  });

  it('is unread where evidence was not read, whatever the message says: it might have decided', () => {
    const { outcomes } = run({
      resources: [named('gone')],
      populations: [population('backupJobs', { gap: denied })],
    });
    expect(outcomes).toMatchObject([{ messageId: 'gone', unknownKind: 'unread' }]);
  });

  it('is that of the related resource which it depends on', () => {
    const host = named('gone');
    const data = { ...volume(), name: 'data', attachments: [{ instanceArn: host.arn, attachedAt: 0 }] };
    const { outcomes, rules } = run({ resources: [host, data] });
    const ofVolume = outcomes.find(({ subject }) => subject.arn === data.arn);
    expect(ofVolume).toMatchObject({ messageId: 'related-unknown', unknownKind: 'forgotten' });
    expect(unknownTallyText(rules)).toBe('2 forgotten by AWS');
  });

  it('of a run of an earlier version is unread', () => {
    const { rules } = run({ resources: [named('gone')] });
    expect(unknownTallyText(rules.map(({ tally }) => ({ tally })))).toBe('1 not read');
  });
});
