import { isPackTypeName } from '@backproof/core';
import type { ConfigFault } from './config-error.js';
import type { Path, YamlSource } from './yaml-source.js';

/** A name in a configuration that only a pack can give something: a preset or a type. */
export interface NameOfPack {
  readonly name: string;
  readonly path: Path;
}

/** The names of presets and types of packs in a configuration, whatever else is wrong with it. */
export function namesOfPacks(value: unknown, path: Path = []): readonly NameOfPack[] {
  if (typeof value === 'string') {
    const isPreset = path[0] === 'extends' && /^[^/]+\/./.test(value);
    const isType = path.includes('types') && isPackTypeName(value);
    return isPreset || isType ? [{ name: value, path }] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    namesOfPacks(part, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

/** The faults of a configuration that names what the packs have which are not loaded: it would judge less than it says. */
export function skippedFaults(names: readonly NameOfPack[], source: YamlSource): readonly ConfigFault[] {
  return names.map(({ name, path }) => ({
    place: source.placeOf(path),
    message: `"${name}" belongs to a pack, and the packs are not loaded. Leave out --no-packs, or name a configuration without it: --config FILE`,
  }));
}
