import { canonicalJson, compare } from '@backproof/core';
import type { RecordedRun } from './recorded-run.js';
import { runRef } from './run-ref.js';
import type { RunRef } from './run-ref.js';

/** A change of what runs are made of: the tool, the settings, rules, waivers, the baseline, or who reads a scope. */
export interface SettingChange {
  /** The name of the setting: `tool`, `rule restore-test: version`, `waiver W-1`, `principal of 111111111111 eu-west-1`. */
  readonly setting: string;
  /** The value before, as text or canonical JSON. Absent: it was added. */
  readonly from?: string;
  /** The value since. Absent: it was removed. */
  readonly to?: string;
  /** The first run with it, and the run before: it was changed in between. */
  readonly run: RunRef;
  readonly before: RunRef;
  /** The principals that read the scopes of the run. */
  readonly principals: readonly string[];
}

/** The changes from run to run, oldest first. @param base the last run before the period; absent if it has none */
export function settingHistory(runs: readonly RecordedRun[], base: RecordedRun | undefined): readonly SettingChange[] {
  let before = base;
  let known = base && settingsOf(base);
  return runs.flatMap((run) => {
    const now = settingsOf(run);
    const changes = before === undefined || known === undefined ? [] : changesOf(known, now, run, before);
    [before, known] = [run, now];
    return changes;
  });
}

type Values = ReadonlyMap<string, string>;

function changesOf(known: Values, now: Values, run: RecordedRun, before: RecordedRun): readonly SettingChange[] {
  const principals = [...new Set(run.header.scopes.flatMap(({ principalArn }) => principalArn ?? []))].sort();
  return [...new Set([...known.keys(), ...now.keys()])]
    .filter((setting) => known.get(setting) !== now.get(setting))
    .sort(compare)
    .map((setting) => {
      const [from, to] = [known.get(setting), now.get(setting)];
      return {
        setting,
        ...(from !== undefined && { from }),
        ...(to !== undefined && { to }),
        ...{ run: runRef(run), before: runRef(before), principals },
      };
    });
}

/** All that a run records of how it was made, by name. The hash covers what the header does not have, too. */
function settingsOf({ header, ownership, toolSha256 }: RecordedRun): Values {
  const { tool, settings, gate, rules, waivers, baseline, scopes } = header;
  const values = new Map<string, unknown>([
    ['tool', `${tool.name} ${tool.version}`],
    ['settings: SHA-256', settings.sha256],
    ['settings: resources to judge', settings.subjects],
    ['settings: gate', gate.policy],
  ]);
  if (toolSha256 !== undefined) values.set('tool: SHA-256', toolSha256);
  if (ownership.ownerTag !== undefined) values.set('audit: owner tag', ownership.ownerTag);
  if (ownership.systemTag !== undefined) values.set('audit: system tag', ownership.systemTag);
  if (baseline !== undefined) values.set('baseline', `run ${baseline.runId} of ${baseline.now}`);
  for (const { id, version, severity, severities, options, off, overrides } of rules) {
    values.set(`rule ${id}: version`, version);
    values.set(`rule ${id}: state`, off ? 'off' : 'on');
    values.set(`rule ${id}: severities`, { severity, severities });
    for (const [name, value] of Object.entries(options)) values.set(`rule ${id}: option ${name}`, value);
    if (overrides.length > 0) values.set(`rule ${id}: for some resources`, overrides);
  }
  for (const { id, rule, resources, reason, owner, approvedBy, ticket, expires } of waivers) {
    values.set(`waiver ${id}`, { rule, resources, reason, owner, approvedBy, ticket, expires });
  }
  for (const { accountId, region, principalArn = 'unavailable' } of scopes) {
    values.set(`principal of ${accountId} ${region}`, principalArn);
  }
  return new Map([...values].map(([name, value]) => [name, typeof value === 'string' ? value : canonicalJson(value)]));
}
