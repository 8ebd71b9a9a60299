import { expect, it } from '@jest/globals';
import { DEFAULT_GATE } from '../config/gate-policy.js';
import type { GatePolicy } from '../config/gate-policy.js';
import { gateCounts, gateSentence } from './gate-counts.js';
import type { CountedRun } from './gate-counts.js';
import { noTally } from './tally.js';

const OPEN = { low: 5, medium: 4, high: 3, critical: 2 };

function counted(policy: Partial<GatePolicy>, run: Partial<Omit<CountedRun, 'gate'>> = {}): CountedRun {
  const rules = [
    { id: 'one', tally: { ...noTally(), pass: 10, open: 14, waived: 1, baseline: 2, unknown: 3 } },
    { id: 'two', tally: { ...noTally(), unknown: 40 }, unknownKinds: { unread: 30, forgotten: 8, undecided: 2 } },
  ];
  return { gate: { policy: { ...DEFAULT_GATE, ...policy }, result: 'clean' }, rules, open: OPEN, ...run };
}

it.each<[string, Partial<GatePolicy>, Partial<ReturnType<typeof gateCounts>>]>([
  ['those of the default severity and above count', {}, { open: 9, openBelow: 5, openAllowed: 0 }],
  ['all count at the lowest', { failOn: 'low' }, { open: 14, openBelow: 0, openAllowed: 0 }],
  ['none counts if the gate never fails', { failOn: 'never' }, { open: 0, openBelow: 0, openAllowed: 14 }],
  ['as many as are allowed do not', { allowed: { high: 3, critical: 1 } }, { open: 6, openBelow: 5, openAllowed: 3 }],
  ['a limit below the gate changes nothing', { failOn: 'high', allowed: { low: 9 } }, { open: 5, openBelow: 9 }],
  ['what AWS has forgotten does not count', {}, { unknown: 35, unknownAllowed: 8, forgottenAllowed: 8 }],
  ['every unknown outcome may count', { unknown: 'fail' }, { unknown: 43, unknownAllowed: 0 }],
  [
    'kinds may be allowed',
    { unknown: ['unread', 'undecided'] },
    { unknown: 8, unknownAllowed: 35, forgottenAllowed: 0 },
  ],
  ['unknown outcomes may be allowed', { unknown: 'allow' }, { unknown: 0, unknownAllowed: 43 }],
  ['or those of one rule', { unknown: ['two'] }, { unknown: 3, unknownAllowed: 40 }],
  ['accepted failures are apart', {}, { waived: 1, baseline: 2 }],
])('%s', (_, policy, counts) => {
  expect(gateCounts(counted(policy))).toMatchObject(counts);
});

it.each<[string, CountedRun, string]>([
  [
    'says what does not count',
    counted({ failOn: 'critical', allowed: { critical: 2 }, unknown: 'allow' }),
    'Gate passed. 12 open below critical, 2 open (allowed), 2 in the baseline, 1 waived, 35 unknown (allowed), 8 unknown (forgotten by AWS).',
  ],
  [
    'says what does',
    { ...counted({ unknown: ['two'] }), gate: { policy: { ...DEFAULT_GATE, unknown: ['two'] }, result: 'violations' } },
    'Gate failed. 9 open at medium or above, 5 open below medium, 2 in the baseline, 1 waived, 3 unknown, 32 unknown (allowed), 8 unknown (forgotten by AWS).',
  ],
  [
    'needs no severity where all count',
    counted({ failOn: 'low', unknown: 'allow' }, { rules: [] }),
    'Gate passed. 14 open.',
  ],
  [
    'is short where nothing failed',
    counted({}, { rules: [{ id: 'one', tally: { ...noTally(), pass: 1 } }], open: noOpen() }),
    'Gate passed. No failures and nothing unknown in 1 outcome.',
  ],
  ['says when nothing was judged', counted({}, { rules: [], open: noOpen() }), 'Gate passed. Nothing was judged.'],
  [
    'says when the run is incomplete',
    { ...counted({}, { rules: [], open: noOpen() }), gate: { policy: DEFAULT_GATE, result: 'incomplete' } },
    'Gate failed: the run is incomplete. Nothing was judged.',
  ],
])('the sentence %s', (_, run, sentence) => {
  expect(gateSentence(run)).toBe(sentence);
});

function noOpen() {
  return { low: 0, medium: 0, high: 0, critical: 0 };
}
