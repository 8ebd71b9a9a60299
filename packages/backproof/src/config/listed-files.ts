import { relative, resolve } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { ConfigError } from './config-error.js';
import type { ConfigFault, Place } from './config-error.js';
import { parseYaml } from './yaml-source.js';
import type { YamlSource } from './yaml-source.js';
import { messageOf } from '../message-of.js';
import { MOST_BYTES, readText } from '../read-file.js';

/** Files to read, by paths or patterns from a folder. */
export interface ListedFiles {
  /** The content of the files, for messages: `waivers`. */
  readonly of: string;
  readonly patterns: readonly string[];
  readonly folder: string;
  /** The place that lists a pattern. */
  readonly placeOf: (index: number) => Place;
}

/**
 * Reads YAML files one after the other, in the order of the patterns and their own names.
 * @param read reads one document. @throws ConfigError if it has faults; the other files are read all the same
 * @returns the faults of all files
 */
export async function readListedFiles(
  { of, patterns, folder, placeOf }: ListedFiles,
  read: (source: YamlSource) => void,
): Promise<readonly ConfigFault[]> {
  const faults: ConfigFault[] = [];
  for (const [index, pattern] of patterns.entries()) {
    const files = isDynamicPattern(pattern)
      ? await glob(pattern, { cwd: folder, absolute: true, expandDirectories: false })
      : [resolve(folder, pattern)];
    for (const file of files.toSorted()) {
      try {
        read(parseYaml(relative('.', file), await readText(file, MOST_BYTES.written)));
      } catch (error) {
        if (error instanceof ConfigError) faults.push(...error.faults);
        else faults.push({ place: placeOf(index), message: `cannot read the ${of} ${pattern}: ${messageOf(error)}` });
      }
    }
  }
  return faults;
}
