import type { ResourceState } from '../model/resource-base.js';

/** The state of a resource that was listed, and was gone when it was asked for. */
export const VANISHED: ResourceState = { is: 'deleting', word: 'vanished' };

/** Returns true if a resource vanished while it was read. */
export function hasVanished(state: ResourceState | undefined): boolean {
  return state?.is === VANISHED.is && state.word === VANISHED.word;
}
