import { writeFile } from 'node:fs/promises';
import { masked, printable } from '@backproof/core';
import { publishedSchema } from '../config/config-schema.js';
import { settingRows } from '../config/setting-rows.js';
import { configTemplate } from '../config/template.js';
import { RULES } from '../rules.js';
import { EXIT } from './exit-code.js';
import { settingsOf } from './settings-of.js';
import { UsageError } from './usage-error.js';
import type { Command } from 'commander';
import { messageOf } from '../message-of.js';

const FILE = 'backproof.config.yaml';

/** `backproof init`: writes a commented configuration, never over one that is there. */
export async function initCommand(): Promise<number> {
  try {
    await writeFile(FILE, configTemplate(RULES), { flag: 'wx' });
  } catch (error) {
    const exists = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    const cause = messageOf(error);
    throw new UsageError(exists ? `${FILE} already exists; not overwritten.` : `cannot write ${FILE}: ${cause}`, {
      cause: error,
    });
  }
  process.stdout.write(`Wrote ${FILE}. Show the effective settings with: backproof config\n`);
  return EXIT.clean;
}

/** `backproof config`: prints every effective value with its origin, or the schema of the file. */
export async function configCommand(command: Command): Promise<number> {
  if (command.opts<{ readonly schema?: true }>().schema === true) {
    process.stdout.write(`${JSON.stringify(publishedSchema(RULES), undefined, 2)}\n`);
    return EXIT.clean;
  }
  const rows = settingRows(await settingsOf(command));
  const width = Math.max(...rows.map(([path]) => path.length));
  for (const [path, value, origin] of rows) {
    process.stdout.write(`${printable(masked(`${path.padEnd(width)}  ${value}  (${origin})`))}\n`);
  }
  return EXIT.clean;
}
