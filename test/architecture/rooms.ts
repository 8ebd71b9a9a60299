import { builtinModules } from 'node:module';
import { posix } from 'node:path';
import type { SourceFile } from './source.js';

/** What the files of one folder may take from elsewhere. */
interface Room {
  /** The folder, from the root; `*` stands for one name. */
  readonly folder: string;
  /** Packages of ours, by name. */
  readonly ours: readonly string[];
  /** Further ones that its tests may use. */
  readonly oursInTests: readonly string[];
  /** No file system, network, process, clock, randomness or console, but for these modules of Node. */
  readonly pure?: { readonly except: readonly string[] };
  /** Does not print. */
  readonly silent?: true;
  /** May not import anything whose name begins so. */
  readonly never?: readonly string[];
}

const SANDBOX = '@backproof/sandbox';
const BROWSER = '@backproof/browser';

const ROOMS: readonly Room[] = [
  // Hashing has no door to the outside: the same bytes give the same hash. Nor has the loading of one's own dependencies.
  {
    folder: 'packages/core',
    ours: [],
    oursInTests: [],
    pure: { except: ['node:crypto', 'node:module'] },
    never: ['@aws-sdk/', '@smithy/'],
  },
  { folder: 'packages/clients', ours: [], oursInTests: [], silent: true },
  { folder: 'packages/aws', ours: ['@backproof/core', '@backproof/clients'], oursInTests: [SANDBOX], silent: true },
  {
    folder: 'packages/testing',
    ours: ['@backproof/core', '@backproof/aws', SANDBOX],
    oursInTests: [],
    never: ['@aws-sdk/'],
  },
  {
    folder: 'packages/frameworks',
    ours: ['@backproof/core'],
    oursInTests: ['@backproof/testing'],
    pure: { except: [] },
    never: ['@aws-sdk/'],
  },
  {
    folder: 'packages/ledger',
    ours: ['@backproof/core'],
    oursInTests: ['@backproof/testing'],
    silent: true,
    never: ['@aws-sdk/'],
  },
  {
    folder: 'packages/audit',
    ours: [
      '@backproof/core',
      '@backproof/frameworks',
      '@backproof/ledger',
      '@backproof/report-csv',
      '@backproof/report-html',
    ],
    oursInTests: ['@backproof/testing', BROWSER],
    // Of it the types of keys only.
    pure: { except: ['node:crypto', 'node:module'] },
    never: ['@aws-sdk/'],
  },
  { folder: 'packages/sandbox', ours: ['@backproof/core', '@backproof/clients'], oursInTests: [] },
  { folder: 'packages/browser', ours: [], oursInTests: [], never: ['@aws-sdk/'] },
  { folder: 'packages/backproof', ours: ['*'], oursInTests: [] },
  {
    folder: 'rules/*',
    ours: ['@backproof/core'],
    oursInTests: ['@backproof/testing', SANDBOX],
    pure: { except: [] },
    never: ['@aws-sdk/'],
  },
  {
    folder: 'reports/*',
    ours: ['@backproof/core'],
    oursInTests: ['@backproof/testing', SANDBOX, BROWSER],
    pure: { except: [] },
    never: ['@aws-sdk/'],
  },
];

/** The rooms inside core, and from which of them each may import: from those that stand before it. */
const CORE_ROOMS: Readonly<Record<string, readonly string[]>> = {
  model: [],
  config: ['model'],
  semantics: ['model'],
  rule: ['model', 'config', 'semantics'],
  copies: ['model', 'config', 'semantics', 'rule'],
  engine: ['model', 'config', 'semantics', 'rule'],
  report: ['model', 'rule', 'engine'],
  docs: ['model', 'config', 'rule', 'engine'],
};

const BUILTINS: ReadonlySet<string> = new Set(builtinModules);

/** Every import and every open door that the house's rules forbid, one sentence each. */
export function violations(files: readonly SourceFile[]): readonly string[] {
  const found = files.flatMap((file) => [...roomViolations(file), ...coreViolations(file), ...deepImports(file)]);
  return [...new Set(found)];
}

function roomViolations(file: SourceFile): readonly string[] {
  const room = ROOMS.find(({ folder }) => isIn(file.path, folder));
  if (room === undefined) return [`${file.path} stands in no room`];
  const inTest = isTest(file.path);
  const ours = inTest ? [...room.ours, ...room.oursInTests] : room.ours;
  const found: string[] = [];
  for (const name of file.imports) {
    if (isOurs(name) && !ours.includes('*') && !ours.includes(name)) found.push(`${file.path} imports ${name}`);
    if (room.never?.some((prefix) => name.startsWith(prefix))) found.push(`${file.path} imports ${name}`);
    if (room.pure && !inTest && isBuiltin(name) && !room.pure.except.includes(name))
      found.push(`${file.path} imports ${name}`);
  }
  if (room.pure && !inTest) found.push(...file.globals.map((door) => `${file.path} uses ${door}`));
  if (room.silent && !inTest && file.globals.includes('console')) found.push(`${file.path} prints`);
  return found;
}

function coreViolations({ path, imports }: SourceFile): readonly string[] {
  const [, room] = /^packages\/core\/src\/(\w+)\//.exec(path) ?? [];
  if (room === undefined || isTest(path)) return [];
  const allowed = CORE_ROOMS[room];
  if (allowed === undefined) return [`${path} stands in no room of core`];
  return imports.flatMap((name) => {
    const [, other] = /^\.\.\/(\w+)\//.exec(name) ?? [];
    return other === undefined || other === room || allowed.includes(other) ? [] : [`${path} imports ${name}`];
  });
}

/** A package of ours is used through its front door. */
function deepImports({ path, imports }: SourceFile): readonly string[] {
  return imports
    .filter((name) => /^(@backproof\/[^/]+|backproof)\/./.test(name))
    .map((name) => `${path} imports ${name}`);
}

/** The packages and files that import each other in a circle, as `a -> b -> a`; none if empty. */
export function cycles(graph: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (node: string, way: readonly string[]): void => {
    const seen = way.indexOf(node);
    if (seen !== -1) {
      found.push([...way.slice(seen), node].join(' -> '));
      return;
    }
    if (done.has(node)) return;
    for (const next of graph.get(node) ?? []) visit(next, [...way, node]);
    done.add(node);
  };
  for (const node of graph.keys()) visit(node, []);
  return found;
}

/** Which file imports which, within and across folders. */
export function fileGraph(files: readonly SourceFile[]): ReadonlyMap<string, readonly string[]> {
  const paths = new Set(files.map(({ path }) => path));
  const sourceOf = (built: string): string => {
    const source = built.replace(/\.js$/, '.ts');
    return paths.has(`${source}x`) ? `${source}x` : source;
  };
  return new Map(
    files.map(({ path, imports }) => [
      path,
      imports.filter((name) => name.startsWith('.')).map((name) => sourceOf(posix.join(posix.dirname(path), name))),
    ]),
  );
}

/** Whether a path is below a folder, of which one name may be `*`. */
function isIn(path: string, folder: string): boolean {
  const names = path.split('/');
  return folder.split('/').every((name, depth) => name === '*' || name === names[depth]);
}

function isTest(path: string): boolean {
  return /\.(test|fixture)\.tsx?$/.test(path);
}

function isOurs(name: string): boolean {
  return name === 'backproof' || name.startsWith('@backproof/');
}

function isBuiltin(name: string): boolean {
  return name.startsWith('node:') || BUILTINS.has(name);
}
