import type { PackType } from '../model/pack-type.js';
import type { Severity } from '../model/severity.js';
import type { Rule } from '../rule/rule.js';
import type { Reporter } from './reporter.js';

/** A service that a pack reads, as `defineService` of `@backproof/aws` declares it; core knows nothing of AWS's APIs. */
export interface PackService {
  readonly name: string;
  readonly operations: object;
  readonly readings: readonly object[];
}

/** The setting of a rule in a preset, as a configuration writes it. */
export type PresetEntry =
  | Severity
  | 'off'
  | readonly [Severity, object]
  | {
      readonly severity?: Severity;
      /** By the ids of its failures. */
      readonly severities?: Readonly<Record<string, Severity>>;
      readonly options?: object;
    };

/** Settings of rules that a configuration can extend. */
export interface PackPreset {
  readonly id: string;
  /** Its purpose in a few words. */
  readonly title: string;
  /** By the ids that a configuration names them by: `backup-coverage`, `acme/owner`. */
  readonly rules: Readonly<Record<string, PresetEntry>>;
}

/** Declares a preset; only for its types. */
export function definePreset(preset: PackPreset): PackPreset {
  return preset;
}

/** Rules, reporters and the like that belong together: the default export of an npm package of them. */
export interface Pack {
  readonly rules: readonly Rule[];
  readonly reporters: readonly Reporter[];
  /** The types of resource that it adds. */
  readonly types: readonly PackType[];
  /** The services that list the resources of its types and read their backups. */
  readonly services: readonly PackService[];
  readonly presets: readonly PackPreset[];
}

/** A pack as its author writes it. */
export interface PackDefinition extends Partial<Pack> {
  readonly namespace?: string;
}

/**
 * Declares a pack. A namespace keeps the ids of different authors apart: `acme/naming`, `acme/strict`. Types have it in
 * their names already: `acme:elasticache-cluster`.
 *
 * @throws TypeError if a type has another namespace
 */
export function definePack({
  namespace,
  rules = [],
  reporters = [],
  types = [],
  services = [],
  presets = [],
}: PackDefinition): Pack {
  const stranger = types.find(({ name }) => !name.startsWith(`${namespace ?? ''}:`));
  if (stranger !== undefined) {
    throw new TypeError(`its type "${stranger.name}" has not the namespace "${namespace ?? ''}" of the pack`);
  }
  const named = <Part extends { readonly id: string }>(part: Part): Part =>
    namespace === undefined ? part : Object.freeze({ ...part, id: `${namespace}/${part.id}` });
  return Object.freeze({
    ...{ rules: rules.map(named), reporters: reporters.map(named), presets: presets.map(named) },
    ...{ types, services },
  });
}
