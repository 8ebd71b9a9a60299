import { stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { lilconfig } from 'lilconfig';

const NAMES = ['backproof.config.yaml', 'backproof.config.yml', 'backproof.config.json'];

/** A configuration file that was found, not named. */
export interface FoundConfig {
  readonly path: string;
  /** The reason why its packs, which run code, are not loaded. Absent: they are. */
  readonly distrust?: string;
}

/**
 * The configuration file of a folder: in it, or in the nearest folder above that has one, up to the root of the
 * repository or else the home folder. Undefined: there is none.
 */
export async function findConfig(folder: string, user: CurrentUser = currentUser()): Promise<FoundConfig | undefined> {
  // Only where the file lies is asked; what it says is read with its positions.
  const asIs = (): object => ({});
  const root = await repositoryRoot(folder);
  const found = await lilconfig('backproof', {
    searchPlaces: NAMES,
    loaders: { '.yaml': asIs, '.yml': asIs, '.json': asIs },
    stopDir: root ?? user.home,
    ignoreEmptySearchPlaces: false,
  }).search(folder);
  if (found === null) return undefined;
  const { filepath: path } = found;
  const { uid } = await stat(path);
  const isOthers = user.id !== undefined && uid !== user.id && uid !== 0;
  if (isOthers) return { path, distrust: 'this file, which was found, belongs to another user' };
  const isAbove = dirname(path) !== folder && root === undefined;
  return isAbove ? { path, distrust: 'this file was found above the current folder, in no repository' } : { path };
}

/** The user that runs the command. */
export interface CurrentUser {
  /** Absent: files of this system have no user as their owner. */
  readonly id?: number | undefined;
  readonly home: string;
}

function currentUser(): CurrentUser {
  return { id: process.getuid?.(), home: homedir() };
}

/** The root of the repository of a folder: the nearest folder, it or above, with `.git`, which is a file in a worktree. */
async function repositoryRoot(folder: string): Promise<string | undefined> {
  const isRoot = await stat(join(folder, '.git')).then(
    () => true,
    () => false,
  );
  if (isRoot) return folder;
  const parent = dirname(folder);
  return parent === folder ? undefined : repositoryRoot(parent);
}
