import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import ts from 'typescript';

/** A source file of the repository and what it takes from outside itself. */
export interface SourceFile {
  /** From the root, with slashes: `packages/core/src/index.ts`. */
  readonly path: string;
  /** What its imports and re-exports name, types included: `./run.js`, `node:fs`, `@backproof/core`. */
  readonly imports: readonly string[];
  /** Doors to the outside world that need no import: `process`, `console`, `Date.now`, ... */
  readonly globals: readonly string[];
}

/** Reads what a file imports and touches, without running it. */
export function parseSource(path: string, text: string): SourceFile {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const imports: string[] = [];
  const globals: string[] = [];
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
      if (ts.isStringLiteral(node.moduleSpecifier)) imports.push(node.moduleSpecifier.text);
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [specifier] = node.arguments;
      imports.push(specifier && ts.isStringLiteral(specifier) ? specifier.text : '(computed)');
    }
    const door = doorOf(node);
    if (door !== undefined) globals.push(door);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { path, imports, globals };
}

const DOORS: ReadonlySet<string> = new Set([
  'console',
  'fetch',
  'globalThis',
  'performance',
  'process',
  'setImmediate',
  'setInterval',
  'setTimeout',
  'XMLHttpRequest',
]);

/** The clock, randomness, the network or the process, where a node is a use of one. */
function doorOf(node: ts.Node): string | undefined {
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length) return 'new Date()';
  if (ts.isPropertyAccessExpression(node)) {
    const text = node.getText();
    return text === 'Date.now' || text === 'Math.random' ? text : undefined;
  }
  if (!ts.isIdentifier(node) || !DOORS.has(node.text)) return undefined;
  const isName =
    (ts.isPropertyAccessExpression(node.parent) && node.parent.name === node) ||
    (ts.isPropertyAssignment(node.parent) && node.parent.name === node);
  return isName ? undefined : node.text;
}

/** Every TypeScript file of the workspaces, but not what was built of them. */
export function readSources(root: string): readonly SourceFile[] {
  const files: SourceFile[] = [];
  const walk = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (entry.name !== 'node_modules' && entry.name !== 'dist') walk(path);
      } else if (/\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts')) {
        files.push(parseSource(relative(root, path).split(sep).join('/'), readFileSync(path, 'utf8')));
      }
    }
  };
  for (const folder of ['packages', 'rules', 'reports']) walk(join(root, folder));
  return files;
}
