import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { controlName, controlsOf, frameworkNamed, FRAMEWORKS, presetRules } from '@backproof/frameworks';
import type { ControlFramework } from '@backproof/frameworks';
import { backupCoverage } from '@backproof/rule-backup-coverage';
import { crossAccountCopy } from '@backproof/rule-cross-account-copy';
import { crossRegionCopy } from '@backproof/rule-cross-region-copy';
import { deletionProtection } from '@backproof/rule-deletion-protection';
import { encryption } from '@backproof/rule-encryption';
import { hygiene } from '@backproof/rule-hygiene';
import { recoveryObjectives } from '@backproof/rule-recovery-objectives';
import { replicationOnly } from '@backproof/rule-replication-only';
import { restoreTest } from '@backproof/rule-restore-test';
import { retentionTiers } from '@backproof/rule-retention-tiers';

const RULES = [
  backupCoverage,
  crossAccountCopy,
  crossRegionCopy,
  deletionProtection,
  encryption,
  hygiene,
  recoveryObjectives,
  replicationOnly,
  restoreTest,
  retentionTiers,
];
const named = RULES.flatMap(({ controls }) => controls);

describe('the rules and the catalogue agree', () => {
  it('on every control that a rule names', () => {
    const known = FRAMEWORKS.flatMap((framework) =>
      framework.controls.map((control) => controlName(framework, control)),
    );
    expect(new Set(known).size).toBe(known.length);
    expect(named.filter((name) => !known.includes(name))).toEqual([]);
  });

  it.each(FRAMEWORKS)('on what of $id is beyond them', (framework) => {
    const supported = controlsOf(framework, RULES).filter(({ rules }) => rules.length > 0);
    expect(supported.map(({ control }) => control)).toEqual(
      framework.controls.filter(({ beyond }) => beyond === undefined),
    );
  });
});

it('every framework is found by its id and its alias, and by nothing else', () => {
  for (const framework of FRAMEWORKS) {
    expect([framework.id, framework.alias].map(frameworkNamed)).toEqual([framework, framework]);
  }
  expect(frameworkNamed('iso')).toBeUndefined();
});

it('a preset judges by the rules that support its framework', () => {
  const presets = FRAMEWORKS.map((framework) => [framework.alias, presetRules(framework, RULES).map(({ id }) => id)]);
  expect(Object.fromEntries(presets)).toMatchObject({
    iso27001: RULES.map(({ id }) => id).filter((id) => id !== 'encryption'),
    cis: RULES.map(({ id }) => id).filter(
      (id) => id !== 'cross-region-copy' && id !== 'hygiene' && id !== 'recovery-objectives',
    ),
    hipaa: ['backup-coverage', 'replication-only', 'restore-test', 'retention-tiers'],
    'pci-dss': [],
  });
});

describe('the page of the frameworks', () => {
  const page = readFileSync(join(import.meta.dirname, '../docs/frameworks.md'), 'utf8');
  const sections = page.split('\n## ').slice(1);

  it('has a section for each, in their order', () => {
    const headings = FRAMEWORKS.map(({ name, version }) => `${name} (${version})`);
    expect(sections.map((section) => section.split('\n')[0])).toEqual(headings);
  });

  it.each(FRAMEWORKS.map((framework, i) => ({ framework, section: sections[i] })))(
    'says of $framework.id what the catalogue and the rules say',
    ({ framework, section = '' }) => {
      expect(section).toContain(`Publisher: ${framework.publisher}. ${presetLine(framework)}`);
      const rows = section.split('\n').filter((line) => line.startsWith('| `'));
      expect(rows.map((row) => row.replaceAll(/ +\|/g, ' |'))).toEqual(rowsOf(framework));
    },
  );
});

function presetLine(framework: ControlFramework): string {
  return presetRules(framework, RULES).length === 0 ? 'No preset' : `Preset: \`${framework.alias}\``;
}

function rowsOf(framework: ControlFramework): readonly string[] {
  return controlsOf(framework, RULES).map(({ control, rules }) => {
    const support = rules.map(({ id }) => id).join(', ');
    return `| \`${controlName(framework, control)}\` | ${control.title} | ${control.beyond ?? support} |`;
  });
}
