import type { WorldScope } from '../world/world.js';
import type { ServiceDeclaration } from './declaration.js';

/** A service besides the sandbox's own, such as one that a pack reads. What it keeps in a world is its own affair. */
export type PackService = Pick<ServiceDeclaration<WorldScope>, 'signingName' | 'resources' | 'load'>;
