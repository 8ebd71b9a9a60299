import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** The compiler's view of sources of core, some of which are replaced. */
export interface ChangedSources {
  /** Replaces files, by their paths from `packages/core/src`; undefined takes a replacement back. */
  readonly replace: (texts: Readonly<Record<string, string | undefined>>) => void;
  readonly read: (path: string) => string;
  /** The errors in files: `model/resource.ts: Property 'S3' is missing ...`. */
  readonly errorsIn: (paths: readonly string[]) => readonly string[];
  /** All files of core that the entry leads to. */
  readonly allFiles: () => readonly string[];
}

/** Opens a file of core and all that it imports. */
export function openSources(root: string, entry: string): ChangedSources {
  const folder = join(root, 'packages/core/src');
  const changed = new Map<string, string>();
  const versions = new Map<string, number>();
  const pathOf = (path: string): string => join(folder, path);
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (file) => ts.sys.readFile(file)) as {
    config: object;
  };
  const { options } = ts.parseJsonConfigFileContent({ ...config, files: [], include: [] }, ts.sys, root);
  const service = ts.createLanguageService({
    useCaseSensitiveFileNames: () => true,
    directoryExists: (folderName) => ts.sys.directoryExists(folderName),
    getDirectories: (folderName) => ts.sys.getDirectories(folderName),
    getCompilationSettings: () => options,
    getScriptFileNames: () => [pathOf(entry), ...changed.keys()],
    getScriptVersion: (file) => String(versions.get(file) ?? 0),
    getScriptSnapshot: (file) => {
      const text = changed.get(file) ?? ts.sys.readFile(file);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    fileExists: (file) => changed.has(file) || ts.sys.fileExists(file),
    readFile: (file) => changed.get(file) ?? ts.sys.readFile(file),
    getCurrentDirectory: () => root,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
  });
  return {
    replace: (texts) => {
      for (const [path, text] of Object.entries(texts)) {
        const file = pathOf(path);
        versions.set(file, (versions.get(file) ?? 0) + 1);
        if (text === undefined) changed.delete(file);
        else changed.set(file, text);
      }
    },
    read: (path) => readFileSync(pathOf(path), 'utf8'),
    errorsIn: (paths) =>
      paths.flatMap((path) =>
        service
          .getSemanticDiagnostics(pathOf(path))
          .map(({ messageText }) => `${path}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`),
      ),
    allFiles: () =>
      (service.getProgram()?.getSourceFiles() ?? [])
        .map(({ fileName }) => fileName)
        .filter((file) => file.startsWith(`${folder}/`))
        .map((file) => file.slice(folder.length + 1)),
  };
}

/** A property of an object literal that a text lacks, and the text without it. */
export interface WithoutProperty {
  readonly name: string;
  readonly text: string;
}

/** The text without each property of its descriptor: the object literal that `satisfies TypeDescriptor`. */
export function withoutEachProperty(text: string): readonly WithoutProperty[] {
  const file = ts.createSourceFile('descriptor.ts', text, ts.ScriptTarget.ES2023, true);
  return file.statements.filter(ts.isVariableStatement).flatMap(({ declarationList }) =>
    declarationList.declarations.flatMap(({ initializer }) => {
      if (initializer === undefined || !ts.isSatisfiesExpression(initializer)) return [];
      if (!initializer.type.getText().startsWith('TypeDescriptor')) return [];
      const literal = ts.isAsExpression(initializer.expression) ? initializer.expression.expression : undefined;
      if (literal === undefined || !ts.isObjectLiteralExpression(literal)) return [];
      return literal.properties.map((property) => ({
        name: property.name?.getText() ?? '',
        text: text.slice(0, property.getFullStart()) + text.slice(property.getEnd() + 1),
      }));
    }),
  );
}
