import type { Day } from './layout.js';
import type { Hold, Manifest } from './manifest.js';

/** A hold that is in force, with the manifest that placed it. */
export interface HoldInForce extends Hold {
  readonly manifest: number;
  /** By the clock of the machine that placed it, ISO 8601. */
  readonly placedAt: string;
}

/** The holds that are in force after some manifests, oldest first. */
export function holdsIn(manifests: readonly Manifest[]): readonly HoldInForce[] {
  const inForce = new Map<string, HoldInForce>();
  for (const manifest of manifests) {
    if (manifest.action === 'hold') {
      const { number, recordedAt } = manifest;
      inForce.set(manifest.hold.name, { ...manifest.hold, manifest: number, placedAt: recordedAt });
    }
    if (manifest.action === 'release') inForce.delete(manifest.hold.name);
  }
  return [...inForce.values()];
}

/** Finds a hold that keeps a day; undefined if none does. */
export function holdOf<H extends Hold>(holds: readonly H[], day: Day): H | undefined {
  return holds.find(({ from = '', to = '9999-12-31' }) => from <= day && day <= to);
}
