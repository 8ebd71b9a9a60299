import { PRESETS, presetOf } from '@backproof/core';
import { RULES } from '../rules.js';
import { EXIT } from './exit-code.js';

/** `backproof rules`: lists the rules, and what each preset makes of them. */
export function rulesCommand(): number {
  for (const { id, version, severity, title, controls } of RULES) {
    process.stdout.write(`${id}  ${version}  ${severity}\n  ${title}\n  ${controls.join(', ')}\n`);
  }
  for (const preset of PRESETS) {
    process.stdout.write(`\npreset ${preset}\n`);
    for (const { rule, options = {} } of presetOf(preset, RULES)) {
      process.stdout.write(`  ${rule.id}  ${rule.severity}${optionsText(options)}\n`);
    }
  }
  return EXIT.clean;
}

/** `  maxAge: 48h, acceptNative: false` */
function optionsText(options: object): string {
  const settings = Object.entries(options).map(([name, value]) => `${name}: ${valueText(value)}`);
  return settings.length === 0 ? '' : `  ${settings.join(', ')}`;
}

function valueText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
