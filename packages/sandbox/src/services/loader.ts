import type { PackService } from '../service/pack-service.js';
import type { Service } from '../service/operation.js';
import type { WorldScope } from '../world/world.js';
import { SERVICES } from './services.js';

/** Returns the service of a signing name; nothing for one that is not served. */
export type LoadService = (signingName: string) => Promise<Service<WorldScope> | undefined>;

/**
 * Makes that which loads services when they are first called. It loads one after the other: test runners that link
 * modules themselves fail when two graphs with a common module are imported at once (Jest 30 on Node 20 does).
 *
 * @param ofPacks - services besides the sandbox's own
 */
export function serviceLoader(ofPacks: readonly PackService[] = []): LoadService {
  const loaded = new Map<string, Promise<Service<WorldScope>>>();
  let previous: Promise<unknown> = Promise.resolve();
  return async (signingName) => {
    const all: readonly PackService[] = [...SERVICES, ...ofPacks];
    const declaration = all.find((each) => each.signingName === signingName);
    if (declaration === undefined || loaded.has(signingName)) return loaded.get(signingName);
    const load: () => Promise<Service<WorldScope>> = declaration.load;
    const service = previous.then(load, load);
    previous = service;
    loaded.set(signingName, service);
    return service;
  };
}
