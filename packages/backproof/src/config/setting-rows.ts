import type { RuleSetting } from '@backproof/core';
import type { Settings, SettledRule } from './settings.js';

/** One effective value: its path, the value, its origin. */
export type SettingRow = readonly [path: string, value: string, origin: string];

/** Every effective value, by its path in a configuration file. */
export function settingRows({ rules, values }: Settings): readonly SettingRow[] {
  const { waivers, 'scope.externalId': externalId, ...others } = values;
  return [
    ...Object.entries(others).map(([path, { value, origin }]): SettingRow => [path, JSON.stringify(value), origin]),
    ...(externalId === undefined ? [] : [['scope.externalId', '***', externalId.origin] as const]),
    ['waivers', waivers.value.map(({ id }) => id).join(', ') || 'none', waivers.origin],
    ...rules.flatMap(ruleRows),
  ];
}

function ruleRows({ rule, setting: { value, origin }, overrides }: SettledRule): readonly SettingRow[] {
  const path = `rules.${rule.id}`;
  const ofOverrides = overrides.map(({ value: { match, ...setting }, origin: place }): SettingRow => {
    return [`${path} for ${JSON.stringify(match)}`, settingText(setting), place];
  });
  if (value.off === true) return [[path, 'off', origin], ...ofOverrides];
  const given: Readonly<Record<string, unknown>> = { ...value.options };
  const severity: SettingRow =
    value.severity === undefined ? [path, 'by message', 'rule default'] : [path, value.severity, origin];
  const severities = Object.entries(value.severities ?? {}).map(([id, each]): SettingRow => {
    return [`${path}.severities.${id}`, each, origin];
  });
  const options = Object.entries({ ...rule.options.defaults, ...given }).map(([name, option]): SettingRow => {
    return [`${path}.${name}`, JSON.stringify(option), Object.hasOwn(given, name) ? origin : 'rule default'];
  });
  return [severity, ...severities, ...options, ...ofOverrides];
}

function settingText({ severity, severities, options = {}, off }: RuleSetting): string {
  if (off === true) return 'off';
  const single = severities === undefined ? '' : ` ${JSON.stringify(severities)}`;
  return `${severity ?? 'by message'}${single} ${JSON.stringify(options)}`;
}
