import { expect, it } from '@jest/globals';
import { PRESET_NAMES, presetNamed } from './presets.js';
import { RULES } from './rules.js';

const ALL = ['backup-coverage', 'retention-tiers', 'cross-account-copy', 'restore-test', 'replication-only'];

/** A gate rests on its preset: what is added to one or taken from it is a change that users must be told of. */
const CONTENTS: Readonly<Record<string, readonly string[]>> = {
  recommended: ALL,
  strict: ALL,
  'three-two-one-one-zero': [
    ...['backup-coverage', 'cross-account-copy', 'restore-test', 'replication-only', 'cross-region-copy'],
    ...['deletion-protection', 'recovery-objectives'],
  ],
  soc2: ALL,
  iso27001: ALL,
  'nist-800-53': ALL,
  'nist-csf': ALL,
  hipaa: ALL.filter((id) => id !== 'cross-account-copy'),
  'pci-dss': [],
  cis: ALL,
  dora: ALL,
  nis2: ALL,
};

it('each preset contains the rules that users were told of', () => {
  const contents = PRESET_NAMES.map((name) => [name, presetNamed(name, RULES).map(({ rule }) => rule.id)] as const);
  expect(Object.fromEntries(contents)).toEqual(CONTENTS);
});

it('only strict and 3-2-1-1-0 set options', () => {
  const set = PRESET_NAMES.flatMap((name) =>
    presetNamed(name, RULES).flatMap(({ rule, options = {} }) =>
      Object.entries(options).map((entry: readonly [string, unknown]) => [name, rule.id, ...entry]),
    ),
  );
  expect(set).toEqual([
    ['strict', 'backup-coverage', 'acceptNative', false],
    ['strict', 'cross-account-copy', 'proof', 'observed'],
    ['strict', 'cross-account-copy', 'maxAge', '48h'],
    ['strict', 'restore-test', 'requireValidation', true],
    ['strict', 'replication-only', 'acceptElsewhere', false],
    ['three-two-one-one-zero', 'cross-account-copy', 'proof', 'observed'],
    ['three-two-one-one-zero', 'restore-test', 'requireValidation', true],
    ['three-two-one-one-zero', 'cross-region-copy', 'proof', 'observed'],
    [
      ...['three-two-one-one-zero', 'recovery-objectives', 'objectives'],
      { deletion: {}, region: {}, account: {}, 'hostile-admin': {} },
    ],
  ]);
});
