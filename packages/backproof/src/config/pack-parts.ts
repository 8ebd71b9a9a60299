import { isPackTypeName } from '@backproof/core';
import type { Pack, PackPreset, PackService, PackType, Reporter, Rule } from '@backproof/core';
import { isRecord } from '../is-record.js';

/**
 * The boundary at which the parts of a stranger's pack are taken for what they say they are: `defineRule`,
 * `defineReporter` and the like made them, or they will not work.
 *
 * @throws Error if the module of a pack has no pack, or one of its parts is none
 */
export function checkedPack(pack: unknown): Pack {
  if (!isRecord(pack)) throw NO_PACK;
  // Packs that were made with an earlier version have some of these only.
  const { rules, reporters = [], types = [], services = [], presets = [] } = pack;
  return {
    rules: each(rules, isRule, 'rules', 'defineRule'),
    reporters: each(reporters, isReporter, 'reporters', 'defineReporter'),
    types: each(types, isType, 'types', 'defineType'),
    services: each(services, isService, 'services', 'defineService'),
    presets: each(presets, isPreset, 'presets', 'definePreset'),
  };
}

const NO_PACK = new Error('its default export was not created with definePack()');

function each<Part>(
  values: unknown,
  isPart: (value: unknown) => value is Part,
  name: string,
  maker: string,
): readonly Part[] {
  if (!Array.isArray(values)) throw NO_PACK;
  return (values as readonly unknown[]).map((value) => {
    if (!isPart(value)) throw new Error(`one of its ${name} was not created with ${maker}()`);
    return value;
  });
}

function isRule(value: unknown): value is Rule {
  return (
    isRecord(value) &&
    typeof value.id === 'string' &&
    typeof value.prepare === 'function' &&
    typeof value.relations === 'function' &&
    typeof value.nativeRestoresWithin === 'function' &&
    typeof value.horizon === 'function' &&
    isRecord(value.messages) &&
    isRecord(value.needs) &&
    isRecord(value.options) &&
    isRecord(value.options.schema)
  );
}

function isReporter(value: unknown): value is Reporter {
  return (
    isRecord(value) &&
    typeof value.id === 'string' &&
    typeof value.render === 'function' &&
    isRecord(value.options) &&
    isRecord(value.options.schema)
  );
}

function isType(value: unknown): value is PackType {
  return (
    isRecord(value) &&
    typeof value.name === 'string' &&
    isPackTypeName(value.name) &&
    isRecord(value.label) &&
    typeof value.label.one === 'string' &&
    typeof value.label.many === 'string'
  );
}

/** Its readings are checked where they are read: `packServices` of `@backproof/aws`. */
function isService(value: unknown): value is PackService {
  return isRecord(value) && typeof value.name === 'string' && Array.isArray(value.readings);
}

function isPreset(value: unknown): value is PackPreset {
  return isRecord(value) && typeof value.id === 'string' && isRecord(value.rules);
}
