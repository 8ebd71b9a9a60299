import type { NativeBackup, Pack, Resource } from '@backproof/core';
import type { PackService, SandboxOptions } from '@backproof/sandbox';

/** The world in which a pack's types are read, and what is found there. */
export interface CollectorTest {
  /** The services of the pack as the sandbox answers them. */
  readonly sandbox: readonly PackService[];
  /** At least one resource of each type, with backups and without. */
  readonly world: SandboxOptions['world'];
  /** Each resource of the world, by as much of it as matters; ordered by ARN. */
  readonly resources: readonly Partial<Resource>[];
  /** Each native backup, by as much of it as matters; ordered by the ARN of its resource, then by its mechanism. */
  readonly nativeBackups: readonly Partial<NativeBackup>[];
}

/** The parts of a pack that read types. */
export type Collector = Pick<Pack, 'types' | 'services'>;
