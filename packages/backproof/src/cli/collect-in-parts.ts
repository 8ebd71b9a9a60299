import { count, defined, shellWord } from '@backproof/core';
import type { Settings } from '../config/settings.js';
import { beginScan, fileOfPart, missingParts } from './begun-scan.js';
import { collectPart } from './collect-part.js';
import { EXIT } from './exit-code.js';
import { instant, partCount } from './option-values.js';
import type { ReadingFlags } from './program/flags.js';
import { note } from './say.js';

/** The flags of a scan in parts. */
export interface PartsFlags extends ReadingFlags {
  readonly parts?: string;
}

/** Reads the parts of a scan one after the other, those that an earlier process did not come to. */
export async function collectInParts(
  folder: string,
  flags: PartsFlags,
  settings: Settings,
  signal: AbortSignal,
): Promise<number> {
  const takenAt = flags.now === undefined ? undefined : instant(flags.now);
  const scan = await beginScan(folder, {
    ...{ takenAt, parts: partCount(flags), asked: askedOf(flags, settings), now: Date.now() },
  });
  // The sandbox has a moment of its own.
  const dated = flags.sandbox === undefined ? { ...flags, now: new Date(scan.takenAt).toISOString() } : flags;
  const missing = await missingParts(folder, scan);
  if (missing.length < scan.parts)
    note(`${count(scan.parts - missing.length, 'part')} of ${String(scan.parts)} read before`);
  for (const part of missing) {
    const exit = await collectPart(fileOfPart(folder, part), dated, settings, signal, part);
    if (exit !== EXIT.clean) return exit;
  }
  note(`all parts are read. Judge them with: backproof evaluate ${shellWord(folder)}`);
  return EXIT.clean;
}

/** Everything that decides what is read, and no secret. */
function askedOf(flags: PartsFlags, { rules, values }: Settings): object {
  const { sandbox, org, accounts, ou, excludeAccount, roleName, endpointUrl, inventorySource, configAggregator } =
    flags;
  const needed = rules.map(({ rule, setting, overrides }) => [
    rule.id,
    setting.value,
    overrides.map(({ value }) => value),
  ]);
  return defined({
    ...{ sandbox, org, accounts, ou, excludeAccount, roleName, endpointUrl, inventorySource, configAggregator },
    rules: needed,
    regions: values['scope.regions']?.value,
    roles: values['scope.roles']?.value,
  });
}
