import { lilconfig } from 'lilconfig';

const NAMES = ['backproof.config.yaml', 'backproof.config.yml', 'backproof.config.json'];

/** The configuration file of a folder: in it, or in the nearest folder above that has one. Undefined: there is none. */
export async function findConfig(folder: string): Promise<string | undefined> {
  // Only where the file lies is asked; what it says is read with its positions.
  const asIs = (): object => ({});
  const found = await lilconfig('backproof', {
    searchPlaces: NAMES,
    loaders: { '.yaml': asIs, '.yml': asIs, '.json': asIs },
    stopDir: '/',
    ignoreEmptySearchPlaces: false,
  }).search(folder);
  return found?.filepath;
}
