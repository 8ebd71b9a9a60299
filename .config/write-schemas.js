// Writes the schemas that follow from types, before anything is built: a build needs those of new types.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileSchemas } from './file-schemas.js';

for (const { path, text } of await fileSchemas()) await writeFile(join(import.meta.dirname, '..', path), text);
