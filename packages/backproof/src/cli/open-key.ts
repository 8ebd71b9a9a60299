import { messageOf } from '../message-of.js';
import { MOST_BYTES, readText } from '../read-file.js';
import { UsageError } from './usage-error.js';

/** Reads a key or a certificate that a flag names. @throws UsageError if it cannot be read, or `parse` refuses it */
export async function openKey<Key>(path: string, parse: (pem: string) => Key): Promise<Key> {
  try {
    return parse(await readText(path, MOST_BYTES.key));
  } catch (error) {
    throw new UsageError(`cannot use the key ${path}: ${messageOf(error)}`, { cause: error });
  }
}
