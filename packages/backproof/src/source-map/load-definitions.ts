import { dirname, relative, resolve, sep } from 'node:path';
import { count } from '@backproof/core';
import { glob } from 'tinyglobby';
import { UsageError } from '../cli/usage-error.js';
import { parseYaml } from '../config/yaml-source.js';
import { messageOf } from '../message-of.js';
import { MOST_BYTES, readText } from '../read-file.js';
import { isTemplate, templateDefinitions } from './cloudformation.js';
import type { Definition } from './definition.js';
import { handWrittenDefinitions } from './hand-written.js';
import { blockFinder, terraformBlocks } from './terraform-blocks.js';
import { isState, looksLikeState, stateDefinitions } from './terraform-state.js';

/** The definitions in a file, and notes about them. */
export interface LoadedDefinitions {
  readonly definitions: readonly Definition[];
  /** Notes about resources whose definition was not found. */
  readonly notes: readonly string[];
}

/**
 * Reads a source map: a list written by hand, a state of Terraform beside its `.tf` files, or a template of
 * CloudFormation, of one stack as `STACK=FILE`.
 * @throws UsageError if the file cannot be read or is none of these
 * @throws ConfigError if a list or the syntax has faults; it has all of them
 */
export async function loadDefinitions(named: string): Promise<LoadedDefinitions> {
  const { path, stack } = stackAndPath(named);
  const file = pathFromHere(path);
  const text = await textOf(path);
  const json = parsedJson(text);
  if (looksLikeState(json)) {
    if (isState(json)) return loadState(path, json);
    throw new UsageError(
      `${path} is a Terraform state of an unsupported version. Write one of version 4 with: terraform state pull`,
    );
  }
  const source = parseYaml(file, text);
  if (isTemplate(source.value)) return { definitions: templateDefinitions(source, file, stack), notes: [] };
  if (Array.isArray(source.value)) return { definitions: handWrittenDefinitions(source), notes: [] };
  throw new UsageError(
    `${path} is not a valid source map. Give a list of ARNs or tags with file and line, a Terraform state or a CloudFormation template.`,
  );
}

async function loadState(path: string, state: Parameters<typeof stateDefinitions>[0]): Promise<LoadedDefinitions> {
  const folder = resolve(dirname(path));
  const paths = await glob('**/*.tf', {
    cwd: folder,
    absolute: true,
    ignore: ['**/.terraform/**', '**/node_modules/**'],
  });
  const files = await Promise.all(
    paths.toSorted().map(async (each) => terraformBlocks(pathFromHere(each), await textOf(each))),
  );
  const { definitions, unplaced } = stateDefinitions(state, blockFinder(files.flat(), pathFromHere(folder)));
  const note = `${path}: no unique block in the .tf files beside it for ${count(unplaced, 'resource')}`;
  return { definitions, notes: unplaced === 0 ? [] : [note] };
}

/** `STACK=FILE`, or a file alone; names of stacks have letters, digits and hyphens. */
function stackAndPath(named: string): { readonly path: string; readonly stack?: string } {
  const [, stack, path] = /^([A-Za-z][A-Za-z0-9-]*)=(.+)$/.exec(named) ?? [];
  return stack === undefined || path === undefined ? { path: named } : { path, stack };
}

/** Reports name files as a repository does. @throws UsageError if a file is outside of it */
function pathFromHere(path: string): string {
  const fromHere = relative('.', path).split(sep).join('/');
  if (fromHere !== '..' && !fromHere.startsWith('../')) return fromHere;
  throw new UsageError(`${path} is outside the current folder. Run the command in the root of the repository.`);
}

async function textOf(path: string): Promise<string> {
  try {
    return await readText(path, MOST_BYTES.document);
  } catch (error) {
    throw new UsageError(`cannot read the source map ${path}: ${messageOf(error)}. Check --source-map.`);
  }
}

/** States are large and always JSON; the YAML parser, which reports lines, would take minutes. */
function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
